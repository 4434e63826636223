import { z } from 'astro/zod';
import { constrainedText } from './constraint.ts';

/** A valid month `YYYY-MM` or day `YYYY-MM-DD`. As text, these sort by time. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return false;
  const [year = 0, month = 0, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day or a month. YAML parses an unquoted day as a date, not as text. */
export const date = (description: string) =>
  z.preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    constrainedText(
      `${description}: a day such as 2026-04-09, or a month such as 2026-04`,
      isDate,
      {
        rule: 'bad-date',
        fix: 'Write the year in four digits, the month from 01 to 12, and the day if it is known.',
      },
    ),
  );
