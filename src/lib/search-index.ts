import { listWords, toTerm } from './search-terms.ts';

/** Something that can be found. */
export interface SearchRecord {
  kind: 'Thread' | 'Paper' | 'Section' | 'Reference' | 'Tag';
  title: string;
  address: string;
  /** What tells it from others of its name: the entry of a section, the time of a thread. Not searched. */
  context: string;
  text: string;
}

/** The parts of a record that are searched. */
export const searchFields = ['title', 'text'] as const;

/** How MiniSearch cuts and folds words, when the index is built and when it is asked. */
export const searchOptions = {
  fields: [...searchFields],
  tokenize: listWords,
  processTerm: toTerm,
};

/** What a search fetches first. Records are numbered in their order, from 0. */
export interface SearchCatalogue {
  /** A digest of the other files, and a part of their names: none is taken for an older one. */
  version: string;
  /** The first term of each file of terms, in the order of their code units. */
  terms: string[];
  /** The number of the first record in each file of records. */
  records: number[];
  /** For each field the number of terms in each record, and their mean. */
  lengths: number[][];
  averages: number[];
}

/** The records that have a term, for one field: the steps from each number to the next, and how often each has it. */
export type Postings = [steps: number[], counts: number[]];

/** A term, and its postings in each field. */
export type TermRow = [term: string, ...fields: Postings[]];

/** The names of the files of an index, without their ending. */
export const searchFiles = {
  catalogue: () => 'catalogue',
  terms: (version: string, file: number) => `terms-${version}-${file}`,
  records: (version: string, file: number) => `records-${version}-${file}`,
};
