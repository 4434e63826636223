import { buildDate, type CalendarDate } from '../lib/date.ts';
import type { Words } from '../words/words.ts';

/** A period of time; without an end it is ongoing. */
export interface Period {
  started: CalendarDate;
  ended?: CalendarDate;
}

/** `started` and `ended` are a year, a month or a day. */
export function buildPeriod(started: string, ended: string | undefined, language: string): Period {
  return {
    started: buildDate(started, language),
    ...(ended !== undefined && { ended: buildDate(ended, language) }),
  };
}

/** “Apr 2026 – Present”; one date if the period ended in the month or year of its start. */
export function formatPeriod({ started, ended }: Period, words: Words): string {
  if (started.label === ended?.label) return started.label;
  return `${started.label} – ${ended?.label ?? words.entry.present}`;
}
