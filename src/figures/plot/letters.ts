/** The width of a letter, units of the panel: 0.6 of its size. */
const letterWidth = 7.2;

/** The widths of Chinese, Japanese and Korean letters and of their punctuation, and of signs that have none. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const narrow = /[\p{Mn}\p{Cf}]/u;
const wideWidth = 12;

/** The width of words, units of the panel. */
export function measureWords(text: string): number {
  const width = Array.from(text, measureLetter).reduce((sum, width) => sum + width, 0);
  // Without the errors of the sum.
  return Math.round(10 * width) / 10;
}

function measureLetter(letter: string): number {
  if (letter < '\u0300') return letterWidth;
  if (wide.test(letter)) return wideWidth;
  return narrow.test(letter) ? 0 : letterWidth;
}

/** The width of the longest of some words. */
export function measureLongest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(measureWords));
}

/** Words cut to a width, with an ellipsis: two letters at least. */
export function cut(text: string, width: number): string {
  const most = Math.max(width, 2 * letterWidth);
  if (measureWords(text) <= most) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && measureWords(letters.join('')) + letterWidth > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
