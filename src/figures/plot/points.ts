import { quoteSource, type Complain } from '../shared/csv-line.ts';
import type { Attributes } from '../shared/data-file.ts';
import type { Columns } from './columns.ts';
import type { PlotPoint, XType } from './data.ts';
import type { Row } from './table.ts';
import {
  isAdvice,
  isMissing,
  readDay,
  readNumber,
  type Advice,
  type DecimalSign,
} from './values.ts';

/** How the cells of a table are read. */
interface Reading {
  columns: Columns;
  xType: XType;
  sign: DecimalSign;
  /** Those of the tag, for the axes that are logarithmic. */
  attributes: Attributes;
}

/** The points of a table, with the names that it uses in the order in which they come. */
export interface Points {
  points: PlotPoint[];
  names: string[];
  series: string[];
  panels: string[];
}

/** Reads the values of each row, and reports cells that cannot be drawn. */
export function readPoints(rows: readonly Row[], reading: Reading, complain: Complain): Points {
  const { columns, xType, sign, attributes } = reading;
  const { xScale, yScale } = attributes;
  const names = new Map<string, number>();
  const series = new Map<string, number>();
  const panels = new Map<string, number>();
  const seen = new Map<string, number>();
  const points: PlotPoint[] = [];
  for (const { line, cells } of rows) {
    const row = { isSound: true };
    const read = <Value>(column: number, readValue: (text: string) => Value | Advice) => {
      const cell = cells[column];
      if (cell === undefined) return undefined;
      const value = readValue(cell.value);
      if (!isAdvice(value)) return value;
      complain(line.offset + cell.offset, { found: quoteSource(cell), ...value });
      row.isSound = false;
      return undefined;
    };
    const place = (column: number | undefined, known: Map<string, number>) =>
      column === undefined ? 0 : read(column, (text) => findPlace(text, known));
    const readValue = (column: number) =>
      read(column, (text) =>
        isMissing(text) ? null : onAxis(readNumber(text, sign), yScale, 'yScale'),
      );
    const x =
      xType === 'name'
        ? place(columns.x, names)
        : read(columns.x, (text) =>
            xType === 'number' ? onAxis(readNumber(text, sign), xScale, 'xScale') : readDay(text),
          );
    const panel = place(columns.panels, panels);
    const ends = [columns.low, columns.high].map((column) =>
      column === undefined ? null : readValue(column),
    );
    const [low = null, high = null] = ends;
    for (const [index, column] of columns.y.entries()) {
      const one = columns.series === undefined ? index : place(columns.series, series);
      const y = readValue(column);
      if (row.isSound) points.push([panel ?? 0, one ?? 0, x ?? 0, y ?? null, low, high]);
    }
    if (!row.isSound) continue;
    checkEnds([low, points.at(-1)?.[3] ?? null, high], (end, advice) =>
      read(columns[end] ?? 0, () => advice),
    );
    const key = [panel, series.size > 0 && points.at(-1)?.[1], x].join();
    const before = seen.get(key);
    if ((xType === 'name' || attributes.kind === 'line') && before !== undefined)
      complain(line.offset, {
        expected:
          xType === 'name'
            ? `each name once in a series of a panel; line ${before} has this one`
            : `each value of x once in a line; line ${before} of the file has this one`,
        fix: 'Take one of the two lines out, or name the column that tells them apart as series or panels.',
      });
    seen.set(key, line.number);
  }
  return {
    points,
    names: [...names.keys()],
    series: [...series.keys()],
    panels: [...panels.keys()],
  };
}

/** The place of a name among those before it. */
function findPlace(name: string, known: Map<string, number>): number | Advice {
  if (name === '') return { expected: 'a name', fix: 'Write the name, or take the row out.' };
  const place = known.get(name) ?? known.size;
  known.set(name, place);
  return place;
}

/** A value on its axis. */
function onAxis(
  value: number | Advice,
  scale: string | undefined,
  attribute: string,
): number | Advice {
  if (isAdvice(value) || scale !== 'logarithmic' || value > 0) return value;
  return {
    expected: 'a number above 0, as its axis is logarithmic',
    fix: `Take the row out, or remove ${attribute} from the tag.`,
  };
}

/** Reports an interval that lacks an end, or does not hold its value. */
function checkEnds(
  [low, y, high]: readonly (number | null)[],
  report: (end: 'low' | 'high', advice: Advice) => void,
): void {
  if (low === undefined || y === undefined || high === undefined) return;
  if ((low === null) !== (high === null))
    report(low === null ? 'low' : 'high', {
      expected: 'both ends of the interval, or neither',
      fix: 'Write the other end too, or leave both cells empty.',
    });
  else if (low === null || high === null) return;
  else if (low > high)
    report('low', {
      expected: `a number that is at most ${high}, the upper end in this row`,
      fix: 'Write the lower end under the column of low, and the upper one under that of high.',
    });
  else if (y !== null && (y < low || y > high)) {
    const [from, to] = [y - low, y + high].map((end) => Number(end.toPrecision(12)));
    const areDistances = low >= 0 && (low === high || high < y);
    report(y < low ? 'low' : 'high', {
      expected: `an interval that holds y, ${y}`,
      fix: areDistances
        ? `Write the ends themselves, as ${from} and ${to}, not their distance.`
        : 'Write ends with y between them, or leave both cells empty.',
    });
  }
}
