import { listCitations, parseCitations } from '../bibliography/cite.ts';
import type { Reference } from '../bibliography/reference.ts';
import {
  kinds,
  kindNames,
  type KindData,
  type KindName,
  type TextData,
  type TextName,
} from '../kinds/registry.ts';
import type { PictureFiles } from '../lib/field-pictures.ts';
import { readTranslation } from '../lib/translation.ts';
import { listProse } from '../lib/prose-fields.ts';
import type { News } from '../schema/news.ts';
import type { People } from '../schema/people.ts';
import type { Site } from '../schema/site.ts';
import { findWords, type Words } from '../words/words.ts';
import { readPeople, type Person } from './people.ts';

/** An entry as its author wrote it. Its slug is the name of its file. */
export interface Entry<Data> {
  slug: string;
  data: Data;
  /** Its prose. */
  body?: string | undefined;
  /** The pictures that its fields name; only pages have them. */
  pictures?: PictureFiles | undefined;
}

/** Lists of entries by kind. */
export type EntriesByKind = { [Kind in KindName]: Entry<KindData<Kind>>[] };

type AnyEntry = Entry<KindData<KindName>>;

type FreePageEntry = Entry<TextData<'page'>>;

/** A text in another language than its original, completed by the facts of that. */
export interface Translation extends Entry<TextData<TextName>> {
  kind: TextName;
  /** The slug of the original. */
  original: string;
  language: string;
}

/** The content of a site. Each part is valid by itself. The texts of a kind are with their translations. */
export interface Content {
  site: Site;
  /** A kind that is left out has no entries. */
  entries: Partial<EntriesByKind>;
  /** Pages that are no entries. */
  freePages?: FreePageEntry[];
  news?: News;
  references: Reference[];
  /** The people of `content/people.yaml`. */
  people?: People;
}

/** The sorted content with its references resolved. */
export interface Graph {
  site: Site;
  /** The site's own words. */
  words: Words;
  entries: EntriesByKind;
  freePages: FreePageEntry[];
  /** Sorted by their names, entries before pages. */
  translations: Translation[];
  news: News;
  people: Person[];
  /** In alphabetical order. */
  tags: string[];
  /** Names an entry: by its slug, or by its folder and slug if another kind has the same. */
  findId: (kind: KindName, slug: string) => string;
  /** Whether an entry lists a work, or an entry or a page cites one. */
  citesWorks: boolean;
  referencesOf: (entry: AnyEntry) => Reference[];
  /** The work that an entry cites by its key. */
  findReference: (entry: AnyEntry, key: string) => Reference;
}

/** Sorts `content` and resolves its keys. Throws at the first unknown key; `checkRelations` finds all of them. */
export function buildGraph({ site, references, people = {}, ...content }: Content): Graph {
  const entries = Object.fromEntries(
    kindNames.map((kind) => [
      kind,
      sortEntries<KindData<KindName>>(
        (content.entries[kind] ?? []).filter(isOriginal),
        kinds[kind] as unknown as SortKeys,
      ),
    ]),
  ) as unknown as EntriesByKind;
  const freePages = sortEntries((content.freePages ?? []).filter(isOriginal), undated);
  const translations = [
    ...kindNames.flatMap((kind) => listTranslations(kind, content.entries[kind])),
    ...listTranslations('page', content.freePages),
  ];
  const byKey = new Map(references.map((reference) => [reference.key, reference]));
  const findReference: Graph['findReference'] = ({ slug }, key) => {
    const reference = byKey.get(key);
    return reference ?? fail(`${slug} cites`, key);
  };
  const all = kindNames.flatMap((kind): AnyEntry[] => entries[kind]);
  const slugs = kindNames.flatMap((kind) => entries[kind].map(({ slug }) => slug));
  const groups = Map.groupBy(slugs, (slug) => slug);
  return {
    site,
    words: findWords(site.language),
    entries,
    freePages,
    translations,
    news: content.news ?? [],
    people: readPeople(people),
    findId: (kind, slug) =>
      (groups.get(slug)?.length ?? 0) > 1 ? `${kinds[kind].folder}/${slug}` : slug,
    tags: collectTags(all),
    citesWorks: [...all, ...freePages, ...translations].some((one) => citesWork(one, byKey)),
    referencesOf: (entry) => entry.data.references.map((key) => findReference(entry, key)),
    findReference,
  };
}

function isOriginal({ slug }: { slug: string }): boolean {
  return readTranslation(slug) === undefined;
}

function listTranslations(
  kind: TextName,
  texts: readonly Entry<TextData<TextName>>[] = [],
): Translation[] {
  return texts
    .flatMap((text) => {
      const { slug: original, language } = readTranslation(text.slug) ?? {};
      if (original === undefined || language === undefined) return [];
      return [{ ...text, kind, original, language }];
    })
    .toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'));
}

function citesWork(
  { data, body = '' }: AnyEntry | FreePageEntry | Translation,
  works: ReadonlyMap<string, Reference>,
): boolean {
  const texts = [body, ...listProse(data).map(({ text }) => text)];
  const isKnown = ({ key }: { key: string }) => works.has(key);
  return (
    ('references' in data && data.references.length > 0) ||
    texts.some((text) => parseCitations(text).flatMap(listCitations).some(isKnown))
  );
}

/** Finds an entry by its slug. The error of a missing one begins with `context`. */
export function findEntry<Data>(
  entries: readonly Entry<Data>[],
  slug: string,
  context: string,
): Entry<Data> {
  return entries.find((entry) => entry.slug === slug) ?? fail(context, slug);
}

function fail(context: string, key: string): never {
  throw new Error(`${context} “${key}”, which does not exist. Run “npm run check” for the place.`);
}

interface Comparable {
  order?: number | undefined;
  title: string;
}

/** The keys by which entries without `order` are sorted. */
interface SortKeys<Data = Comparable> {
  rank: (data: Data) => number;
  sortDate: (data: Data) => string;
}

/** The keys of pages, which have no date. */
const undated: SortKeys = { rank: () => 0, sortDate: () => '' };

/**
 * Sorts by `order`. Entries without one come last: those that go on before those that are done, and of these the newest
 * first. Ties are sorted by title.
 */
function sortEntries<Data extends Comparable>(
  entries: Entry<Data>[],
  { rank, sortDate: date }: SortKeys<Data>,
): Entry<Data>[] {
  return entries.toSorted(
    ({ data: a }, { data: b }) =>
      // If neither has an order, Infinity − Infinity is NaN, and the next key decides.
      (a.order ?? Infinity) - (b.order ?? Infinity) ||
      rank(a) - rank(b) ||
      date(b).localeCompare(date(a), 'en') ||
      a.title.localeCompare(b.title, 'en'),
  );
}

function collectTags(entries: AnyEntry[]): string[] {
  const labels = new Set(entries.flatMap(({ data }) => data.tags));
  return [...labels].toSorted((a, b) => a.localeCompare(b, 'en'));
}
