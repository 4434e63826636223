import { CsvError, parse } from 'csv-parse/sync';

/** One cell of a line of CSV. */
export interface Cell {
  /** What it holds, without quotation marks and blanks around it. */
  value: string;
  /** The author's own text of it. */
  source: string;
  /** Where it begins in the line, counted from 0. */
  offset: number;
}

/** The cells of one line of CSV up to the first that cannot be read, and where that begins. */
export interface CsvLine {
  cells: Cell[];
  brokenAt?: number;
}

/** Reads one line, whose cells stand between commas, and in quotation marks where they hold one. */
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
