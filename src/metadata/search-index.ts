import { createHash } from 'node:crypto';
import MiniSearch from 'minisearch';
import {
  otherKinds,
  searchFields,
  searchFiles,
  searchOptions,
  type Postings,
  type SearchCatalogue,
  type SearchRecord,
  type TermRow,
} from '../lib/search-index.ts';

/** Characters of JSON per file: small enough to fetch one for a word, large enough to compress well. */
const fileSizes = { terms: 32_768, records: 8_192 };

/** The most entries that are shown before a search. */
const mostAtStart = 8;

/**
 * Builds a MiniSearch index of `records`, split into files by name. A search for one word fetches the catalogue, the
 * terms with its prefix, and the records of the results, so the size of the site does not matter.
 */
export function buildSearchIndex(records: readonly SearchRecord[]): Record<string, unknown> {
  const engine = new MiniSearch({ ...searchOptions });
  engine.addAll(records.map((record, id) => ({ ...record, id })));
  const { index, fieldLength, averageFieldLength } = engine.toJSON();
  const rows = index
    .map(([term, fields]): TermRow => {
      return [term, ...searchFields.map((_, field) => buildPostings(fields[field] ?? {}))];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const terms = cut(rows, fileSizes.terms);
  const texts = cut(records, fileSizes.records);
  const content = JSON.stringify([terms, texts]);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const catalogue: SearchCatalogue = {
    version,
    own: records.filter(({ kind }) => !otherKinds.has(kind)).length,
    start: records
      .filter(({ kind, address }) => !otherKinds.has(kind) && !address.includes('#'))
      .slice(0, mostAtStart)
      .map((record) => ({ ...record, text: '' })),
    terms: terms.map(([row]) => row?.[0] ?? ''),
    records: listFirst(texts),
    lengths: searchFields.map((_, field) => records.map((__, id) => fieldLength[id]?.[field] ?? 0)),
    averages: averageFieldLength,
  };
  return Object.fromEntries([
    [searchFiles.catalogue(), catalogue],
    ...terms.map((part, file) => [searchFiles.terms(version, file), part]),
    ...texts.map((part, file) => [searchFiles.records(version, file), part]),
  ]) as Record<string, unknown>;
}

/** The index of the first item of each part, counted across all parts. */
function listFirst(parts: readonly unknown[][]): number[] {
  let next = 0;
  return parts.map(({ length }) => (next += length) - length);
}

function buildPostings(counts: Record<string, number>): Postings {
  const ids = Object.keys(counts).map(Number);
  return [ids.map((id, place) => id - (ids[place - 1] ?? 0)), ids.map((id) => counts[id] ?? 0)];
}

/** Cuts a list into parts of about `size` characters of JSON. */
function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const { length } = JSON.stringify(item);
    if (room < length) {
      parts.push([]);
      room = size;
    }
    parts.at(-1)?.push(item);
    room -= length;
  }
  return parts;
}
