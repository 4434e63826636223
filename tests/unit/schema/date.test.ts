import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../../src/schema/date.ts';
import { suggestValue } from '../../../src/loaders/suggestion.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';

const schema = date('A date');

for (const [text, iso] of [
  ['2026', '2026'],
  ['2026-04', '2026-04'],
  [' 2026-04-09 ', '2026-04-09'],
  ['2025-07-01T00:00:00Z', '2025-07-01'],
  ['2025-07-01 23:30', '2025-07-01'],
  ['2025-07-01T23:30:15.250-08:00', '2025-07-01'],
  ['2025-07-01 01:00:00 +0200', '2025-07-01'],
] as const)
  test(`“${text}” is the date ${iso}`, () => assert.equal(schema.parse(text), iso));

for (const text of ['2026-13', '2026-02-30', '26-04', '2026-02-30T00:00:00Z', '2026-4', 'today'])
  test(`“${text}” is no date`, () => assert.equal(schema.safeParse(text).success, false));

for (const [text, nearest, isSure] of [
  ['9 April 2026', '2026-04-09', true],
  ['April 9th, 2026', '2026-04-09', true],
  ['Sept. 2026', '2026-09', true],
  ['2026/4/9', '2026-04-09', true],
  ['2026–04', '2026-04', true],
  ['20260409', '2026-04-09', true],
  ['4/2026', '2026-04', true],
  ['13.04.2026', '2026-04-13', true],
  ['04/13/2026', '2026-04-13', true],
  ['04.04.2026', '2026-04-04', true],
  ['04/05/2026', '2026', false],
  ['2026-02-30', '2026-02-28', false],
  ['2025-06-31', '2025-06-30', false],
  ['2026-04-00', '2026-04', false],
  ['2025-W12', '2025', false],
  ['spring 2026', '2026', false],
  ['marchioness', undefined, undefined],
  ['2025 or 2026', undefined, undefined],
] as const)
  test(`the nearest date of “${text}” is ${nearest ?? 'unknown'}`, () => {
    const suggestion = suggestValue(paper, { date: text }, ['date'], `date: ${text}`);
    assert.deepEqual([suggestion?.nearest, suggestion?.isSure], [nearest, isSure]);
  });
