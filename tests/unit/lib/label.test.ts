import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEntryKey, parseEntryKey } from '../../../src/lib/label.ts';

for (const [key, name, label] of [
  ['entry-titan', 'titan', undefined],
  ['entry-titan/fig-loss', 'titan', 'fig-loss'],
  ['entry-papers/titan', 'papers/titan', undefined],
  ['entry-papers/titan/sec-a-b', 'papers/titan', 'sec-a-b'],
  ['entry-papers', 'papers', undefined],
] as const)
  test(`@${key} names ${name}`, () => {
    const parsed = parseEntryKey(key);
    assert.deepEqual([parsed?.name, parsed?.label], [name, label]);
    assert.equal(buildEntryKey(name, label), key);
  });
