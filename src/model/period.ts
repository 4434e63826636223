import { formatMonth } from '../lib/month.ts';

/** A month for machines (`2026-04`) and for readers (`Apr 2026`). */
export interface Month {
  iso: string;
  label: string;
}

/** The time in which something went on; without an end it goes on. */
export interface Period {
  started: Month;
  ended?: Month;
}

/** `started` and `ended` are `YYYY-MM`. */
export function buildPeriod(started: string, ended: string | undefined, language: string): Period {
  const build = (iso: string) => ({ iso, label: formatMonth(iso, language) });
  return { started: build(started), ...(ended !== undefined && { ended: build(ended) }) };
}
