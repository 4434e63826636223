import { stringify } from 'yaml';
import type { EntryLink } from '../model/entry.ts';
import type { SiteView } from '../model/site.ts';

/** Facts in the order of the front matter. Empty and undefined values are omitted. */
export interface Facts {
  title: string;
  [name: string]: unknown;
}

/** Turns an address on the page into one that works elsewhere. */
export type Resolve = (address: string) => string;

/** The facts of a page other than that of an entry. */
export function listPageFacts(
  address: string,
  title: string,
  { frame, pages }: Pick<SiteView, 'frame' | 'pages'>,
  resolve: Resolve,
): Facts {
  return {
    title,
    site: title === frame.title ? undefined : frame.title,
    address: resolve(address),
    author: frame.author,
    contacts: frame.contacts,
    updated: pages.find((page) => page.address === address)?.updated,
  };
}

export function resolveLinks(links: readonly EntryLink[], resolve: Resolve): EntryLink[] {
  return links.map(({ title, address }) => ({ title, address: resolve(address) }));
}

export function formatFrontMatter(facts: Facts): string {
  const known = Object.entries(facts).filter(
    ([, fact]) => fact !== undefined && !(Array.isArray(fact) && fact.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`;
}
