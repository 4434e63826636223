import { listCitations, parseCitations } from '../bibliography/cite.ts';
import { namesPart } from '../lib/label.ts';
import type { Stray } from './stray-markup.ts';

/** Brackets, or an unclosed one, followed by @. Footnote brackets are excluded. */
const brackets = /(?<![\\^[])\[(?:(?!\^)[^[\]]*\](?!\()|\s*-?@[^\s[\]]*)/g;

const malformed = {
  expected: 'a citation such as [@key], [@key, §3], [see @key] or [@key; @other]',
  fix: 'Close the bracket, and separate works by semicolons. Put other words in round brackets.',
};

/** A minus of Pandoc before a key leaves out the author. */
const yearAlone = /(?<![\p{L}\p{N}\p{M}[\\-])-(@[\p{L}\p{N}_{][^\s()[\],;]*[\p{L}\p{N}}])/gu;

/** Words before a key in a bracket that is not closed. */
const unclosed =
  /(?<![\\^[!])\[(?:see|cf\.?|e\.g\.?,?|also|compare)\s[^[\]()@.;!?]{0,60}@[^\s[\]@]*[\p{L}\p{N}](?![^[\]]*\])/giu;

/** The advice for such a bracket, from its words without marks. */
export function adviseOnUnclosed(words: string): Omit<Stray, 'words' | 'index'> {
  return {
    expected: 'a closing bracket ] after the citation, as in [see @key, p. 3]',
    nearest: `${words}]`,
    fix: `Write ${words}], with pages before the bracket that closes.`,
  };
}

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
  const named = Array.from(prose.matchAll(yearAlone), ({ 0: words, 1: key = '', index }) => ({
    words,
    index,
    expected:
      'a citation without a minus, which names the author, or one in brackets, which does not',
    nearest: `[${key}]`,
    fix: `Write [${key}], as in Doe [${key}].`,
  })).filter(({ nearest }) => listWorks(nearest).length > 0);
  const isNew = ({ index }: { index: number }) => !strays.some((stray) => stray.index === index);
  return [
    ...named.filter(
      ({ index }) => !groups.some(({ at, text }) => at <= index && index < at + text.length),
    ),
    ...findUnclosed(prose).filter(isNew),
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

/** Finds a citation whose bracket is not closed. `prose` may have signs in the place of marks. */
export function findUnclosed(prose: string): Stray[] {
  return Array.from(prose.matchAll(unclosed), ({ 0: words, index }) => ({
    words,
    index,
    ...adviseOnUnclosed(words),
  })).filter(({ words }) => listWorks(words).length > 0);
}

function listWorks(text: string): string[] {
  return parseCitations(text)
    .flatMap(listCitations)
    .map(({ key }) => key)
    .filter((key) => !namesPart(key));
}
