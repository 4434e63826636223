import type { TextData } from '../kinds/registry.ts';
import type { Entry, Graph } from './graph.ts';
import { formatPlain, parseInline } from '../lib/inline.ts';
import { pagePaths } from './address.ts';
import type { EntryLink } from './entry.ts';
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
  { slug, data }: Entry<Pick<TextData<'page'>, 'title' | 'description' | 'language'>>,
  address: (path: string) => string,
): FreePage {
  const { title, description, language } = data;
  return {
    kind: 'page',
    slug,
    ...markTitle(title, '', language),
    address: address(pagePaths.entry('page', slug)),
    ...(description !== undefined && { description: formatPlain(parseInline(description)) }),
  };
}
