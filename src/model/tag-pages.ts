import { mostOnPage } from './address.ts';
import { takeFirst, type PartLink } from './list-page.ts';
import { summarize, type TagPage } from './selection.ts';
import type { EntryRow } from './site.ts';
import type { Words } from '../words/words.ts';

/** A page of a tag, or a part of it by years. */
export interface TagListPage extends TagPage {
  /** Links to every part; empty if all rows are on one page. */
  links: PartLink[];
}

/** Divides a page of many rows by year: as many years as fit the page of the tag, then one page for each year. */
export function divideTagPage(page: TagPage, words: Words): TagListPage[] {
  const { params, selection } = page;
  if (selection.rows.length <= mostOnPage) return [{ ...page, links: [] }];
  const parts = groupByYear(selection.rows, words);
  const first = takeFirst(parts);
  // The rows of one year stay together.
  if (first.length === parts.length) return [{ ...page, links: [] }];
  const links = parts.map(({ id, title, entries }, index) => ({
    title,
    address: index < first.length ? page.address : `${page.address}${id}/`,
    count: entries.length,
  }));
  const narrow = (rows: EntryRow[]) => ({
    ...selection,
    rows,
    summary: summarize(rows.length, selection.total, words),
  });
  const rest = parts.slice(first.length).map(({ id, title, entries }): TagListPage => {
    const name = words.format(words.list.part, { plural: page.title, part: title });
    return {
      label: page.label,
      description: page.description,
      params: { ...params, kind: [params.kind, id].filter(Boolean).join('/') },
      address: `${page.address}${id}/`,
      title: name,
      heading: words.format(words.list.part, { plural: page.heading, part: title }),
      selection: narrow(entries),
      links,
    };
  });
  return [{ ...page, selection: narrow(first.flatMap(({ entries }) => entries)), links }, ...rest];
}

/** The rows of each year, the newest year first, and last those without one. */
function groupByYear(rows: readonly EntryRow[], words: Words) {
  return [...Map.groupBy(rows, ({ year = '' }) => year)]
    .toSorted(([a], [b]) => b.localeCompare(a, 'en'))
    .map(([year, entries]) => ({
      id: `year-${year || 'none'}`,
      title: year || words.list.withoutYear,
      entries,
    }));
}
