import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SearchEngine } from '../../src/client/search-engine.ts';
import { seededRandom } from '../../src/figures/shared/random.ts';
import {
  searchFiles,
  type SearchCatalogue,
  type SearchRecord,
} from '../../src/lib/search-index.ts';
import { buildSearchIndex } from '../../src/metadata/search-index.ts';
import { rootBuild } from '../support/builds.ts';
import { assertWithin, compress } from '../support/bytes.ts';
import { researchPage } from '../support/document.ts';

/** For the first search of one word: script, index, and shown results. */
const budget = 120_000;

const read = (path: string) => readFileSync(join(rootBuild.folder, path), 'utf8');
const button = researchPage.root.querySelector('[data-search]');
const script = compress(read(button?.getAttributeValue('data-search') ?? ''));

/**
 * Returns the bytes that a search for `query` fetches from an index, and the number of found
 * records.
 */
async function weigh(query: string, load: (name: string) => string) {
  const fetched: string[] = [];
  const engine = new SearchEngine((name) => {
    fetched.push(load(name));
    return Promise.resolve(JSON.parse(fetched.at(-1) ?? '') as unknown);
  });
  const { count } = await engine.search(query);
  return { count, bytes: script + fetched.reduce((sum, file) => sum + compress(file), 0) };
}

test('the first search of this site is light', async (context) => {
  const load = (name: string) => read(`search/${name}.json`);
  const { version } = JSON.parse(load(searchFiles.catalogue())) as SearchCatalogue;
  const [first] = JSON.parse(load(searchFiles.records(version, 0))) as SearchRecord[];
  const { count, bytes } = await weigh(first?.title ?? '', load);
  assert.ok(count > 0);
  assertWithin(context, bytes, budget);
});

const random = seededRandom(7);
const syllables = 'ba con de for ge in la mo ne per ra sta ti tor un ver'.split(' ');

/** 30,000 words of up to four syllables, sorted by frequency (Zipf's law). */
const vocabulary = Array.from({ length: 30_000 }, (_, number) =>
  [number >> 12, number >> 8, number >> 4, number]
    .map((part) => syllables[part & 15] ?? '')
    .slice(number < 4_096 ? 1 : 0)
    .join(''),
);
const write = (length: number) =>
  Array.from(
    { length },
    () => vocabulary[Math.floor(vocabulary.length ** random.uniform()) - 1] ?? '',
  ).join(' ');

test('so is that of a site of a thousand entries of a thousand words', async (context) => {
  const build = (kind: SearchRecord['kind'], address: string, words: number): SearchRecord => {
    return { kind, title: write(5), address, context: write(3), text: write(words) };
  };
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  const files = buildSearchIndex([
    ...numbers.flatMap((entry) => [
      build('Paper', `/papers/paper-${entry}/`, 40),
      ...Array.from('abcdef', (id) => build('Section', `/papers/paper-${entry}/#${id}`, 160)),
    ]),
    ...numbers.map((work) => build('Reference', `/references/#ref-${work}`, 12)),
    ...numbers.slice(0, 100).map((tag) => build('Tag', `/tags/tag-${tag}/`, 0)),
  ]);
  for (const word of [vocabulary[3], vocabulary[300], vocabulary[20_000]]) {
    const { count, bytes } = await weigh(word ?? '', (name) => JSON.stringify(files[name]));
    assert.ok(count > 0);
    assertWithin(context, bytes, budget);
  }
});
