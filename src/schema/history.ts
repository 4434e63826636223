import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { date } from './date.ts';

/** The changes that any entry can have. */
const changeKinds = ['status', 'phase-begun', 'phase-ended', 'version', 'correction'] as const;
export const paperChangeKinds = [...changeKinds, 'withdrawal', 'retraction'] as const;

function createHistory<const Kinds extends readonly string[]>(kinds: Kinds) {
  const change = z.strictObject({
    date: date('The date of the change'),
    change: z.enum(kinds).describe('The kind of change'),
    note: text('The change, in one sentence'),
  });
  return z
    .array(change)
    .default([])
    .describe('Changes since the beginning, each with a date and one sentence, in any order');
}

export const threadHistory = createHistory(changeKinds);

/** Papers can also be withdrawn and retracted. */
export const paperHistory = createHistory(paperChangeKinds);

/** Whether `history` marks a paper as retracted, or as withdrawn with no later change of status. */
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
