import type { Fault } from './fault.ts';

/** Where something stands in a file: line and column from 1, and the text that stands there. */
export type Place = Pick<Fault, 'file' | 'line' | 'column' | 'found'>;

/** A value that an author wrote, and where it stands. */
export interface Located<Value> {
  value: Value;
  place: Place;
}

/** What one entry names outside itself, as far as it can be read, even where the entry has faults. */
export interface LocatedEntry {
  slug: string;
  file: string;
  order: Located<number>[];
  tags: Located<string>[];
  references: Located<string>[];
  threads: Located<string>[];
  /** The works that its fields and its text cite. */
  citations: Located<string>[];
  /** The entries, and parts of them, that its text refers to, as `entry-titan/fig-loss`. */
  entryKeys: Located<string>[];
  /** The keys of what its text holds for others to refer to; absent where that cannot be known. */
  labels?: string[];
  /** Whether its tags are all that it has; not so where they cannot be read. */
  areTagsKnown: boolean;
}

/** A link from the content to a page of this site. */
export interface PageLink {
  page: string;
  place: Place;
}

/** The parts of the content that name one another, with where each stands. */
export interface LocatedContent {
  threads: LocatedEntry[];
  papers: LocatedEntry[];
  /** The keys of the bibliography. */
  keys: string[];
  /** Entries that are there, but in a wrong place. */
  misplacedSlugs: string[];
  pageLinks: PageLink[];
}
