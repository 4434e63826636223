import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const change = (date: string) => ({ date, change: 'version', note: 'It changed.' });

const { pages } = buildView(
  {},
  [
    buildThread('begun', { started: '2026-02', tags: ['A'] }),
    buildThread('ended', { started: '2024-05', ended: '2025-07', tags: ['A'] }),
    buildThread('changed', { history: [change('2026-03-09'), change('2026-01')] }),
  ],
  [
    buildPaper('dated', { tags: ['B'], history: [change('2026-01-20')] }),
    buildPaper('undated', {
      tags: ['C'],
      status: 'submitted',
      venue: { acronym: 'C', year: 2026, name: 'C' },
    }),
  ],
);

const find = (path: string) => {
  const page = pages.find(({ address }) => address === `/portfolio${path}`);
  assert.ok(page, path);
  return page.updated;
};

test('the page of an entry changed with the newest of its dates', () => {
  assert.equal(find('/research/begun/'), '2026-02-01');
  assert.equal(find('/research/ended/'), '2025-07-01');
  assert.equal(find('/research/changed/'), '2026-03-09');
  assert.equal(find('/papers/dated/'), '2026-01-20');
});

test('the Markdown twin of a page is beside it', () => {
  const twins = pages.map(({ address, twin }) => twin.replace(address, ''));
  assert.deepEqual(new Set(twins), new Set(['index.md']));
});

test('a year is no day: a paper without history has no date', () => {
  assert.equal(find('/papers/undated/'), undefined);
});

test('a list changed with the newest of what it lists, which is known when all of that is dated', () => {
  assert.equal(find('/research/'), '2026-03-09');
  assert.equal(find('/tags/a/'), '2026-02-01');
  assert.equal(find('/tags/b/papers/'), '2026-01-20');
  for (const path of ['/', '/statement/', '/papers/', '/tags/c/', '/tags/', '/contents/'])
    assert.equal(find(path), undefined, path);
});
