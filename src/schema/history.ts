import { z } from 'astro/zod';
import { constrainedText, text } from './constraint.ts';

/** What can come about in any entry after it was first written. */
const changeKinds = ['status', 'phase-begun', 'phase-ended', 'version', 'correction'] as const;
const paperChangeKinds = [...changeKinds, 'withdrawal', 'retraction'] as const;

/** A month as `YYYY-MM` or a day as `YYYY-MM-DD` that the calendar has. Compares in time order as text. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return false;
  const [year = 0, month = 0, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day without quotation marks is a date to a reader of YAML, not a text. */
const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  constrainedText('When it came about: a day, as 2026-04-09, or a month, as 2026-04', isDate, {
    rule: 'bad-date',
    mend: 'Write the year in four digits, the month from 01 to 12, and the day, if it is known.',
  }),
);

function createHistory<const Kinds extends readonly string[]>(kinds: Kinds) {
  const change = z.strictObject({
    date,
    change: z.enum(kinds).describe('What changed'),
    note: text('What came about, in one sentence'),
  });
  return z
    .array(change)
    .default([])
    .describe(
      'What changed since the beginning, each with its date and one sentence, in any order',
    );
}

export const threadHistory = createHistory(changeKinds);

/** A paper can be taken back, too. */
export const paperHistory = createHistory(paperChangeKinds);

/** Whether `history` says of a paper that it was retracted, or withdrawn and then nothing else. */
export function isMarked(history: History, status: 'withdrawn' | 'retracted'): boolean {
  if (status === 'retracted') return history.some(({ change }) => change === 'retraction');
  const last = history
    .filter(({ change }) => change === 'status' || change === 'withdrawal')
    .reduce<History[number] | undefined>(
      (newest, one) => (newest === undefined || one.date >= newest.date ? one : newest),
      undefined,
    );
  return last?.change === 'withdrawal' && !isMarked(history, 'retracted');
}

export type History = z.infer<typeof paperHistory>;
export type ChangeKind = (typeof paperChangeKinds)[number];
