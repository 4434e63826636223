import { constrainedText } from './constraint.ts';

/** A month `YYYY-MM`. As text, months sort by time. */
export const month = (description: string) =>
  constrainedText(
    `${description}: a month such as 2026-04`,
    (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
    {
      rule: 'bad-date',
      fix: 'Write the year in four digits, a hyphen, and the month from 01 to 12.',
    },
  );
