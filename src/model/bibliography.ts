import { formatShort, type ShortReference } from '../bibliography/format.ts';
import { buildWorkId } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryLink } from './entry.ts';
import type { Words } from '../words/words.ts';

/** A work of the bibliography, with the entries that cite or list it. */
export interface CitedWork extends ShortReference {
  id: string;
  citedBy: EntryLink[];
}

/** An entry with the works that it cites or lists. */
export interface WorkUse {
  entry: EntryLink;
  works: readonly Reference[];
}

/** The works that entries cite or list, without duplicates and in order of appearance. */
export function listWorks(uses: readonly WorkUse[]): Reference[] {
  const works = uses.flatMap((use) => use.works.map((work) => [work.key, work] as const));
  return [...new Map(works).values()];
}

/** The works that entries cite or list, sorted by author and year. */
export function buildBibliography(uses: readonly WorkUse[]): CitedWork[] {
  const compare = (a: string, b: string) => a.localeCompare(b, 'en');
  return listWorks(uses)
    .map((work) => ({
      ...formatShort(work),
      id: buildWorkId(work.key),
      citedBy: uses
        .filter((use) => use.works.some(({ key }) => key === work.key))
        .map(({ entry }) => ({ ...entry, address: `${entry.address}#${buildWorkId(work.key)}` })),
    }))
    .toSorted((a, b) => compare(a.authors, b.authors) || compare(a.year, b.year));
}

/** The works of one year. */
export interface YearOfWorks {
  id: string;
  year: string;
  works: CitedWork[];
}

/** Groups works by year, the newest first, then those without one. */
export function groupByYear(works: readonly CitedWork[], words: Words): YearOfWorks[] {
  const groups = Map.groupBy(works, ({ year }) => readFirstYear(year));
  return [...groups]
    .toSorted(([a], [b]) => b - a)
    .map(([number, works]) => {
      if (number === -Infinity) return { id: 'year-none', year: words.list.withoutYear, works };
      if (number >= 0) return { id: `year-${number}`, year: String(number), works };
      const year = words.format(words.list.bce, { year: -number });
      return { id: `year-${-number}-bce`, year, works };
    });
}

/** “c. 1850” is 1850, “300–280 B.C.E.” is −300. Words such as “in press” are before all years. */
function readFirstYear(year: string): number {
  const [, digits, era] = /^(?:c\. )?(\d{1,4})(?!\d)(?:–\d{1,4})?( B\.C\.E\.)?/.exec(year) ?? [];
  if (digits === undefined) return -Infinity;
  return era === undefined ? Number(digits) : -Number(digits);
}

/** An entry with the list of works on its page. */
export interface ListOfWorks extends EntryLink {
  count: number;
}

/** Everything that the page of references shows: all works by year, and links to the lists of entries. */
export function buildWorkIndex(uses: readonly WorkUse[], words: Words) {
  const works = buildBibliography(uses);
  const lists = uses
    .filter(({ works }) => works.length > 0)
    .map(({ entry, works }): ListOfWorks => ({
      ...entry,
      address: `${entry.address}#references`,
      count: works.length,
    }));
  return { count: works.length, years: groupByYear(works, words), lists };
}
