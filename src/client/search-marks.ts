import { toTerm, wordPattern } from '../lib/search-terms.ts';

/** A piece of a text, and whether it is a word that was searched for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Letters of an excerpt, and how many of them at most before the first word that matches. */
const excerpt = { length: 170, before: 60 };

/** `text` in pieces: the words whose terms are among `terms`, and what is between them. */
export function markWords(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!terms.has(toTerm(word))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end), isMatch: false }] : pieces;
}

/** The part of `text` about the first word that matches, whole words, in pieces. */
export function cutExcerpt(text: string, terms: ReadonlySet<string>): Piece[] {
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
