import { ContentError, type Fault } from '../../lib/fault.ts';
import type { Measurement } from '../../lib/measurement.ts';
import { buildLocation } from '../source.ts';
import { parseCsvLine, type Cell } from './csv-line.ts';
import { readHeader } from './header.ts';
import { example, quoteSource, unevenQuotes, type Complain, type Line } from './report.ts';
import { readRow, type Column, type Row } from './row.ts';

/**
 * Reads an author's table of measurements: CSV, whose first line names its columns in any order.
 *
 *     architecture,latency_ms,ndcg@10,low,high
 *     Encoder A,12.5,0.713,0.702,0.724
 *
 * `latency_ms` is in milliseconds, above 0; `ndcg@10` from 0 to 1. The columns `low` and `high`, the ends
 * of an interval around it, can be left out together, and both cells of a row can be empty. Cells stand
 * between commas, a name with a comma in quotation marks; a row is one line, and empty lines count for
 * nothing.
 *
 * @param text the whole file; a byte order mark, and what Windows ends lines with, count as blanks
 * @param file the path that faults name
 * @returns the measurements that can be read, and every mistake in the file. Never throws.
 */
export function parseMeasurements(
  text: string,
  file: string,
): { measurements: Measurement[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const complain: Complain = (offset, report) => {
    faults.push({
      rule: 'malformed-measurements',
      ...buildLocation(file, text, offset),
      ...report,
    });
  };
  const [header, ...lines] = listLines(text);
  if (header === undefined) {
    complain(0, {
      expected: `a first line that names the columns, ${example}, and a line for each measurement`,
      fix: 'Write the measurements, or take the figure out that shows them.',
    });
    return { measurements: [], faults };
  }
  const columns = readHeader(header, complain);
  if (columns === undefined) return { measurements: [], faults };
  if (lines.length === 0)
    complain(header.offset + header.text.length, {
      expected: 'a line for each measurement after the first, which names the columns',
      fix: 'Write the measurements, or take the figure out that shows them.',
    });
  const rows = lines.map((line) => ({ line, row: readCells(line, columns, complain) }));
  const measurements = rows.flatMap(({ line, row }) => {
    const { measurement, faults } = readRow(row);
    for (const { cell, ...report } of faults)
      complain(line.offset + cell.offset, { found: quoteSource(cell), ...report });
    return measurement === undefined ? [] : [{ measurement, line }];
  });
  checkRepetitions(measurements, text, complain);
  return { measurements: measurements.map(({ measurement }) => measurement), faults };
}

/**
 * The measurements of a table that has passed the check, for what shows them.
 *
 * @param text the whole file
 * @param file the path that faults name
 * @throws ContentError with every mistake that is in it all the same
 */
export function loadMeasurements(text: string, file: string): Measurement[] {
  const { measurements, faults } = parseMeasurements(text, file);
  if (faults.length > 0) throw new ContentError(faults);
  return measurements;
}

/** The lines that are not empty. */
function listLines(text: string): Line[] {
  let offset = 0;
  return text
    .split('\n')
    .map((line): Line => {
      const start = offset;
      offset += line.length + 1;
      return { text: line, offset: start };
    })
    .filter(({ text }) => text.trim() !== '');
}

/** The cells of a row by their columns. */
function readCells(
  { text, offset }: Line,
  columns: readonly (Column | undefined)[],
  complain: Complain,
): Row {
  const { cells, brokenAt } = parseCsvLine(text);
  const count = `${columns.length} cells, as the first line has`;
  const extra = cells[columns.length];
  if (brokenAt !== undefined) complain(offset + brokenAt, unevenQuotes);
  else if (extra !== undefined)
    complain(offset + extra.offset, {
      expected: `${count}; here are ${cells.length}`,
      fix: 'Write numbers with a point, as 12.5, and put a name with a comma in quotation marks.',
    });
  else if (cells.length < columns.length)
    complain(offset + text.length, {
      expected: `${count}; here are ${cells.length}`,
      fix: 'Write what is missing, and a comma for each cell that stays empty.',
    });
  // What stands after a comma too many is in no column that can be told.
  if (extra !== undefined) return {};
  const row: Partial<Record<Column, Cell>> = {};
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column !== undefined) row[column] ??= cell;
  });
  return row;
}

/** The same architecture at the same latency is a row that was copied. */
function checkRepetitions(
  measurements: readonly { measurement: Measurement; line: Line }[],
  text: string,
  complain: Complain,
): void {
  const first = new Map<string, Line>();
  for (const { measurement, line } of measurements) {
    const key = JSON.stringify([measurement.architecture, measurement.latency]);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else
      complain(line.offset, {
        expected: `a measurement once; line ${buildLocation('', text, before.offset).line} has this architecture at this latency`,
        fix: 'Take one of the two lines out.',
      });
  }
}
