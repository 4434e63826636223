import { fold } from './view.ts';

/** What a string looks like where it identifies the author; for texts that are folded. */
export interface Patterns {
  /** Sure signs, as the whole name. */
  sure: RegExp[];
  /** A word that may be a sign or an ordinary word, as the family name alone. */
  word?: RegExp;
  /** The same of a name that its capital tells from a word, as the given name alone: “Will” from “will”. */
  name?: RegExp;
  /** That name where it belongs to somebody else who is cited: David in “David Silver”. */
  strangers?: RegExp;
}

/** Names and accounts of fewer letters are not searched for alone in any case: “May” is in every page as “may”. */
export const shortestWord = 4;

/** What may join two words. */
export const gap = String.raw`\s*[^\p{L}\p{N}\s<>"/=]{0,2}\s*`;

/** Scripts that put no blanks between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Words as they stand. */
export function buildPhrase(text: string): Patterns {
  return { sure: [bound(join(splitWords(text, /\s+/)), text)] };
}

export function join(words: readonly string[]): string {
  return words.map((word) => RegExp.escape(word)).join(gap);
}

export function splitWords(text: string, separator = /[\s.-]+/): string[] {
  return fold(text).split(separator).filter(Boolean);
}

/**
 * `source` as a word of its own, which letters on either side would make another, but not digits, as in
 * lovelace2024; digits beside those of a number make another number.
 */
export function bound(source: string, text = ''): RegExp {
  if (unspaced.test(source)) return new RegExp(source, 'gu');
  const start = /^\d/.test(text) ? '(?<!\\d)' : '(?<!\\p{L})';
  const end = /\d$/.test(text) ? '(?!\\d)' : '(?!\\p{L})';
  return new RegExp(`${start}(?:${source})${end}`, 'gu');
}
