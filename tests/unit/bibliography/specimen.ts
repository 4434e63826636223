import assert from 'node:assert/strict';
import { formatShort } from '../../../src/bibliography/format.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference, type Reference } from '../../../src/bibliography/reference.ts';
import { joinRuns } from '../../../src/bibliography/runs.ts';
import { formatFaults } from '../../../src/lib/fault.ts';

/** The entries of a `.bib` text without fault. */
export function parseEntries(bib: string) {
  const { entries, faults } = parseBibliography(bib, 'references.bib');
  assert.equal(faults.length, 0, formatFaults(faults));
  return entries;
}

/** The reference of an entry `a` with these fields over plain ones. */
export function reference(fields: Record<string, string> = {}, type = 'misc'): Reference {
  const all = { title: 'T', author: 'Doe, Jane', year: '2020', ...fields };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === '' ? [] : [`${name} = {${value}}`],
  );
  const [entry] = parseEntries(`@${type}{a, ${lines.join(', ')}}`);
  assert(entry);
  return buildReference(entry);
}

/** The short reference as plain text. */
export function formatShortText(reference: Reference): string {
  const { authors, year, title, venue } = formatShort(reference);
  const place = venue === undefined ? '' : ` ${joinRuns(venue)}`;
  return `${authors} (${year}). ${joinRuns(title)}${place}`;
}

/** The fields of a work at arXiv. */
export const arxiv = { eprint: '1906.01820', archiveprefix: 'arXiv' };

/** The fields of an article with all that an export can hold, and characters that it must escape. */
export const wholeArticle = {
  title: 'A Title: Its Subtitle',
  author: 'von Oswald, Johannes and {OpenAI}',
  journal: 'J. Tests',
  abbr: 'JT',
  volume: '12',
  number: '3',
  pages: '1--10',
  publisher: 'Acme',
  doi: '10.1000/1<2>',
  url: 'https://example.org/a',
  ...arxiv,
};

/** This many people, as a BibTeX list: Author1, Given and Author2, Given and so on. */
export function listAuthors(count: number): string {
  return Array.from({ length: count }, (_, index) => `Author${index + 1}, Given`).join(' and ');
}
