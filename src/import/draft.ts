import type { BibEntry } from '../bibliography/parse.ts';
import { findTextPath, type TextName } from '../kinds/registry.ts';
import { fixFormerAddress, isFormerAddress } from '../lib/former-address.ts';
import { describeUnfitName, suggestSlug } from '../lib/slug.ts';
import { isOwnAddress } from '../model/page-address.ts';
import type { DraftNews } from './news.ts';
import type { Settings } from './settings.ts';
import type { Source } from './source.ts';

/** A part of the other site that has no place in this one. */
export interface Unplaced {
  file: string;
  line: number;
  text: string;
}

/** An entry to write, and the files that its texts link to. */
export interface DraftEntry {
  kind: TextName;
  slug: string;
  fields: Readonly<Record<string, unknown>>;
  body: string;
  /** The text that it comes from, and its line there. */
  from: { file: string; line: number };
  /** Files of the other site, by their names in the folder of the entry. */
  files: ReadonlyMap<string, string>;
}

/** The works of a `.bib` file that go to the list of references. */
export interface DraftWorks {
  file: string;
  text: string;
  entries: readonly BibEntry[];
}

/** The parts of another site that are read so far. */
export interface Draft {
  source: Source;
  entries: DraftEntry[];
  works: DraftWorks[];
  /** Works that are papers of the author. A text may cite them. */
  ownWorks: DraftWorks[];
  news: DraftNews[];
  settings: Settings;
  unplaced: Unplaced[];
}

export function createDraft(source: Source): Draft {
  return {
    source,
    entries: [],
    works: [],
    ownWorks: [],
    news: [],
    settings: { author: {} },
    unplaced: [],
  };
}

/** Lists a part that has no place. */
export function leave(draft: Draft, file: string, line: number, text: string): void {
  const isTold = draft.unplaced.some(
    (one) => one.file === file && one.line === line && one.text === text,
  );
  if (!isTold) draft.unplaced.push({ file, line, text });
}

/** Names that templates give to their examples. */
const usualName = /^(?:project|post|paper|publication|portfolio|paper-title-number)(?:-\d+)?$/;

/** Returns a slug that no other entry of its kind in the draft has, from a file name or from its title. */
export function chooseSlug(draft: Draft, kind: TextName, name: string, title = ''): string {
  const undated = name.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '').replace(/^\d+_(?=.)/, '');
  const suggested = suggestSlug(undated) || suggestSlug(name);
  const told = usualName.test(suggested) ? suggestSlug(title) || suggested : suggested;
  const isUnfit = told === '' || describeUnfitName(told) !== undefined;
  const named = isUnfit ? [kind, told].filter(Boolean).join('-') : told;
  const base = isOwnAddress(findTextPath(kind, named)) ? `${named}-page` : named;
  const isTaken = (slug: string) =>
    draft.entries.some((entry) => entry.kind === kind && entry.slug === slug);
  let slug = base;
  for (let count = 2; isTaken(slug); count++) slug = `${base}-${count}`;
  return slug;
}

/** The address of the page of an entry, from the root of the site. */
export function buildPage({ kind, slug }: Pick<DraftEntry, 'kind' | 'slug'>): string {
  return findTextPath(kind, slug);
}

/** Reads the addresses that a page had, and lists those that cannot lead to its new page. */
export function readFormer(
  draft: Draft,
  entry: Pick<DraftEntry, 'kind' | 'slug'>,
  from: { file: string; line: number },
  addresses: readonly string[],
): string[] {
  const former = addresses.map((address) => fixFormerAddress(address));
  const kept = former.filter(
    (address, index) =>
      address !== '/' &&
      address.replace(/\/?$/, '/') !== buildPage(entry) &&
      former.indexOf(address) === index,
  );
  for (const address of kept.filter((one) => !isFormerAddress(one)))
    leave(draft, from.file, from.line, `The old address ${address} cannot be kept.`);
  return kept.filter(isFormerAddress);
}
