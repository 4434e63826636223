import type { Reference } from '../bibliography/reference.ts';
import type { EntryView } from '../model/entry.ts';
import type { FreePage } from '../model/free-page.ts';
import type { EntryRow, Frame, TagRow } from '../model/site.ts';

/** The subject of a page: an entry or a free page with the works that it cites or lists, or a list. */
export type Subject =
  | { kind: 'entry'; entry: EntryView; works: readonly Reference[] }
  | { kind: 'page'; page: FreePage; works: readonly Reference[] }
  | { kind: 'entries'; rows: readonly EntryRow[]; tag?: string }
  | { kind: 'tags'; tags: readonly TagRow[] }
  | { kind: 'works'; works: readonly Reference[] };

/** The facts of a page for machine-readable metadata. */
export interface DescribedPage {
  frame: Frame;
  title: string;
  /** The served path. */
  path: string;
  /** The origin of the site, if its address is set. */
  origin: string | undefined;
  subject?: Subject | undefined;
}

/** Makes an address absolute if the site has an origin. */
export function locate(address: string, origin: string | undefined): string {
  return origin === undefined ? address : new URL(address, origin).href;
}

/** The first contact of the author that begins with `start`, such as `https://orcid.org/`. */
export function findContact({ contacts }: Frame, start: string): string | undefined {
  return contacts.find(({ address }) => address.startsWith(start))?.address;
}
