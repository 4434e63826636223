import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDate, findNewest } from '../../../src/lib/date.ts';

for (const [iso, language, label] of [
  ['2026-04', 'en', 'Apr 2026'],
  ['2026-04-09', 'en', 'Apr 9, 2026'],
  ['2026-04-09', 'en-GB', '9 Apr 2026'],
  ['2028-02-29', 'de', '29. Feb. 2028'],
  ['2026-01', 'de', 'Jan. 2026'],
] as const)
  test(`${iso} is ${label} in ${language}`, () =>
    assert.deepEqual(buildDate(iso, language), { iso, label }));

test('of some dates the newest is found as a day, a month being its first', () => {
  assert.equal(findNewest(['2026-03-31', '2026-04', '2025-12-31']), '2026-04-01');
  assert.equal(findNewest(['2026-04-02', '2026-04']), '2026-04-02');
  assert.equal(findNewest([]), undefined);
});
