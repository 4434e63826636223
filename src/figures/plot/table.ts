import {
  delimiters,
  listLines,
  parseCsvLine,
  parseRow,
  unevenQuotes,
  type Cell,
  type Complain,
  type Delimiter,
  type Line,
} from '../shared/csv-line.ts';

/**
 * The most rows of a table: a page holds each value three times, in its picture, in its table and for its script. With
 * 2,000 rows these are about 300 kB, 60 compressed.
 */
export const mostRows = 2000;

/** A row of a table, with a cell for each of its columns. */
export interface Row {
  line: Line;
  cells: readonly Cell[];
}

/** A table as it is written. */
export interface Table {
  /** The names of the columns. */
  columns: string[];
  delimiter: Delimiter;
  rows: Row[];
}

const nothing = {
  expected: 'a first line that names the columns, and a line for each row',
  fix: 'Write the rows, or take the figure out that shows them.',
};

/** Reads the cells of a table, and reports lines that cannot be read; undefined where there is no row. */
export function readTable(text: string, complain: Complain): Table | undefined {
  // A byte order mark counts as a blank.
  const [header, ...lines] = listLines(text.replace(/^\uFEFF/, ' '));
  if (header === undefined) {
    complain(0, nothing);
    return undefined;
  }
  const delimiter = chooseDelimiter(header.text);
  const { cells, brokenAt } = parseCsvLine(header.text, delimiter);
  if (brokenAt !== undefined) {
    complain(header.offset + brokenAt, unevenQuotes);
    return undefined;
  }
  const end = header.offset + header.text.length;
  if (lines.length === 0) complain(end, nothing);
  const extra = lines[mostRows];
  if (extra !== undefined)
    complain(extra.offset, {
      expected: `at most ${mostRows} rows; here are ${lines.length}, and a page would hold them all`,
      fix: 'Keep every second or tenth row, or means of groups of them.',
    });
  const rows = lines.slice(0, mostRows).flatMap((line) => {
    const { cells: own, isWhole } = parseRow(line, cells.length, complain, delimiter);
    return isWhole ? [{ line, cells: own }] : [];
  });
  return { columns: cells.map(({ value }) => value), delimiter, rows };
}

/** The one of comma, semicolon and tab that the names of the columns have most of. */
function chooseDelimiter(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return (Object.keys(delimiters) as Delimiter[]).reduce((most, sign) =>
    count(sign) > count(most) ? sign : most,
  );
}
