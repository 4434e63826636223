import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDate, findNewest, isBefore, toDay } from '../../../src/lib/date.ts';

for (const [iso, language, label] of [
  ['2026-04', 'en', 'Apr 2026'],
  ['2026-04-09', 'en', 'Apr 9, 2026'],
  ['2026-04-09', 'en-GB', '9 Apr 2026'],
  ['2028-02-29', 'de', '29. Feb. 2028'],
  ['2026-01', 'de', 'Jan. 2026'],
  ['2026', 'th', '2026'],
  ['2026', 'fa', '۲۰۲۶'],
] as const)
  test(`${iso} is ${label} in ${language}`, () =>
    assert.deepEqual(buildDate(iso, language), { iso, label }));

test('of some dates the newest is found as a day, a month being its first', () => {
  assert.equal(findNewest(['2026-03-31', '2026-04', '2025-12-31']), '2026-04-01');
  assert.equal(findNewest(['2026-04-02', '2026-04']), '2026-04-02');
  assert.equal(findNewest([]), undefined);
});

test('a year is its own date, and older than each of its days', () => {
  assert.deepEqual(buildDate('2026', 'en'), { iso: '2026', label: '2026' });
  assert.equal(toDay('2026'), '2026-01-01');
  assert.equal(findNewest(['2025-12-31', '2026']), '2026');
  assert.equal(findNewest(['2026-02', '2026']), '2026-02-01');
});

test('a date is before another only as far as both are known', () => {
  assert.equal(isBefore('2026', '2026-04'), false);
  assert.equal(isBefore('2026-04', '2026'), false);
  assert.equal(isBefore('2026-03-31', '2026-04'), true);
  assert.equal(isBefore('2025', '2026-04-01'), true);
});
