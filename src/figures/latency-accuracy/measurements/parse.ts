import type { DataFault, ParsedData } from '../../shared/data-file.ts';
import {
  listLines,
  parseRow,
  quoteSource,
  type Cell,
  type Complain,
  type Line,
} from '../../shared/csv-line.ts';
import type { TableRow } from '../measurement.ts';
import { readHeader } from './header.ts';
import { checkLengths, checkQueries, checkRepetitions } from './pairs.ts';
import { example } from './report.ts';
import { readRow, type Column, type Row } from './row.ts';

/**
 * Parses a table of measurements: CSV whose first line names its columns, in any order.
 *
 *     architecture,latency_ms,ndcg@10,low,high
 *     Encoder A,12.5,0.713,0.702,0.724
 *
 * `latency_ms` is in milliseconds, above 0; `ndcg@10` is from 0 to 1. The columns `low` and `high`, the ends of
 * an interval around it, can be left out together, and both cells of a row can be empty. Commas separate cells. A
 * cell that holds a comma is in quotation marks. A row is one line. Empty lines are ignored.
 *
 * With the column `query`, a row is the score of an architecture on a query, and each architecture has one on each
 * query. `length` is that of the text in tokens, or the name of a class of lengths.
 *
 * @param text the whole file; a byte order mark and carriage returns count as blanks
 */
export function parseMeasurements(text: string): ParsedData<TableRow[]> {
  const faults: DataFault[] = [];
  const complain: Complain = (offset, report) => {
    faults.push({ offset, ...report });
  };
  const [header, ...lines] = listLines(text);
  if (header === undefined) {
    complain(0, {
      expected: `a first line that names the columns, ${example}, and a line for each measurement`,
      fix: 'Write the measurements, or take the figure out that shows them.',
    });
    return { value: [], faults };
  }
  const columns = readHeader(header, complain);
  if (columns === undefined) return { value: [], faults };
  if (lines.length === 0)
    complain(header.offset + header.text.length, {
      expected: 'a line for each measurement after the first, which names the columns',
      fix: 'Write the measurements, or take the figure out that shows them.',
    });
  const rows = lines.map((line) => ({ line, row: readCells(line, columns, complain) }));
  const placed = rows.flatMap(({ line, row }) => {
    const { measurement, faults } = readRow(row);
    for (const { cell, ...report } of faults)
      complain(line.offset + cell.offset, { found: quoteSource(cell), ...report });
    return measurement === undefined ? [] : [{ measurement, line, length: row.length }];
  });
  // Without a row that cannot be read, its query would be missed.
  const isWhole = faults.length === 0;
  checkRepetitions(placed, complain);
  if (isWhole) {
    checkLengths(placed, complain);
    checkQueries(placed, complain);
  }
  return { value: placed.map(({ measurement }) => measurement), faults };
}

/** The cells of a row by their columns. */
function readCells(line: Line, columns: readonly (Column | undefined)[], complain: Complain): Row {
  const { cells } = parseRow(line, columns.length, complain);
  const row: Partial<Record<Column, Cell>> = {};
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column !== undefined) row[column] ??= cell;
  });
  return row;
}
