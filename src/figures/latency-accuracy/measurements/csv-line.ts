import { CsvError, parse } from 'csv-parse/sync';

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

/** Parses one line; a cell that holds a comma is in quotation marks. */
export function parseCsvLine(line: string): CsvLine {
  const bytes = Buffer.from(line);
  const cells: Cell[] = [];
  let start = 0;
  let startInBytes = 0;
  try {
    parse(line, {
      trim: true,
      relax_column_count: true,
      // Called for each cell in turn, with the number of bytes up to the comma after it.
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
