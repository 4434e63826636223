import type { KindName } from '../kinds/registry.ts';
import type { CalendarDate } from '../lib/date.ts';
import type { Pipeline } from '../lib/pipeline.ts';
import type { Tint } from '../lib/tint.ts';
import { openTitle } from '../words/title.ts';
import type { Words } from '../words/words.ts';
import { pagePaths } from './address.ts';
import type { OwnCitation } from './citation.ts';
import type { CitingText } from './citing-text.ts';
import type { Glyph } from './glyph.ts';
import type { Entry } from './graph.ts';
import type { GridView } from './grid.ts';
import type { Change } from './history.ts';
import { markTitle, type MarkedText } from './marked-text.ts';
import type { Period } from './period.ts';
import type { Edition } from './edition.ts';

/** A link to an entry. */
export interface EntryLink extends MarkedText {
  address: string;
}

/** A link to a place outside the pages of the site. */
export interface ExternalLink extends EntryLink {
  /** The kind and size of the file that it leads to, if the site publishes it: `PDF, 1.2 MB`; or the type of an output. */
  file?: string;
}

/** A link to a tag. */
export interface TagLink {
  label: string;
  address: string;
  /** Its language, where that of the page is another. */
  language?: string;
}

/** A part of an entry's page, by the id of its heading. */
export interface PagePart {
  id: string;
  title: string;
}

/** An author that an entry names. */
export interface NamedAuthor {
  name: string;
  isGroup: boolean;
  /** Whether it is the author of the site. */
  isOwn: boolean;
  /** The address of the ORCID iD. */
  orcid?: string;
  url?: string;
  /** The affiliations that the entry states. */
  affiliations: string[];
  /** The same for machines, or if it states none, those that the site knows. */
  institutions: string[];
  /** Whether the author contributed as much as the others with this mark. */
  isEqual: boolean;
}

/** The view model of an entry of any kind. Addresses, dates and headings are final. */
export interface EntryView extends EntryLink {
  kind: KindName;
  /** The name of its kind, or of its type where its kind has several. */
  label: string;
  /** Its type at schema.org. */
  schemaType: string;
  slug: string;
  /** Its pages in all of its languages; absent if it has one. */
  editions?: Edition[];
  /** Its name among all entries: the slug, or the folder and the slug if another kind has the same. */
  id: string;
  /** Its title where space is short. */
  short: string;
  /** Whether its author chose it for the Research page and the statement. */
  isSelected: boolean;
  /** The hue of its page. */
  /** A hue of the site, or a colour of CSS for both themes. */
  accent?: string;
  /** The attributes of its accent. */
  tint?: Tint;
  glyph: Glyph;
  /** Its status in a word or two. */
  badge: string;
  /** Its status in a line. */
  standing: string;
  /** Its cell in a table of entries. */
  when: Period | string;
  /** The first text of its page; empty if it has none. */
  summary: CitingText;
  /** The same for heads, cards and feeds. */
  description: string;
  /** The authors that it names; absent if they are those of the site. */
  authors?: string[];
  /** The same authors, with their ORCID iDs, addresses and affiliations. */
  people?: NamedAuthor[];
  /** The words after their names: “et al.”, if there are more, and “(Eds.)”. */
  peopleNote?: string;
  /** The day of its first publication. */
  date?: CalendarDate;
  /** The year by which long lists are divided, if it is not that of the first publication. */
  year?: string;
  /** The newest day of its dates. */
  updated?: string;
  tags: TagLink[];
  /** Entries of which it is a part. */
  partOf: EntryLink[];
  /** Entries of another kind that it belongs to, but is no part of. */
  accompanies?: EntryLink[];
  /** Entries of its kind that share a part or a whole with it. */
  siblings: EntryLink[];
  /** Entries that its feed tells of beside itself. */
  followed: EntryLink[];
  /** The address of its feeds without their extensions; absent if it has none. */
  feed?: string;
  pipeline?: Pipeline;
  /** Things side by side. */
  grid?: GridView;
  /** Where else it can be found. */
  externalLinks: ExternalLink[];
  /** The licence of the work itself, with the address of its text; absent if it is unknown. */
  license?: { title: string; address?: string };
  history: Change[];
  citation: OwnCitation;
  /** The key of the work of `content/own.bib` that it is. */
  ownKey?: string;
  /** The parts of its page before and after its text. */
  parts: { before: PagePart[]; after: PagePart[] };
  /** Texts of its fields for the search, beside its title and tags. */
  search: { context: string; text: string; sections: (PagePart & { text: string })[] };
}

/** The link to an entry. */
export function linkEntry({ title, opening, markup, language, address }: EntryLink): EntryLink {
  return {
    title,
    ...(opening && { opening }),
    ...(markup && { markup }),
    ...(language && { language }),
    address,
  };
}

/** The fields that the link to an entry shows. Papers alone have a status with which a title can begin. */
interface LinkedFields {
  title: string;
  language?: string | undefined;
  status?: string | undefined;
}

/** Builds the links to entries of a kind. `address` turns a path from the site's root into one that a page can link to. */
export function buildLinks(
  kind: KindName,
  entries: readonly Entry<LinkedFields>[],
  words: Words,
  address: (path: string) => string,
): EntryLink[] {
  return entries.map(({ slug, data: { title, language, status = '' } }) => ({
    ...markTitle(title, openTitle(status, words), language),
    address: address(pagePaths.entry(kind, slug)),
  }));
}

/** The pages of entries that are works of `content/own.bib`, by the keys of these. */
export function listOwnPages(entries: readonly EntryView[]): Map<string, string> {
  const pairs = entries.map(({ ownKey, address }) => [ownKey, address] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[0] !== undefined));
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
