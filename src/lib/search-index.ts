import { listWords, toTerm } from './search-terms.ts';

/** An item that can be found. */
export interface SearchRecord {
  /** The name of its kind, as `Section` or that of a kind of entry. */
  kind: string;
  title: string;
  address: string;
  /**
   * Distinguishes records of one title: the entry of a section, the period of a thread. Not
   * searched.
   */
  context: string;
  text: string;
}

/** The kinds of records that are no pages of the site's own. */
export const otherKinds: ReadonlySet<string> = new Set(['Reference', 'Tag']);

/** The searched fields of a record. */
export const searchFields = ['title', 'text'] as const;

/** How MiniSearch tokenizes and folds words, both when indexing and when searching. */
export const searchOptions = {
  fields: [...searchFields],
  tokenize: listWords,
  processTerm: toTerm,
};

/** The first file of a search. Records are numbered in order, from 0. */
export interface SearchCatalogue {
  /** A digest of the other files and a part of their names, so that caches never mix versions. */
  version: string;
  /** The number of records of the site's own pages, which come first: entries, and parts of them. */
  own: number;
  /** The entries shown before a search, without their texts. */
  start: SearchRecord[];
  /** The first term of each term file, sorted by code units. */
  terms: string[];
  /** The number of the first record in each record file. */
  records: number[];
  /** For each field, the number of terms in each record, and their mean. */
  lengths: number[][];
  averages: number[];
}

/**
 * The records with a term in one field: the differences between their numbers, and the count in
 * each.
 */
export type Postings = [steps: number[], counts: number[]];

/** A term and its postings in each field. */
export type TermRow = [term: string, ...fields: Postings[]];

/** The names of the index files, without extension. */
export const searchFiles = {
  catalogue: () => 'catalogue',
  terms: (version: string, file: number) => `terms-${version}-${file}`,
  records: (version: string, file: number) => `records-${version}-${file}`,
};
