import { findNewest } from '../lib/date.ts';
import { twinPath } from '../lib/twin.ts';
import { mapKinds } from '../kinds/registry.ts';
import { listPages, pagePaths } from './address.ts';
import type { Graph } from './graph.ts';
import type { ListPage } from './list-page.ts';
import type { EntryRow } from './site.ts';
import type { TagListPage } from './tag-pages.ts';

/** A page with the day of its last change. */
export interface DatedPage {
  address: string;
  /** The address of the Markdown twin. */
  twin: string;
  /** Absent if unknown. A list is dated only if all of its entries are. */
  updated?: string;
}

/** The path of every page of a site, from its root. */
export function listPagePaths({
  entries,
  citesWorks,
  freePages,
  translations,
  news,
}: Graph): string[] {
  return listPages(
    mapKinds((kind) => entries[kind].map(({ slug, data: { tags } }) => ({ slug, tags }))),
    citesWorks,
    {
      freePages: freePages.map(({ slug }) => slug),
      translations: translations.map(({ kind, slug }) => pagePaths.entry(kind, slug)),
      hasNews: news.length > 0,
    },
  );
}

/**
 * Every page that search engines may index. `rows` are all entries, `lists` and `tagPages` the pages of lists, and
 * `paths` all pages but those of parts of lists.
 */
export function buildDatedPages(
  graph: Graph,
  rows: readonly EntryRow[],
  { lists, tagPages }: { lists: readonly ListPage[]; tagPages: readonly TagListPage[] },
  paths: Iterable<string>,
  address: (path: string) => string,
): DatedPage[] {
  const ofLists = new Map([...lists.map(locateRows), ...tagPages.map(locateTagRows)]);
  const originals = new Map(
    graph.translations.map(({ kind, slug, original }) => [
      pagePaths.entry(kind, slug),
      address(pagePaths.entry(kind, original)),
    ]),
  );
  const listed = new Map([...listRows(rows), ...ofLists]);
  return Array.from(new Set([...paths, ...ofLists.keys()]), (path) => {
    const page = address(path);
    const own = originals.get(path) ?? page;
    const shown = listed.get(path) ?? rows.filter((row) => row.address === own);
    const dates = shown.flatMap(({ updated }) => updated ?? []);
    const news = path === pagePaths.home() || path === pagePaths.news() ? graph.news : [];
    const updated =
      dates.length === shown.length
        ? findNewest([...dates, ...news.map(({ date }) => date)])
        : undefined;
    return {
      address: page,
      twin: address(twinPath(path)),
      ...(updated !== undefined && { updated }),
    };
  });
}

/** The path of a page of a list, with its entries. */
function locateRows({ kind, params: { part }, selection }: ListPage): [string, EntryRow[]] {
  const path = part === undefined ? pagePaths.kind(kind) : pagePaths.kindPart(kind, part);
  return [path, selection.rows];
}

/** The path of a page of a tag, with its entries. */
function locateTagRows({ params: { tag, kind }, selection }: TagListPage): [string, EntryRow[]] {
  return [`/tags/${[tag, kind].filter(Boolean).join('/')}/`, selection.rows];
}

/** The entries on the pages that list all of them, by path. */
function listRows(rows: readonly EntryRow[]): Map<string, EntryRow[]> {
  return new Map([
    [pagePaths.home(), [...rows]],
    [pagePaths.statement(), [...rows]],
  ]);
}
