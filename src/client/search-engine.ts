import MiniSearch, { type AsPlainObject, type SearchOptions, type SearchResult } from 'minisearch';
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

/** All words, as they are or as they begin; else nearly so; else any of them. */
const attempts: SearchOptions[] = [
  { combineWith: 'AND' },
  { combineWith: 'AND', fuzzy: 0.2 },
  { combineWith: 'OR', fuzzy: 0.2 },
];

/** Searches the index that `load` gets by the names of its files; each is got once, when it is needed. */
export class SearchEngine {
  readonly #load: (name: string) => Promise<unknown>;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(load: (name: string) => Promise<unknown>) {
    this.#load = load;
  }

  async search(query: string): Promise<Matches> {
    const words = listWords(query).map(toTerm);
    if (words.length === 0) return { count: 0, best: [], isExact: true };
    const catalogue = await this.#get<SearchCatalogue>(searchFiles.catalogue());
    const { version } = catalogue;
    const files = new Set(words.flatMap((word) => findTermFiles(catalogue, word)));
    const rows = await Promise.all(
      [...files].map((file) => this.#get<TermRow[]>(searchFiles.terms(version, file))),
    );
    const engine = MiniSearch.loadJS(joinIndex(catalogue, rows.flat()), { ...searchOptions });
    let results: SearchResult[] = [];
    let isExact = false;
    for (const attempt of attempts) {
      results = engine.search(query, { ...attempt, prefix: isPrefix, boost: { title: 3 } });
      isExact = attempt === attempts[0];
      if (results.length > 0) break;
    }
    const best = await Promise.all(
      results.slice(0, most).map(async ({ id, terms }) => {
        const file = catalogue.records.findLastIndex((first) => first <= (id as number));
        const records = await this.#get<SearchRecord[]>(searchFiles.records(version, file));
        const record = records[(id as number) - (catalogue.records[file] ?? 0)];
        return record ? [{ record, terms: new Set(terms) }] : [];
      }),
    );
    return { count: results.length, best: best.flat(), isExact };
  }

  #get<Content>(name: string): Promise<Content> {
    const file = this.#files.get(name) ?? this.#load(name);
    this.#files.set(name, file);
    // What could not be fetched is asked for again at the next search.
    file.catch(() => this.#files.delete(name));
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

/** The parts of an index as MiniSearch reads it: all records, but only the terms that are needed. */
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
