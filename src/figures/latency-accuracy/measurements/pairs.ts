import { quoteSource, type Cell, type Complain, type Line } from '../../shared/csv-line.ts';
import { isTokenCount, mostClasses } from '../lengths.ts';
import type { TableRow } from '../measurement.ts';

/** A row that can be read, with its line and the cell of its length. */
export interface PlacedRow {
  measurement: TableRow;
  line: Line;
  length: Cell | undefined;
}

/** Reports rows that were copied: of one architecture with one query, or at one latency. */
export function checkRepetitions(rows: readonly PlacedRow[], complain: Complain): void {
  const first = new Map<string, Line>();
  for (const { measurement, line } of rows) {
    const { architecture, query, latency, length } = measurement;
    const key = JSON.stringify(
      query === undefined ? [architecture, latency, length] : [architecture, { query }],
    );
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else
      complain(line.offset, {
        expected:
          query === undefined
            ? `a measurement once; line ${before.number} has this architecture at this latency`
            : `a score once; line ${before.number} has this architecture with this query`,
        fix: 'Take one of the two lines out.',
      });
  }
}

/** Reports lengths that cannot be compared: of numbers among names, two of a query, and more classes than are shown. */
export function checkLengths(rows: readonly PlacedRow[], complain: Complain): void {
  const [first] = rows;
  const areCounts = isTokenCount(first?.measurement.length ?? '');
  const ofQuery = new Map<string, { length: string; line: Line }>();
  const classes = new Set<string>();
  for (const { measurement, line, length: cell } of rows) {
    const { query, length } = measurement;
    if (length === undefined || cell === undefined) continue;
    const report = (expected: string, fix: string) => {
      complain(line.offset + cell.offset, { found: quoteSource(cell), expected, fix });
    };
    const known = query === undefined ? undefined : ofQuery.get(query);
    if (query !== undefined && isTokenCount(length) !== areCounts)
      report(
        `${areCounts ? 'a number of tokens, as 128' : 'the name of a class'}, as line ${first?.line.number} has`,
        'Write whole numbers of tokens on all lines, or names of classes on all lines.',
      );
    else if (known !== undefined && known.length !== length)
      report(
        `the length ${known.length}, which line ${known.line.number} has for this query`,
        'Write one length for each query, counted by one tokenizer.',
      );
    if (query !== undefined && known === undefined) ofQuery.set(query, { length, line });
    if (query === undefined || !areCounts) {
      if (!classes.has(length) && classes.size === mostClasses)
        report(
          `at most ${mostClasses} classes of lengths`,
          'Write wider classes, or in a table of queries the numbers of tokens.',
        );
      classes.add(length);
    }
  }
}

/** Reports architectures that lack the score of a query that another has. */
export function checkQueries(rows: readonly PlacedRow[], complain: Complain): void {
  const systems = new Map<string, { line: Line; queries: Set<string> }>();
  const queries = new Map<string, Line>();
  for (const { measurement, line } of rows) {
    const { architecture, query } = measurement;
    if (query === undefined) return;
    const system = systems.get(architecture) ?? { line, queries: new Set() };
    systems.set(architecture, system);
    system.queries.add(query);
    if (!queries.has(query)) queries.set(query, line);
  }
  for (const [architecture, system] of systems) {
    const count = queries.size - system.queries.size;
    if (count === 0) continue;
    const query = findOther(queries.keys(), system.queries);
    const line = queries.get(query)?.number;
    const rest = count === 1 ? '' : `, and none on ${count - 1} more`;
    complain(system.line.offset, {
      expected: `a score of each architecture on each query; “${architecture}” has none on “${query}” of line ${line}${rest}`,
      fix: 'Add the missing lines, or take the lines of these queries out: scores are compared query by query.',
    });
  }
}

/** The first that is not among some. */
function findOther(all: Iterable<string>, some: ReadonlySet<string>): string {
  for (const one of all) if (!some.has(one)) return one;
  return '';
}
