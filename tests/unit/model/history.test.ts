import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildHistory } from '../../../src/model/history.ts';
import { paperHistory } from '../../../src/schema/history.ts';
import { english } from '../../../src/words/words.ts';

const parse = (...dates: unknown[]) =>
  paperHistory.parse(
    dates.map((date, index) => ({ date, change: 'version', note: `No. ${index}` })),
  );

test('changes are told from the newest to the oldest, those of one day as they were written', () => {
  const dates = ['2026-01-09', '2025-12', '2026-01-09', '2026-02-01T00:00:00Z'];
  assert.deepEqual(
    buildHistory(parse(...dates), english).map(({ date, note }) => [date.label, note]),
    [
      ['Feb 1, 2026', 'No. 3'],
      ['Jan 9, 2026', 'No. 2'],
      ['Jan 9, 2026', 'No. 0'],
      ['Dec 2025', 'No. 1'],
    ],
  );
});

test('a change keeps its id when others are added, before it or after', () => {
  const note = 'It changed.';
  const [begun, ended, month, corrected] = [
    { date: '2026-03-01', change: 'phase-begun', note },
    { date: '2026-03-01', change: 'phase-ended', note },
    { date: '2026-03', change: 'phase-begun', note },
    { date: '2026-03-01', change: 'correction', note },
  ];
  const listIds = (...changes: unknown[]) =>
    buildHistory(paperHistory.parse(changes), english).map(({ id }) => id);
  const ids = ['history-2026-03-01-phase-ended', 'history-2026-03-01-phase-begun'];
  assert.deepEqual(listIds(begun, ended), ids);
  assert.deepEqual(listIds(corrected, begun, month, ended), [
    ...ids,
    'history-2026-03-01-correction',
    'history-2026-03-phase-begun',
  ]);
  assert.deepEqual(listIds(begun, begun), [`${ids[1]}-2`, ids[1]]);
});

test('a date is one that the calendar has', () => {
  for (const date of ['2026-02-30', '2026-13', '2026-00-01', '26', '2026-1-1', '', '2025-02-29'])
    assert.throws(() => parse(date), date);
});
