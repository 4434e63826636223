import type { DataFault } from '../../shared/data-file.ts';
import type { Cell } from './csv-line.ts';
import { intervalColumns, requiredColumns } from './row.ts';

/** A line of a table that is not empty. */
export interface Line {
  text: string;
  /** Counted from 1. */
  number: number;
  /** The offset of its first character in the file. */
  offset: number;
}

export type Report = Omit<DataFault, 'offset'>;

/** Reports a mistake at an offset of the file. */
export type Complain = (offset: number, report: Report) => void;

/** The first line of a table with all columns. */
export const example = [...requiredColumns, ...intervalColumns].join(',');

/** A cell as reports show it. */
export function quoteSource({ source }: Cell): string {
  return source === '' ? '(an empty cell)' : source;
}

export const unevenQuotes: Report = {
  expected: 'quotation marks around a whole cell, both on one line, and two where one is meant',
  fix: 'Close the quotation marks, or take them out.',
};
