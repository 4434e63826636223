/** A part of a text: on the line, raised or lowered. */
export interface TextPiece {
  text: string;
  place?: 'sup' | 'sub';
}

/** Plain characters, and the signs that Unicode has for them, in the same order. */
const signs = {
  sup: ['0123456789−+=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁼⁽⁾ⁱⁿ'],
  sub: ['0123456789−+=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₋₊₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'],
} as const;

const marks = { sup: '^', sub: '_' };

/** Formats superscripts and subscripts as plain text: `2` → `²`, or `th` → `^(th)` if Unicode lacks the characters. */
export function formatScript(text: string, place: 'sub' | 'sup'): string {
  const [plain, raised] = signs[place];
  const letters = Array.from(text.replaceAll('-', '−'), (letter) => {
    const index = plain.indexOf(letter);
    return index < 0 ? undefined : raised.charAt(index);
  });
  return letters.includes(undefined) ? `${marks[place]}(${text})` : letters.join('');
}

/** A whole number in raised digits. */
export function raise(exponent: number): string {
  return formatScript(String(exponent), 'sup');
}

/** A text with its raised and lowered signs as plain ones with their place: the typefaces lack those signs. */
export function splitScripts(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const letter of text) {
    const next = readSign(letter);
    const last = pieces.at(-1);
    if (last !== undefined && last.place === next.place) last.text += next.text;
    else pieces.push(next);
  }
  return pieces;
}

function readSign(letter: string): TextPiece {
  for (const place of ['sup', 'sub'] as const) {
    const [plain, raised] = signs[place];
    const index = raised.indexOf(letter);
    if (index >= 0) return { text: plain.charAt(index), place };
  }
  return { text: letter };
}
