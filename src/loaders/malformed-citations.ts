import { listCitations, parseCitations } from '../bibliography/cite.ts';
import { namesPart } from '../lib/label.ts';
import type { Stray } from './stray-markup.ts';

/** Brackets, or an unclosed one, followed by @. Footnote brackets are excluded. */
const brackets = /(?<![\\^[])\[(?:(?!\^)[^[\]]*\](?!\()|\s*-?@[^\s[\]]*)/g;

const malformed = {
  expected: 'a citation such as [@key], [@key, §3], [see @key] or [@key; @other]',
  fix: 'Close the bracket, and separate works by semicolons. Put other words in round brackets.',
};

const repeated = {
  expected: 'each work once in a citation, or with different pages or sections',
  fix: 'Remove one of the two.',
};

/**
 * Finds malformed citations, which would be printed as they are, and works repeated within one
 * citation.
 */
export function findMalformedCitations(prose: string): Stray[] {
  if (!prose.includes('@')) return [];
  const groups = parseCitations(prose).filter((piece) => piece.kind === 'group');
  const starts = new Set(groups.map(({ at }) => at));
  const strays = Array.from(prose.matchAll(brackets), ({ 0: words, index }) => ({ words, index }));
  return [
    ...strays
      .filter(({ words, index }) => !starts.has(index) && listWorks(words).length > 0)
      .map((stray) => ({ ...stray, ...malformed })),
    ...groups
      .filter(({ citations }) => {
        const places = citations.map(({ key, locator }) => JSON.stringify([key, locator]));
        return new Set(places).size < places.length;
      })
      .map(({ text, at }) => ({ words: text, index: at, ...repeated })),
  ];
}

function listWorks(text: string): string[] {
  return parseCitations(text)
    .flatMap(listCitations)
    .map(({ key }) => key)
    .filter((key) => !namesPart(key));
}
