import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchEngine } from '../../../src/client/search-engine.ts';
import { searchOptions, type SearchRecord } from '../../../src/lib/search-index.ts';
import { buildSearchIndex } from '../../../src/metadata/search-index.ts';

const record = (title: string, text = ''): SearchRecord => ({
  kind: 'Section',
  title,
  address: `/${title}/`,
  context: '',
  text,
});
const filler = Array.from({ length: 400 }, (_, number) =>
  record(`f${number}`, `common word${number} term${number * 7} ${'x'.repeat(60)}${number}`),
);
const records = [
  record('Gödel in São Paulo', 'On the softmax of q and k, with step eta.'),
  record('Second', 'An optimizer that learns. The learned optimizers.'),
  ...filler,
  record('Last', 'zebra optimizer'),
];

/** A search engine on the files of an index after a JSON round trip, and the names of fetched files. */
function open(list: SearchRecord[]) {
  const files = buildSearchIndex(list);
  const fetched: string[] = [];
  const engine = new SearchEngine((name) => {
    fetched.push(name);
    return Promise.resolve(JSON.parse(JSON.stringify(files[name])) as unknown);
  });
  const find = async (query: string) =>
    (await engine.search(query)).best.map((match) => match.record.title);
  return { files, fetched, engine, find };
}

const { files, engine, find } = open(records);

test('words are found without case and accents, by their beginning, and all of them together', async () => {
  for (const query of ['godel', 'GÖDEL', 'sao', 'São Paulo', 'softm', 'q k η', 'paulo softmax'])
    assert.deepEqual(await find(query), ['Gödel in São Paulo'], query);
  assert.deepEqual((await find('optimizers')).toSorted(), ['Last', 'Second']);
  assert.deepEqual(await find('zebra optimizers'), ['Last']);
});

test('of what has a word, what has it in its title comes first', async () => {
  const { find } = open([record('A', 'probe'), ...filler, record('The probe', '')]);
  assert.deepEqual(await find('probe'), ['The probe', 'A']);
});

test('where nothing has all words, what is near is found, and said to be only near', async () => {
  const typo = await engine.search('optimiser');
  assert.equal(typo.isExact, false);
  assert.ok(typo.best.some((match) => match.terms.has('optimizer')));
  assert.deepEqual((await find('zebra softmax')).toSorted(), ['Gödel in São Paulo', 'Last']);
  assert.equal((await engine.search('zebra')).isExact, true);
});

test('a slip in the first letter is forgiven, though terms with that letter are in another file', async () => {
  const { files, fetched, engine } = open(records);
  const { best } = await engine.search('aptimizer');
  assert.ok(best.some((match) => match.terms.has('optimizer')));
  const termFiles = (names: string[]) => names.filter((name) => name.startsWith('terms'));
  assert.ok(termFiles(Object.keys(files)).length > 1);
  assert.deepEqual(termFiles(fetched).toSorted(), termFiles(Object.keys(files)).toSorted());
});

test('of a large index no more terms are fetched for what is near', async () => {
  const { files, fetched, engine } = open(
    Array.from({ length: 6_000 }, (_, number) => record(`${number}${'y'.repeat(40)}`)),
  );
  assert.ok(Object.keys(files).filter((name) => name.startsWith('terms')).length > 6);
  assert.equal((await engine.search('qqqqqqqq')).count, 0);
  assert.equal(fetched.length, 2);
});

test('nothing is found for words that are nowhere, for signs, and on an empty site', async () => {
  for (const query of ['qqqqqqqq', ' — ', '']) assert.deepEqual(await find(query), []);
  assert.deepEqual(await open([]).find('word'), []);
});

test('all that match are counted, the best are shown, each record is the one that was indexed', async () => {
  const { count, best } = await engine.search('common');
  assert.equal(count, filler.length);
  assert.equal(best.length, 10);
  for (const number of [0, 57, 399]) assert.deepEqual(await find(`word${number}`), [`f${number}`]);
});

test('a search fetches the files that it needs, and none twice', async () => {
  const { fetched, find } = open(records);
  assert.ok(Object.keys(files).length > 8);
  await find('zebra');
  assert.deepEqual(
    fetched.map((name) => name.replace(/-.*/, '')),
    ['catalogue', 'terms', 'records'],
  );
  await find('zebra');
  assert.equal(fetched.length, 3);
});

test('the terms that a word begins are found in whichever file they are', async () => {
  const { find, engine } = open(
    Array.from({ length: 900 }, (_, number) =>
      record(`p${number}`, `pre${number}${'y'.repeat(90)}`),
    ),
  );
  assert.equal((await engine.search('pre')).count, 900);
  assert.deepEqual(await find('pre899'), ['p899']);
});

test('what could not be fetched is asked for again', async () => {
  let isOnline = false;
  const engine = new SearchEngine((name) =>
    isOnline ? Promise.resolve(files[name]) : Promise.reject(new Error('offline')),
  );
  await assert.rejects(engine.search('zebra'), /offline/);
  isOnline = true;
  assert.equal((await engine.search('zebra')).count, 1);
});

test('an open page searches on after a new version of the site, though not at once', async () => {
  const newer = buildSearchIndex([...records, record('Newest', 'quagga')]);
  let published = files;
  const engine = new SearchEngine((name) =>
    name in published ? Promise.resolve(published[name]) : Promise.reject(new Error('404')),
  );
  assert.equal((await engine.search('godel')).count, 1);
  published = newer;
  await assert.rejects(engine.search('zebra'), /404/);
  assert.equal((await engine.search('quagga')).count, 1);
});

test('what is made otherwise of the same records has other names', (context) => {
  context.mock.method(searchOptions, 'processTerm', (word: string) => word);
  const names = Object.keys(buildSearchIndex(records));
  assert.deepEqual(
    names.filter((name) => name in files),
    ['catalogue'],
  );
});

test('equal records give equal files, and other records other names', () => {
  assert.equal(JSON.stringify(buildSearchIndex(records)), JSON.stringify(files));
  const names = (list: SearchRecord[]) => Object.keys(buildSearchIndex(list));
  const changed = names([...records.slice(0, -1), record('Last', 'zebra optimiser')]);
  assert.deepEqual(
    changed.filter((name) => name in files),
    ['catalogue'],
  );
});

const mixed = (kind: string, count: number): SearchRecord[] =>
  Array.from({ length: count }, (_, index) => ({ ...record(`${kind} ${index}`, 'probe'), kind }));

test('pages of the site come before works and tags, which keep some room', async () => {
  const { engine } = open([
    ...mixed('Thread', 1),
    ...mixed('Section', 20),
    ...mixed('Reference', 20),
  ]);
  const { best } = await engine.search('probe');
  const kinds = best.map((match) => match.record.kind);
  assert.equal(kinds.length, 10);
  assert.deepEqual(kinds.slice(6), Array(4).fill('Reference'));
  assert.ok(kinds.slice(0, 6).every((kind) => kind !== 'Reference'));
});

test('works fill the room that pages leave, and the other way round', async () => {
  const find = async (records: SearchRecord[]) =>
    (await open(records).engine.search('probe')).best.length;
  assert.equal(await find([...mixed('Section', 1), ...mixed('Tag', 20)]), 10);
  assert.equal(await find([...mixed('Section', 20), ...mixed('Tag', 1)]), 10);
});

test('before a search there are some entries, without parts of them, works and tags', async () => {
  const part = { ...record('Part'), address: '/a/#part' };
  const { engine } = open([...mixed('Thread', 9), part, ...mixed('Reference', 1)]);
  const start = await engine.listStart();
  assert.deepEqual(
    start.map((match) => match.record.title),
    Array.from({ length: 8 }, (_, index) => `Thread ${index}`),
  );
});
