import { buildDate, type CalendarDate } from '../lib/date.ts';

/** The time in which something went on; without an end it goes on. */
export interface Period {
  started: CalendarDate;
  ended?: CalendarDate;
}

/** `started` and `ended` are `YYYY-MM`. */
export function buildPeriod(started: string, ended: string | undefined, language: string): Period {
  return {
    started: buildDate(started, language),
    ...(ended !== undefined && { ended: buildDate(ended, language) }),
  };
}

/** “Apr 2026 – Present”. */
export function formatPeriod({ started, ended }: Period): string {
  return `${started.label} – ${ended?.label ?? 'Present'}`;
}
