const signs = {
  sup: ['0123456789+-−=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ'],
  sub: ['0123456789+-−=()aeijorstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₒᵣₛₜᵤᵥₓ'],
} as const;

const marks = { sup: '^', sub: '_' };

/** Formats superscripts and subscripts as plain text: `2` → `²`, or `th` → `^(th)` if Unicode lacks the characters. */
export function formatScript(text: string, place: 'sub' | 'sup'): string {
  const [plain, set] = signs[place];
  const letters = [...text].map((letter) => {
    const index = plain.indexOf(letter);
    return index < 0 ? undefined : [...set][index];
  });
  return letters.includes(undefined) ? `${marks[place]}(${text})` : letters.join('');
}
