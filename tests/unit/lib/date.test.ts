import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDate } from '../../../src/lib/date.ts';

for (const [iso, language, label] of [
  ['2026-04', 'en', 'Apr 2026'],
  ['2026-04-09', 'en', 'Apr 9, 2026'],
  ['2026-04-09', 'en-GB', '9 Apr 2026'],
  ['2028-02-29', 'de', '29. Feb. 2028'],
  ['2026-01', 'de', 'Jan. 2026'],
] as const)
  test(`${iso} is ${label} in ${language}`, () =>
    assert.deepEqual(buildDate(iso, language), { iso, label }));
