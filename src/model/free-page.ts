import type { TextData } from '../kinds/registry.ts';
import type { Entry, Graph } from './graph.ts';
import { formatPlain, parseInline } from '../lib/inline.ts';
import { pagePaths } from './address.ts';
import { listParts, type EntryLink, type EntryView } from './entry.ts';
import { buildGrid, type GridView } from './grid.ts';
import { markTitle } from './marked-text.ts';
import { listEditions, type Edition } from './edition.ts';

/** A page that is no entry, such as one about the author. */
export interface FreePage extends EntryLink {
  kind: 'page';
  slug: string;
  /** The page in all of its languages; absent if it has one. */
  editions?: Edition[];
  /** Its own sentence for search engines and previews. */
  description?: string;
  /** Things side by side, before its text. */
  grid?: GridView;
  parts: EntryView['parts'];
}

/** The free pages, in the order of the navigation. */
export function buildFreePages(graph: Graph, address: (path: string) => string): FreePage[] {
  return graph.freePages.map((page) => {
    const editions = listEditions(graph, 'page', page, address);
    return { ...buildFreePage(page, address), ...(editions.length > 0 && { editions }) };
  });
}

/** A free page, or a translation of one. */
export function buildFreePage(
  page: Entry<Pick<TextData<'page'>, 'title' | 'description' | 'language' | 'grid'>>,
  address: (path: string) => string,
): FreePage {
  const { slug, data } = page;
  const { title, description, language } = data;
  const { grid } = buildGrid(page);
  return {
    kind: 'page',
    slug,
    ...markTitle(title, '', language),
    address: address(pagePaths.entry('page', slug)),
    ...(description !== undefined && { description: formatPlain(parseInline(description)) }),
    ...(grid && { grid }),
    parts: { before: listParts({ grid: grid?.heading }), after: [] },
  };
}
