import type { Fault } from '../../lib/fault.ts';
import type { Cell } from './csv-line.ts';
import { intervalColumns, requiredColumns } from './row.ts';

/** A line of a table that is not empty. */
export interface Line {
  text: string;
  /** Where it begins in the file, counted from 0. */
  offset: number;
}

/** What is said of a mistake; `found` where it is not the whole line. */
export type Report = Pick<Fault, 'expected' | 'nearest' | 'fix'> & { found?: string };

/** Reports what is wrong at an offset of the file. */
export type Complain = (offset: number, report: Report) => void;

/** The first line of a table that has all columns. */
export const example = [...requiredColumns, ...intervalColumns].join(',');

/** A cell as a report shows it. */
export function quoteSource({ source }: Cell): string {
  return source === '' ? '(an empty cell)' : source;
}

export const unevenQuotes: Report = {
  expected: 'quotation marks around a whole cell, both on one line, and two where one is meant',
  fix: 'Close the quotation marks, or take them out.',
};
