import { toTerm, wordPattern } from '../lib/search-terms.ts';

/** A piece of a text. `isMatch` tells a found word. */
export interface ExcerptPiece {
  text: string;
  isMatch: boolean;
}

/** The length of an excerpt, and the most characters before its first match. */
const excerpt = { length: 170, before: 60 };

/** Splits `text` into the words whose terms are among `terms` and the text between them. */
export function markWords(text: string, terms: ReadonlySet<string>): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!terms.has(toTerm(word))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end), isMatch: false }] : pieces;
}

/** Cuts an excerpt of whole words around the first match. */
export function cutExcerpt(text: string, terms: ReadonlySet<string>): ExcerptPiece[] {
  const [first] = [...text.matchAll(wordPattern)].filter(([word]) => terms.has(toTerm(word)));
  const middle = first?.index ?? 0;
  const least = middle + (first?.[0].length ?? 0);
  const earliest = middle - excerpt.before;
  const start = earliest <= 0 ? 0 : Math.min(text.indexOf(' ', earliest) + 1 || middle, middle);
  const latest = start + excerpt.length;
  const end = latest >= text.length ? text.length : Math.max(text.lastIndexOf(' ', latest), least);
  const cut = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return markWords(cut, terms);
}
