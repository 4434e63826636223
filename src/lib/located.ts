import type { Edit, Fault } from './fault.ts';

/** A location in a file: line and column from 1, and the text there. */
export type SourceLocation = Pick<Fault, 'file' | 'line' | 'column' | 'found'>;

/** Replaces the text `old` at a location. */
export function buildEdit(
  { line, column }: Pick<SourceLocation, 'line' | 'column'>,
  old: string,
  text: string,
): Edit {
  return { line, column, old, new: text };
}

/** A value that the author wrote, with its location. */
export interface Located<Value> {
  value: Value;
  place: SourceLocation;
}

/** The readable references of one entry to anything outside it. The entry may have faults. */
export interface LocatedEntry {
  /** The name of its kind. */
  kind: string;
  slug: string;
  file: string;
  /** The title as written; absent if it cannot be read. */
  title?: Located<string>;
  order: Located<number>[];
  tags: Located<string>[];
  references: Located<string>[];
  /** The entries that its fields name, with the kind of each. */
  related: (Located<string> & { kind: string })[];
  /** The works that its fields and its text cite. */
  citations: Located<string>[];
  /** The entries, and parts of them, that its text refers to, as `entry-titan/fig-loss`. */
  entryKeys: Located<string>[];
  /** The keys of its parts that others can refer to. Absent if they cannot all be known. */
  labels?: string[];
  /** The addresses that its page had before. */
  formerly?: Located<string>[];
  /** The names of its authors as written. */
  authors?: string[];
  /** False if some of its tags may be unreadable. */
  areTagsKnown: boolean;
}

/** A link from the content to a page of this site. */
export interface PageLink {
  page: string;
  /** Whether the link is left out while a list page does not exist, because it would be empty. */
  isOptional?: boolean;
  place: SourceLocation;
  /** Where the address stands as it is, if it does. */
  written?: Pick<SourceLocation, 'line' | 'column'>;
}

/** All references between parts of the content. */
export interface LocatedContent {
  entries: LocatedEntry[];
  /** Translations of entries and pages. */
  translations?: LocatedEntry[];
  /** The title in `site.yaml`; absent if it cannot be read. */
  siteTitle?: Located<string>;
  /** The keys of the bibliography. */
  keys: string[];
  /** False if nothing of a bibliography can be read. */
  areKeysKnown: boolean;
  /** The slugs of entries in wrong locations. */
  misplacedSlugs: string[];
  pageLinks: PageLink[];
  /** Whether there is a page of news. */
  hasNews?: boolean;
  /** The people of `people.yaml` who are there as authors of papers. */
  coauthors?: Located<string>[];
  /** The files of `public/`, as paths from it. */
  publicFiles: string[];
}
