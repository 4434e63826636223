import type { KindName } from '../kinds/registry.ts';
import type { CalendarDate } from '../lib/date.ts';
import type { Pipeline } from '../lib/pipeline.ts';
import { pagePaths } from './address.ts';
import type { OwnCitation } from './citation.ts';
import type { CitingText } from './citing-text.ts';
import type { Change } from './history.ts';
import type { Period } from './period.ts';

/** A link to an entry. */
export interface EntryLink {
  title: string;
  address: string;
}

/** A link to a tag. */
export interface TagLink {
  label: string;
  address: string;
}

/** A part of an entry's page, by the id of its heading. */
export interface PagePart {
  id: string;
  title: string;
}

/** The view model of an entry of any kind. Addresses, dates and headings are final. */
export interface EntryView extends EntryLink {
  kind: KindName;
  slug: string;
  /** Its title where space is short. */
  short: string;
  /** The hue of its page. */
  accent?: string;
  /** Its status in a word or two. */
  badge: string;
  /** Its status in a line. */
  standing: string;
  /** Its cell in a table of entries. */
  when: Period | string;
  /** The first text of its page. */
  summary: CitingText;
  /** The same for heads, cards and feeds. */
  description: string;
  /** The authors that it names; absent if they are those of the site. */
  authors?: string[];
  /** The day of its first publication. */
  date?: CalendarDate;
  /** The newest day of its dates. */
  updated?: string;
  tags: TagLink[];
  /** Entries of which it is a part. */
  partOf: EntryLink[];
  /** Entries of its kind that share a part or a whole with it. */
  siblings: EntryLink[];
  /** Entries that its feed tells of beside itself. */
  followed: EntryLink[];
  /** The address of its feeds without their extensions; absent if it has none. */
  feed?: string;
  pipeline?: Pipeline;
  /** Where else it can be found. */
  externalLinks: EntryLink[];
  history: Change[];
  citation: OwnCitation;
  /** The parts of its page before and after its text. */
  parts: { before: PagePart[]; after: PagePart[] };
  /** Texts of its fields for the search, beside its title and tags. */
  search: { context: string; text: string; sections: (PagePart & { text: string })[] };
}

/** Builds the tags of an entry, in the author's order. */
export function buildTagLinks(labels: string[], address: (path: string) => string): TagLink[] {
  return labels.map((label) => ({ label, address: address(pagePaths.tag(label)) }));
}

/** Keeps the parts that have a title. */
export function listParts(titles: Record<string, string | undefined>): PagePart[] {
  return Object.entries(titles).flatMap(([id, title]) =>
    title === undefined ? [] : [{ id, title }],
  );
}
