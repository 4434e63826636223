import { buildDate, type CalendarDate } from '../lib/date.ts';

/** A period of time; without an end it is ongoing. */
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
