import { isMisspelling, nearest } from '../../../lib/nearest.ts';
import {
  parseCsvLine,
  quoteSource,
  unevenQuotes,
  type Complain,
  type Line,
} from '../../shared/csv-line.ts';
import { example } from './report.ts';
import { intervalColumns, requiredColumns, textColumns, type Column } from './row.ts';

const measured: readonly Column[] = [...requiredColumns, ...intervalColumns];
const all: readonly Column[] = [...measured, ...textColumns];

/**
 * The columns in the order of the first line, misspelt ones as the nearest; undefined where no column can be
 * recognized. Reports every mistake in their names.
 */
export function readHeader(
  { text, offset }: Line,
  complain: Complain,
): (Column | undefined)[] | undefined {
  const { cells, brokenAt } = parseCsvLine(text);
  if (brokenAt !== undefined) {
    complain(offset + brokenAt, unevenQuotes);
    return undefined;
  }
  if (cells.length === 1 && /[;\t]/.test(text)) {
    complain(offset + text.search(/[;\t]/), {
      expected: `commas between the columns, as ${example}`,
      fix: 'Save the table as CSV with commas between its cells, and points in its numbers.',
    });
    return undefined;
  }
  const named = new Set(cells.map(({ value }) => value));
  const free = all.filter((column) => !named.has(column));
  const meant = cells.map(
    ({ value }) =>
      all.find((column) => column === value) ?? (nearest(value, free) as Column | undefined),
  );
  if (!meant.some((column) => column !== undefined)) {
    complain(offset, {
      expected: `a first line that names the columns, as ${example}`,
      fix: 'Put such a line above the measurements.',
    });
    return undefined;
  }
  cells.forEach((cell, index) => {
    const { value } = cell;
    const column = meant[index];
    const isFirst = meant.indexOf(column) === index;
    if (column === value && isFirst) return;
    complain(offset + cell.offset, {
      found: quoteSource(cell),
      expected: column === value ? `the column ${value} once` : `one of ${all.join(', ')}`,
      ...(column !== undefined &&
        column !== value && { nearest: column, isSure: isMisspelling(value, column, free) }),
      fix: 'Correct the name of the column, or take it out with all its cells.',
    });
  });
  const ends = intervalColumns.filter((column) => meant.includes(column));
  if (meant.includes('query'))
    for (const column of ends)
      complain(offset + (cells[meant.indexOf(column)]?.offset ?? 0), {
        found: column,
        expected: 'no low and high in a table of queries: intervals are computed from its scores',
        fix: 'Take the column out with all its cells.',
      });
  const isInterval = ends.length > 0 && !meant.includes('query');
  for (const column of isInterval ? measured : requiredColumns)
    if (!meant.includes(column))
      complain(offset + text.length, {
        found: `no “${column}”`,
        expected: `the columns ${requiredColumns.join(', ')}, and with an interval low and high`,
        fix: `Add the column ${column}.`,
      });
  return meant;
}
