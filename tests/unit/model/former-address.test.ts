import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocatedEntry } from '../../../src/lib/located.ts';
import { checkFormerAddresses } from '../../../src/model/former-address.ts';

const place = { file: 'content/papers/titan.mdx', line: 2, column: 1, found: '' };

/** Returns the values that are reported of an entry with these former addresses. */
function report(...formerly: string[]): string[] {
  const entry: LocatedEntry = {
    kind: 'paper',
    slug: 'titan',
    file: place.file,
    order: [],
    tags: [],
    references: [],
    threads: [],
    citations: [],
    entryKeys: [],
    formerly: formerly.map((value) => ({ value, place })),
    areTagsKnown: true,
  };
  const content = {
    entries: [entry],
    keys: [],
    areKeysKnown: true,
    misplacedSlugs: [],
    pageLinks: [],
    publicPages: ['cv/index.html', 'old.html'],
  };
  return checkFormerAddresses(content).map(({ found }) => found);
}

test('a former address may not be that of a page, of a page of public/, or claimed twice', () => {
  assert.deepEqual(report('/blog/titan/', '/titan.html', '/cv.html'), []);
  assert.deepEqual(report('/index.html', '/papers/titan/index.html'), [
    '/index.html',
    '/papers/titan/index.html',
  ]);
  assert.deepEqual(report('/cv', '/old.html', '/OLD.html'), ['/cv', '/old.html', '/OLD.html']);
  assert.deepEqual(report('/a/', '/a', '/A/index.html'), ['/a', '/A/index.html']);
});
