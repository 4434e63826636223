import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSelections, type Selection } from '../../../src/model/selection.ts';
import type { EntryRow } from '../../../src/model/site.ts';
import { english } from '../../../src/words/words.ts';

const rows = (
  [['thread', 'A', 'C++'], ['thread', 'A'], ['paper', 'A', "Bayes' Rule"], ['paper']] as [
    EntryRow['kind'],
    ...string[],
  ][]
)
  .concat(Array.from({ length: 8 }, () => ['paper']))
  .map(([kind, ...tags], index) => ({
    title: `Entry ${index + 1}`,
    address: `/base/${index + 1}/`,
    kind,
    label: kind,
    schemaType: 'Thing',
    summary: '',
    glyph: { kind: 'letter' as const, letter: 'E' },
    when: '',
    tags,
  }));

const address = (path: string) => `/base${path}`;
const { all, kinds, tagged } = buildSelections(
  rows,
  rows,
  ['A', "Bayes' Rule", 'C++'],
  address,
  english,
  false,
);

const find = (tag: string, kind?: string): Selection => {
  const page = tagged.find(({ params }) => params.tag === tag && params.kind === kind);
  assert.ok(page);
  return page.selection;
};

const titles = rows.map(({ title }) => title);
const listTitles = (selection: Selection) => selection.rows.map(({ title }) => title);
const pick = (...numbers: number[]) => numbers.map((number) => `Entry ${number}`);

test('everything, each kind, each tag, and a tag with a kind select their entries in order', () => {
  assert.deepEqual(
    [
      all,
      kinds.thread,
      kinds.paper,
      find('a'),
      find('a', 'papers'),
      find('c-plus-plus', 'threads'),
    ].map(listTitles),
    [titles, pick(1, 2), titles.slice(2), pick(1, 2, 3), pick(3), pick(1)],
  );
});

test('a tag has a page with a kind only where that selects something; each has its own title', () => {
  assert.deepEqual(
    tagged.map(({ params, title, heading, description }) => [
      ...Object.values(params),
      title,
      heading,
      description,
    ]),
    [
      ['a', undefined, 'A: entries', 'A', 'Entries about A.'],
      ['a', 'threads', 'A: threads', 'A: threads', 'Threads about A.'],
      ['a', 'papers', 'A: papers', 'A: papers', 'Papers about A.'],
      [
        'bayes-rule',
        undefined,
        "Bayes' Rule: entries",
        "Bayes' Rule",
        "Entries about Bayes' Rule.",
      ],
      [
        'bayes-rule',
        'papers',
        "Bayes' Rule: papers",
        "Bayes' Rule: papers",
        "Papers about Bayes' Rule.",
      ],
      ['c-plus-plus', undefined, 'C++: entries', 'C++', 'Entries about C++.'],
      ['c-plus-plus', 'threads', 'C++: threads', 'C++: threads', 'Threads about C++.'],
    ],
  );
});

test('a kind keeps the tag, a tag keeps the kind, and what would leave nothing has no address', () => {
  assert.deepEqual(find('c-plus-plus', 'threads').kinds, [
    { label: 'All', count: 1, address: '/base/tags/c-plus-plus/', isCurrent: false },
    { label: 'Threads', count: 1, address: '/base/tags/c-plus-plus/threads/', isCurrent: true },
    { label: 'Papers', count: 0, isCurrent: false },
  ]);
  assert.deepEqual(find('c-plus-plus', 'threads').tags, [
    { label: 'Any', count: 2, address: '/base/research/', isCurrent: false },
    { label: 'A', count: 2, address: '/base/tags/a/threads/', isCurrent: false },
    { label: "Bayes' Rule", count: 0, isCurrent: false },
    { label: 'C++', count: 1, address: '/base/tags/c-plus-plus/threads/', isCurrent: true },
  ]);
  assert.deepEqual(kinds.paper.tags[0], {
    label: 'Any',
    count: 10,
    address: '/base/papers/',
    isCurrent: true,
  });
  assert.deepEqual(find('a').tags[0]?.address, '/base/');
});

test('a selection says how many of how many it shows, and leads back to the whole', () => {
  const facts = [all, kinds.paper, find('a')].map(({ summary, clear, isOfOneKind, tag }) => {
    return { summary, clear, isOfOneKind, tag };
  });
  assert.deepEqual(facts, [
    { summary: 'Showing 12 of 12 entries', clear: undefined, isOfOneKind: false, tag: undefined },
    { summary: 'Showing 10 of 12 entries', clear: '/base/', isOfOneKind: true, tag: undefined },
    { summary: 'Showing 3 of 12 entries', clear: '/base/', isOfOneKind: false, tag: 'A' },
  ]);
});

test('a site without tags offers none, and one of a single entry counts it in the singular', () => {
  const { all, kinds } = buildSelections(
    rows.slice(0, 1),
    rows.slice(0, 1),
    [],
    address,
    english,
    false,
  );
  assert.deepEqual(all.tags, []);
  assert.equal(all.summary, 'Showing 1 of 1 entry');
  assert.equal(kinds.paper.summary, 'Showing 0 of 1 entry');
});

test('where all entries are of one kind, there is no choice of kinds', () => {
  const threads = rows.map((row) => ({ ...row, kind: 'thread' as const }));
  const { all, kinds } = buildSelections(threads, threads, ['A', 'C++'], address, english, false);
  assert.deepEqual([all.kinds, kinds.thread.kinds], [[], []]);
  assert.deepEqual(
    all.tags.map(({ label, count }) => [label, count]),
    [
      ['Any', 12],
      ['A', 3],
      ['C++', 1],
    ],
  );
});

test('an index of ten entries has no filter', () => {
  const { all, kinds } = buildSelections(
    rows.slice(0, 10),
    rows.slice(0, 10),
    ['A'],
    address,
    english,
    false,
  );
  assert.deepEqual([all.kinds, all.tags, kinds.paper.tags], [[], [], []]);
});

test('where some entries are shown, the page of all is a selection, which says so', () => {
  const shown = rows.slice(0, 3);
  const { all, kinds } = buildSelections(rows, shown, ['A'], address, english, false);
  assert.deepEqual(all.rows, shown);
  assert.equal(all.summary, 'Showing 3 of 12 entries');
  assert.deepEqual(
    kinds.paper.kinds.map(({ label, count }) => [label, count]),
    [
      ['Selected', 3],
      ['Threads', 2],
      ['Papers', 10],
    ],
  );
});
