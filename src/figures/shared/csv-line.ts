import { CsvError, parse } from 'csv-parse/sync';
import type { DataFault } from './data-file.ts';

/** The signs that can separate cells, with their names. */
export const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export type Delimiter = keyof typeof delimiters;

/** A line of a table that is not empty. */
export interface Line {
  text: string;
  /** Counted from 1. */
  number: number;
  /** The offset of its first character in the file. */
  offset: number;
}

/** One cell of a line of CSV. */
export interface Cell {
  /** Its content, without quotation marks and blanks around it. */
  value: string;
  /** Its text in the file. */
  source: string;
  /** The offset of its first character in the line. */
  offset: number;
}

/** The cells of one line of CSV up to the first malformed one. */
export interface CsvLine {
  cells: Cell[];
  /** The offset of the malformed cell. */
  brokenAt?: number;
}

export type Report = Omit<DataFault, 'offset'>;

/** Reports a mistake at an offset of the file. */
export type Complain = (offset: number, report: Report) => void;

/** A cell as reports show it. */
export function quoteSource({ source }: Cell): string {
  return source === '' ? '(an empty cell)' : source;
}

export const unevenQuotes: Report = {
  expected: 'quotation marks around a whole cell, both on one line, and two where one is meant',
  fix: 'Close the quotation marks, or take them out.',
};

/** The lines that are not empty. */
export function listLines(text: string): Line[] {
  let offset = 0;
  return text
    .split('\n')
    .map((line, index): Line => {
      const start = offset;
      offset += line.length + 1;
      return { text: line, number: index + 1, offset: start };
    })
    .filter(({ text }) => text.trim() !== '');
}

/**
 * Parses a row of a table with `count` columns, and reports a line that is malformed or has more or fewer cells. With a
 * delimiter too many, no cell has a column for certain, and the row is empty.
 */
export function parseRow(
  { text, offset }: Line,
  count: number,
  complain: Complain,
  delimiter: Delimiter = ',',
): { cells: Cell[]; isWhole: boolean } {
  const { cells, brokenAt } = parseCsvLine(text, delimiter);
  const expected = `${count} cells, as the first line has; here are ${cells.length}`;
  const extra = cells[count];
  if (brokenAt !== undefined) complain(offset + brokenAt, unevenQuotes);
  else if (extra !== undefined)
    complain(offset + extra.offset, {
      expected,
      fix: `Put a cell that has a ${delimiters[delimiter]} in quotation marks, and write numbers with a point, as 12.5.`,
    });
  else if (cells.length < count)
    complain(offset + text.length, {
      expected,
      fix: `Write the missing cells, and a ${delimiters[delimiter]} for each cell that stays empty.`,
    });
  return { cells: extra === undefined ? cells : [], isWhole: cells.length === count };
}

/** Parses one line; a cell that holds the delimiter, one character, is in quotation marks. */
export function parseCsvLine(line: string, delimiter = ','): CsvLine {
  const bytes = Buffer.from(line);
  const cells: Cell[] = [];
  let start = 0;
  let startInBytes = 0;
  try {
    parse(line, {
      delimiter,
      trim: true,
      relax_column_count: true,
      // Called for each cell in turn, with the number of bytes up to the delimiter after it.
      cast(value, { bytes: end }) {
        const { length } = bytes.toString('utf8', startInBytes, end);
        const text = line.slice(start, start + length);
        const source = text.trim();
        cells.push({ value, source, offset: start + (source === '' ? 0 : text.indexOf(source)) });
        start += length + 1;
        startInBytes = end + 1;
        return value;
      },
    });
    return { cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { cells, brokenAt: start + line.slice(start).search(/\S|$/) };
  }
}
