/** A part of a text: on the line, raised or lowered. */
export interface TextPiece {
  text: string;
  place?: 'sup' | 'sub';
}

const signs = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁻', sub: '₀₁₂₃₄₅₆₇₈₉₋' } as const;

/** The plain characters of both kinds of signs, in their order. */
const plain = '0123456789−';

/** A text with its raised and lowered digits as plain ones with their place: the typefaces lack those signs. */
export function splitScripts(text: string): TextPiece[] {
  const pieces = text.match(/[⁰¹²³⁴-⁹⁻]+|[₀-₉₋]+|[^⁰¹²³⁴-⁹⁻₀-₉₋]+/g) ?? [];
  return pieces.map((piece): TextPiece => {
    for (const place of ['sup', 'sub'] as const) {
      if (!signs[place].includes(piece.charAt(0))) continue;
      const digits = Array.from(piece, (sign) => plain.charAt(signs[place].indexOf(sign)));
      return { text: digits.join(''), place };
    }
    return { text: piece };
  });
}

/** A whole number in raised digits. */
export function raise(exponent: number): string {
  const digits = Array.from(String(exponent).replace('-', '−'), (sign) =>
    signs.sup.charAt(plain.indexOf(sign)),
  );
  return digits.join('');
}
