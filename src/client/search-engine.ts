import MiniSearch, { type AsPlainObject, type SearchOptions } from 'minisearch';
import {
  searchFields,
  searchFiles,
  searchOptions,
  type Postings,
  type SearchCatalogue,
  type SearchRecord,
  type TermRow,
} from '../lib/search-index.ts';
import { listWords, toTerm } from '../lib/search-terms.ts';

/** A found record and its matching terms. */
export interface SearchResult {
  record: SearchRecord;
  terms: ReadonlySet<string>;
}

/** The number of found records, and the best of them. */
export interface SearchResults {
  count: number;
  best: SearchResult[];
  /** Whether they contain all words exactly, not just some or similar ones. */
  isExact: boolean;
}

/** The most results that are shown, and so fetched. */
const most = 10;

/** So many of them are works and tags, if so many are found; the pages of the site come before. */
const mostOthers = 4;

/** All words, exactly or as prefixes. */
const exactly: SearchOptions = { combineWith: 'AND' };

/** All words or similar ones, else any of them. */
const nearly: SearchOptions[] = [
  { combineWith: 'AND', fuzzy: 0.2 },
  { combineWith: 'OR', fuzzy: 0.2 },
];

/** The most term files (32 KB each before compression) that a fuzzy search may fetch. */
const mostTermFiles = 6;

/** Searches an index in files. `load` fetches a file by name; each is fetched once, on demand. */
export class SearchEngine {
  readonly #load: (name: string) => Promise<unknown>;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(load: (name: string) => Promise<unknown>) {
    this.#load = load;
  }

  /**
   * Finds the records with all words of `query`, else similar ones. Rejects if a file cannot be
   * loaded.
   *
   * A fuzzy match may begin with any letter, so it needs all terms. A large index has too many of
   * them: there, a typo in the first letter finds nothing.
   */
  async search(query: string): Promise<SearchResults> {
    const words = listWords(query).map(toTerm);
    if (words.length === 0) return { count: 0, best: [], isExact: true };
    const catalogue = await this.#get<SearchCatalogue>(searchFiles.catalogue());
    const files = new Set(words.flatMap((word) => findTermFiles(catalogue, word)));
    let engine = await this.#open(catalogue, [...files]);
    const ask = (options: SearchOptions) =>
      engine.search(query, { ...options, prefix: isPrefix, boost: { title: 3 } });
    let results = ask(exactly);
    const isExact = results.length > 0;
    if (!isExact && catalogue.terms.length <= mostTermFiles)
      engine = await this.#open(catalogue, [...catalogue.terms.keys()]);
    for (const attempt of nearly) if (results.length === 0) results = ask(attempt);
    const best = await Promise.all(
      chooseBest(results, ({ id }) => (id as number) < catalogue.own).map(async ({ id, terms }) => {
        const file = catalogue.records.findLastIndex((first) => first <= (id as number));
        const records = await this.#get<SearchRecord[]>(
          searchFiles.records(catalogue.version, file),
        );
        const record = records[(id as number) - (catalogue.records[file] ?? 0)];
        return record ? [{ record, terms: new Set(terms) }] : [];
      }),
    );
    return { count: results.length, best: best.flat(), isExact };
  }

  /** Some entries, to show before a search. Rejects if they cannot be loaded. */
  async listStart(): Promise<SearchResult[]> {
    const { start } = await this.#get<SearchCatalogue>(searchFiles.catalogue());
    return start.map((record) => ({ record, terms: new Set() }));
  }

  /** Opens the index with only the terms of `files`. */
  async #open(catalogue: SearchCatalogue, files: readonly number[]): Promise<MiniSearch> {
    const rows = await Promise.all(
      files.map((file) => this.#get<TermRow[]>(searchFiles.terms(catalogue.version, file))),
    );
    return MiniSearch.loadJS(joinIndex(catalogue, rows.flat()), { ...searchOptions });
  }

  #get<Content>(name: string): Promise<Content> {
    const file = this.#files.get(name) ?? this.#load(name);
    this.#files.set(name, file);
    // A missing file may belong to a version that is no longer published. The next search fetches
    // everything again.
    file.catch(() => this.#files.clear());
    return file as Promise<Content>;
  }
}

/** The best results that are `own`, then the best of the others. */
function chooseBest<Result>(
  results: readonly Result[],
  isOwn: (result: Result) => boolean,
): Result[] {
  const own = results.filter(isOwn);
  const others = results.filter((result) => !isOwn(result));
  const room = Math.max(most - own.length, mostOthers);
  const shown = others.slice(0, room);
  return [...own.slice(0, most - shown.length), ...shown];
}

/** A single letter matches only itself: too many words begin with it. */
function isPrefix(term: string): boolean {
  return term.length > 1;
}

/** Returns the files that may hold `word`, or words that begin with it. */
function findTermFiles({ terms }: SearchCatalogue, word: string): number[] {
  const last = isPrefix(word) ? `${word}\uffff` : word;
  const start = Math.max(
    terms.findLastIndex((first) => first <= word),
    0,
  );
  return terms.flatMap((first, file) =>
    file === start || (file > start && first <= last) ? [file] : [],
  );
}

/**
 * Joins the parts of an index into the form that MiniSearch loads: all records, but only the
 * needed terms. This is version 2 of its serialization:
 * https://lucaong.github.io/minisearch/classes/MiniSearch.MiniSearch.html#loadJS
 */
function joinIndex({ lengths, averages }: SearchCatalogue, rows: TermRow[]): AsPlainObject {
  const ids = (lengths[0] ?? []).map((_, id) => id);
  const byId = <Value>(value: (id: number) => Value) =>
    Object.fromEntries(ids.map((id) => [id, value(id)]));
  return {
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: byId((id) => id),
    fieldIds: Object.fromEntries(searchFields.map((name, field) => [name, field])),
    fieldLength: byId((id) => lengths.map((field) => field[id] ?? 0)),
    averageFieldLength: averages,
    storedFields: {},
    index: rows.map(([term, ...fields]) => [
      term,
      Object.fromEntries(
        fields.flatMap((postings, field) =>
          postings[0].length > 0 ? [[field, readPostings(postings)]] : [],
        ),
      ),
    ]),
    serializationVersion: 2,
  };
}

function readPostings([steps, counts]: Postings): Record<number, number> {
  let id = 0;
  return Object.fromEntries(steps.map((step, place) => [(id += step), counts[place] ?? 0]));
}
