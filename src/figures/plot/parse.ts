import { parseNumber } from '../shared/written-number.ts';
import type { Attributes, DataFault, ParsedData } from '../shared/data-file.ts';
import { quoteSource } from '../shared/csv-line.ts';
import { createBlame, findColumns, type Columns } from './columns.ts';
import { readDate } from './dates.ts';
import { listValues, type PlotData, type PlotKind, type XType } from './data.ts';
import { readPoints } from './points.ts';
import { readTable, type Table } from './table.ts';
import { findDecimalSign, isDateLike, readNumber, unreadDate } from './values.ts';

/** As many as can be told apart, as a page has room for, and as can be read down the side of a panel. */
const most = { series: 6, panels: 12, names: 40 };

/**
 * Parses an author’s table for a plot: CSV whose first line names its columns. The tag says which of them to draw.
 *
 *     year,country,wage,low,high
 *     1990,Made-up A,12.5,11.9,13.1
 *
 * Commas, semicolons or tabs separate cells. Numbers have a point before their decimals, or a comma where no comma
 * separates cells and nothing else can be meant. A missing value is empty, or NA. Dates are 2015-03 or 2015-03-09.
 *
 * @param text the whole file, with or without a byte order mark, and with any line ends
 * @param attributes of the tag, which its schema checks: the names of columns, and the kind of plot
 */
export function parsePlot(text: string, attributes: Attributes): ParsedData<PlotData> {
  const faults: DataFault[] = [];
  const blame = createBlame(faults);
  const { kind = 'line', src = '', xScale, yScale } = attributes;
  const value: PlotData = {
    kind: kind as PlotKind,
    file: src.split('/').at(-1) ?? '',
    xType: 'number',
    xLabel: attributes.xLabel ?? attributes.x ?? '',
    yLabel: attributes.yLabel ?? attributes.y ?? '',
    series: [],
    panels: [],
    names: [],
    logarithmic: [],
    points: [],
  };
  const complain = (offset: number, report: Omit<DataFault, 'offset'>) => {
    faults.push({ offset, ...report });
  };
  const table = readTable(text, complain);
  // The schema of the tag reports an attribute that is missing.
  if (table === undefined || !attributes.x || !attributes.y) return { value, faults };
  const columns = findColumns(table.columns, attributes, blame);
  const [first] = table.rows;
  if (columns === undefined || first === undefined) return { value, faults };

  const list = (column: number) => table.rows.map(({ cells }) => cells[column]?.value ?? '');
  const measured = [...columns.y, columns.low ?? [], columns.high ?? []].flat();
  const sign = findDecimalSign([columns.x, ...measured].flatMap(list), table.delimiter);
  const xType =
    kind === 'bar'
      ? 'name'
      : findXType(
          list(columns.x),
          (x) => typeof readNumber(x, sign === ',' ? sign : '.') === 'number',
        );
  const cell = first.cells[columns.x];
  const found = cell === undefined ? '' : quoteSource(cell);
  if (xType === 'name' && kind !== 'bar' && isMost(list(columns.x), isDateLike)) {
    complain(first.line.offset + (cell?.offset ?? 0), { found, ...unreadDate });
    return { value, faults };
  }
  if (xType === 'name' && (kind === 'line' || kind === 'scatter')) {
    blame('x', {
      expected: `a column of numbers or dates for kind="${kind}"; its first cell is ${found}`,
      fix: 'Name such a column, or write kind="bar" or kind="interval".',
    });
    return { value, faults };
  }
  if (xScale === 'logarithmic' && xType !== 'number')
    blame('xScale', { expected: 'no logarithmic axis of names or dates', fix: 'Remove xScale.' });
  if (yScale === 'logarithmic' && kind === 'bar')
    blame('yScale', {
      expected: 'no logarithmic axis of bars, which begin at 0',
      fix: 'Remove yScale, or write kind="scatter" or kind="line" with numbers or dates on x.',
    });
  const read = readPoints(table.rows, { columns, xType, sign, attributes }, complain);
  const data = { ...value, xType, ...nameParts(table, columns, attributes), ...read };
  if (columns.series === undefined) data.series = columns.y.map((y) => table.columns[y] ?? '');
  if (columns.panels === undefined) data.panels = [''];
  data.logarithmic = listLogarithmic(data, attributes);
  checkAmounts(data, columns, blame);
  return { value: data, faults };
}

/** The type of most values of x. */
function findXType(values: readonly string[], isNumber: (text: string) => boolean): XType {
  const isDate = (text: string) => readDate(text) !== undefined;
  // A year alone is a number as well.
  if (isMost(values, (text) => isDate(text) && parseNumber(text) === undefined))
    return values.every((text) => text.length === 7) ? 'month' : 'day';
  return isMost(values, isNumber) ? 'number' : 'name';
}

function isMost(values: readonly string[], test: (text: string) => boolean): boolean {
  return 2 * values.filter(test).length >= values.length;
}

/**
 * The axes that can be logarithmic: those of an author who asks for it, and those of numbers above 0 of which the
 * greatest is at least twice the least, so that there is a difference.
 */
function listLogarithmic(
  { kind, xType, points }: PlotData,
  { xScale, yScale }: Attributes,
): PlotData['logarithmic'] {
  const isWide = (values: readonly number[], scale: string | undefined) => {
    const least = Math.min(...values);
    return least > 0 && (scale === 'logarithmic' || Math.max(...values) >= 2 * least);
  };
  const isX =
    xType === 'number' &&
    isWide(
      points.map(([, , x]) => x),
      xScale,
    );
  const isY = kind !== 'bar' && isWide(points.flatMap(listValues), yScale);
  return [isX && ('x' as const), isY && ('y' as const)].filter((axis) => axis !== false);
}

/** The headings of a plot’s table. */
function nameParts(
  { columns: names }: Table,
  { y, series, panels, low, high }: Columns,
  { yLabel }: Attributes,
): Partial<PlotData> {
  const name = (column: number) => names[column] ?? '';
  return {
    ...(series !== undefined && { seriesLabel: name(series) }),
    ...(y.length > 1 && { seriesLabel: 'column', yLabel: yLabel ?? 'value' }),
    ...(panels !== undefined && { panelLabel: name(panels) }),
    ...(low !== undefined && high !== undefined && { ends: [name(low), name(high)] as const }),
  };
}

/** Reports too many series, panels or names, and a plot without values. */
function checkAmounts(
  { series, panels, names, points }: PlotData,
  { series: seriesColumn }: Columns,
  blame: ReturnType<typeof createBlame>,
): void {
  const report = (attribute: string, noun: string, count: number, limit: number) => {
    if (count > limit)
      blame(attribute, {
        expected: `at most ${limit} ${noun}; here are ${count}`,
        fix:
          attribute === 'y'
            ? `Name at most ${limit} columns.`
            : `Keep the rows of ${limit}, or name another column.`,
      });
  };
  report(seriesColumn === undefined ? 'y' : 'series', 'series', series.length, most.series);
  report('panels', 'panels', panels.length, most.panels);
  report('x', 'names', names.length, most.names);
  if (points.length > 0 && points.every(([, , , y]) => y === null))
    blame('y', {
      expected: 'a column with a number in it',
      fix: 'Write the numbers into the table, or name another column.',
    });
}
