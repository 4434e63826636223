import { fold } from './view.ts';

/** Patterns that identify the author. They match folded text. */
export interface Patterns {
  /** Certain signs, such as the whole name. */
  sure: RegExp[];
  /** A possible sign that may be an ordinary word, such as the family name alone. */
  word?: RegExp;
  /** A possible sign that needs a capital, such as the given name alone: “Will”, not “will”. */
  name?: RegExp;
  /** The same name where it belongs to a cited person: David in “David Silver”. */
  strangers?: RegExp;
}

/**
 * Shorter names and accounts are not searched for in any case: every page has “may”, which could
 * be “May”.
 */
export const shortestWord = 4;

/** Matches a joint between two words. */
export const gap = String.raw`\s*[^\p{L}\p{N}\s<>"/=]{0,2}\s*`;

/** Scripts without spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Matches a phrase as it is written. */
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
 * Matches `source` as a separate word. Letters beside it make another word, digits do not
 * (lovelace2024). Digits beside a number make another number.
 */
export function bound(source: string, text = ''): RegExp {
  if (unspaced.test(source)) return new RegExp(source, 'gu');
  const start = /^\d/.test(text) ? '(?<!\\d)' : '(?<!\\p{L})';
  const end = /\d$/.test(text) ? '(?!\\d)' : '(?!\\p{L})';
  return new RegExp(`${start}(?:${source})${end}`, 'gu');
}
