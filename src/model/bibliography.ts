import { formatShort, type ShortReference } from '../bibliography/format.ts';
import { buildWorkId } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryLink } from './entry.ts';

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
