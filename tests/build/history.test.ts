import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleBuild } from '../support/builds.ts';
import { exampleDocuments, type Document } from '../support/document.ts';

function findPage(path: string): Document {
  const page = exampleDocuments.find((document) => document.path === path);
  assert.ok(page, path);
  return page;
}

const readList = ({ root }: Document, list: string) =>
  root.querySelectorAll(`${list} li`).map(({ textContent }) => textContent.replace(/\s+/g, ' '));

test('an entry tells its history, the newest change first', () => {
  assert.deepEqual(
    readList(findPage('/papers/withdrawn-paper/'), 'ol.history').map((text) => text.trim()),
    [
      'Sep 12, 2025Withdrawal. Withdrawn by the authors, for the data of its second experiment were lost.',
      'May 2, 2025New version. The second version corrects two figures.',
    ],
  );
});

test('the index of the Research page tells the newest change of each entry', () => {
  const rows = findPage('/').root.querySelector('main table')?.querySelectorAll('tbody tr') ?? [];
  const dates = rows.map((row) => row.querySelector('th time')?.getAttributeValue('datetime'));
  assert.deepEqual(dates, [
    '2026-01-15',
    undefined,
    '2025-06',
    '2026-03-01',
    '2025-09-12',
    '2025-02-28',
    undefined,
    // The outputs.
    ...[undefined, undefined, undefined],
  ]);
});

test('where nothing changed, nothing is told', () => {
  const { root } = findPage('/papers/draft-paper/');
  assert.equal(root.querySelector('.history'), null);
  const rows = findPage('/').root.querySelectorAll('main table tr');
  const row = rows.find(({ textContent }) => textContent.includes('A Made-Up Draft'));
  assert.equal(row?.querySelectorAll('time').length, 0);
});

const fallen = {
  Withdrawn: 'A Made-Up Paper That Was Withdrawn',
  Retracted: 'A Made-Up Paper That Was Retracted',
};

for (const [notice, title] of Object.entries(fallen))
  test(`a paper says that it is ${notice.toLowerCase()} before its title, in every file`, () => {
    const files = globSync('**/*.{html,bib,ris,json,txt}', { cwd: exampleBuild.folder });
    const named = files.flatMap((file) => {
      const text = readFileSync(join(exampleBuild.folder, file), 'utf8');
      const pattern = new RegExp(`(.{0,11})${title}`, 'g');
      return [...text.matchAll(pattern)].map(([, before = '']) => ({
        file,
        before,
      }));
    });
    assert.ok(named.length > 10, `named ${named.length} times`);
    assert.deepEqual(
      named.filter(({ before }) => !before.endsWith(`${notice}: `)),
      [],
    );
  });

test('a page whose paper does not stand tells why above all else that it says', () => {
  const { root } = findPage('/papers/retracted-paper/');
  const [, first] = root.querySelector('article > header')?.childElements ?? [];
  assert.match(first?.textContent ?? '', /^\s*Feb 28, 2025\s*: Retracted by the journal/);
});
