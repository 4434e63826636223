import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocatedContent } from '../../../src/lib/located.ts';
import { checkPageLinks } from '../../../src/model/page-links.ts';
import { buildLocatedEntry } from './located-entry.ts';

const entries = [
  buildLocatedEntry('paper', 'one', { labels: ['sec-one-layer', 'eq-loss'] }),
  buildLocatedEntry('thread', 'two', { labels: ['sec-setup', 'sec-café'] }),
];

/** Checks a link from the paper. */
function list(page: string) {
  const place = { file: 'content/papers/one.mdx', line: 1, column: 1, found: page };
  const content: LocatedContent = {
    entries,
    keys: ['doe2020'],
    areKeysKnown: true,
    misplacedSlugs: [],
    publicFiles: [],
    pageLinks: [{ page, place }],
  };
  return checkPageLinks(content);
}

/** Checks links from the paper. */
function check(page: string): [rule: string, found: string, nearest: string | undefined][] {
  return list(page).map(({ rule, found, nearest }) => [rule, found, nearest]);
}

test('a link to a file at the root is told where the file belongs', () => {
  const fixes = (page: string) => list(page).map(({ fix }) => fix);
  assert.deepEqual(fixes('/images/macro/a.JPG'), [
    'Put the file beside the entry, and link to ./a.JPG.',
  ]);
  assert.match(fixes('/old/page.html').join(), /^Correct the address/);
});

test('a link may lead to a page, a part of a text, a part of its page, or a work', () => {
  for (const page of ['/papers/one/', '#one-layer', '#eq-loss', '#abstract', '#ref-doe2020'])
    assert.deepEqual(check(page), [], page);
  for (const page of ['/research/two/#setup', '/research/two/#question', '/papers/#x', '#', '#top'])
    assert.deepEqual(check(page), [], page);
});

test('a link may write a letter and its accent apart', () => {
  for (const id of ['café', 'cafe\u0301', 'cafe%CC%81', 'caf%C3%A9'])
    assert.deepEqual(check(`/research/two/#${id}`), [], id);
});

test('a link to a part that is not there has the nearest one', () => {
  assert.deepEqual(check('#nope-nope'), [['unmatched-label', '#nope-nope', undefined]]);
  assert.deepEqual(check('#one-layr'), [['unmatched-label', '#one-layr', '#one-layer']]);
  assert.deepEqual(check('/research/two/#set-up'), [
    ['unmatched-label', '/research/two/#set-up', '/research/two/#setup'],
  ]);
});

test('a link within a folder is answered with the whole address', () => {
  assert.deepEqual(check('../../research/two/#setup'), [
    ['unknown-page', '../../research/two/#setup', '/research/two/#setup'],
  ]);
  assert.deepEqual(check('/research/tvo/'), [['unknown-page', '/research/tvo/', '/research/two/']]);
});
