import type { Reference } from '../bibliography/reference.ts';
import type { EntryView } from '../model/entry.ts';
import type { EntryRow, Frame, TagRow } from '../model/site.ts';

/** What a page is about: an entry with the works that its page cites or lists, or what the page lists. */
export type Subject =
  | { kind: 'entry'; entry: EntryView; works: readonly Reference[] }
  | { kind: 'entries'; rows: readonly EntryRow[]; tag?: string }
  | { kind: 'tags'; tags: readonly TagRow[] }
  | { kind: 'works'; works: readonly Reference[] };

/** A page, as far as machines are told of it. */
export interface DescribedPage {
  frame: Frame;
  title: string;
  /** Its path as it is served. */
  path: string;
  /** The origin of the site, when its address is set. */
  origin: string | undefined;
  subject?: Subject | undefined;
}

/** An address of the site as machines are given it: whole where the site has an address, else a path. */
export function locate(address: string, origin: string | undefined): string {
  return origin === undefined ? address : new URL(address, origin).href;
}

/** The first address of the author that begins with `start`, as `https://orcid.org/`. */
export function findContact({ contacts }: Frame, start: string): string | undefined {
  return contacts.find(({ address }) => address.startsWith(start))?.address;
}
