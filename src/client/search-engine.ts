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

/** A record that was found, and the terms of it that match. */
export interface Match {
  record: SearchRecord;
  terms: ReadonlySet<string>;
}

/** How many records were found, and the best of them. */
export interface Matches {
  count: number;
  best: Match[];
  /** Whether they have all of the words, and not only some or similar ones. */
  isExact: boolean;
}

/** As many as are shown, and so fetched. */
const most = 10;

/** All words, as they are or as they begin. */
const exactly: SearchOptions = { combineWith: 'AND' };

/** All words, or what is near them; else any of them. */
const nearly: SearchOptions[] = [
  { combineWith: 'AND', fuzzy: 0.2 },
  { combineWith: 'OR', fuzzy: 0.2 },
];

/** The most files of terms, of 32 KB each before compression, that are all fetched for what is near. */
const mostTermFiles = 6;

/** Searches the index that `load` gets by the names of its files; each is got once, when it is needed. */
export class SearchEngine {
  readonly #load: (name: string) => Promise<unknown>;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(load: (name: string) => Promise<unknown>) {
    this.#load = load;
  }

  /**
   * What has all words of `query`, else what is near. Rejects when a file cannot be loaded.
   *
   * A word is near another whatever letter it begins with, so that all terms are needed for it, which few
   * searches come to. A large index has too many of them: there a slip in the first letter is not forgiven.
   */
  async search(query: string): Promise<Matches> {
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
      results.slice(0, most).map(async ({ id, terms }) => {
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

  /** The index with the terms of `files` alone. */
  async #open(catalogue: SearchCatalogue, files: readonly number[]): Promise<MiniSearch> {
    const rows = await Promise.all(
      files.map((file) => this.#get<TermRow[]>(searchFiles.terms(catalogue.version, file))),
    );
    return MiniSearch.loadJS(joinIndex(catalogue, rows.flat()), { ...searchOptions });
  }

  #get<Content>(name: string): Promise<Content> {
    const file = this.#files.get(name) ?? this.#load(name);
    this.#files.set(name, file);
    // What is missing may have gone with a version that is no longer published: the next search asks for all anew.
    file.catch(() => this.#files.clear());
    return file as Promise<Content>;
  }
}

/** One letter stands for itself: too much begins with it. */
function isPrefix(term: string): boolean {
  return term.length > 1;
}

/** The files with the terms that `word` is or, where it may be a beginning, begins. */
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
 * The parts of an index as MiniSearch reads it: all records, but only the terms that are needed. This is
 * version 2 of its serialised form: https://lucaong.github.io/minisearch/classes/MiniSearch.MiniSearch.html#loadJS
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
