import { z } from 'astro/zod';
import { constrainedText } from './constraint.ts';

/** A valid year `YYYY`, month `YYYY-MM` or day `YYYY-MM-DD`. As text, these sort by time. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day with a time, as computers write it. */
const timestamp =
  /^\s*(\d{4}-\d{2}-\d{2})(?:[Tt]|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?\s*$/;

/** A day, a month or a year. A time is read as the day that is written there. */
export const date = (description: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(timestamp, '$1') : value),
    constrainedText(
      `${description}: a day, a month or a year, such as 2026-04-09, 2026-04 or 2026`,
      isDate,
      {
        rule: 'bad-date',
        fix: 'Write the year in four digits, and the month and the day in two, if they are known. The month must have the day.',
      },
    ),
  );
