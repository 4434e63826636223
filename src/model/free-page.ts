import type { Graph } from './graph.ts';
import { formatPlain, parseInline } from '../lib/inline.ts';
import { pagePaths } from './address.ts';
import type { EntryLink } from './entry.ts';
import { markTitle } from './marked-text.ts';

/** A page that is no entry, such as one about the author. */
export interface FreePage extends EntryLink {
  kind: 'page';
  slug: string;
  /** Its own sentence for search engines and previews. */
  description?: string;
}

/** The free pages, in the order of the navigation. */
export function buildFreePages(
  { freePages }: Graph,
  address: (path: string) => string,
): FreePage[] {
  return freePages.map(({ slug, data: { title, description, language } }) => ({
    kind: 'page',
    slug,
    ...markTitle(title, '', language),
    address: address(pagePaths.entry('page', slug)),
    ...(description !== undefined && { description: formatPlain(parseInline(description)) }),
  }));
}
