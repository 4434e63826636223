import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFormerAddresses } from '../../../src/model/former-address.ts';
import { buildLocatedEntry } from './located-entry.ts';

const place = { file: 'content/papers/titan.mdx', line: 2, column: 1, found: '' };

/** Returns the values that are reported of an entry with these former addresses. */
function report(...formerly: string[]): string[] {
  return reportAmong(1, formerly);
}

function reportAmong(papers: number, formerly: string[]): string[] {
  const entry = buildLocatedEntry('paper', 'titan', {
    formerly: formerly.map((value) => ({ value, place })),
  });
  const content = {
    entries: [
      entry,
      ...Array.from({ length: papers - 1 }, (_, index) =>
        buildLocatedEntry('paper', `paper-${index}`),
      ),
    ],
    keys: [],
    areKeysKnown: true,
    misplacedSlugs: [],
    pageLinks: [],
    publicFiles: ['cv/index.html', 'old.html'],
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
  assert.deepEqual(report(' /papers/titan/ '), ['/papers/titan/']);
  assert.deepEqual(report('/a/', '/a', '/A/index.html'), ['/a', '/A/index.html']);
});

test('nor that of a part of a list that is divided', () => {
  const parts = ['/papers/year-2019/', '/papers/in-progress'];
  assert.deepEqual(reportAmong(1, parts), []);
  assert.deepEqual(reportAmong(150, parts), parts);
});
