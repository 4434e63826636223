import type { DataTable, Panel } from '../shared/interactive-figure.ts';
import { joinWords } from '../shared/list.ts';
import { formatNumber } from '../shared/number.ts';
import type { PlotResult } from './core.ts';
import { writeDate } from './dates.ts';
import type { PlotData } from './data.ts';

const kindNames = {
  line: 'A line chart',
  scatter: 'A scatter plot',
  bar: 'A bar chart',
  interval: 'Estimates with intervals',
};

/** A value of x as the author wrote it. */
export function formatX({ xType, names }: PlotData, x: number): string {
  if (xType === 'name') return names[x] ?? '';
  if (xType === 'number') return String(x).replace('-', '−');
  return writeDate(x).slice(0, xType === 'month' ? 7 : 10);
}

/** A value with four significant digits, and with all those before its point: 12345.6 is 12346. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) return formatNumber(value);
  const digits = Math.max(4, Math.floor(Math.log10(size)) + 1);
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}

/** The numbers of a plot in one sentence: how many values there are, the series they belong to, and the range of each axis. */
export function summarizePlot(data: PlotData, { xEnds }: PlotResult): string {
  const { xType, xLabel, yLabel, series, panels, names, points } = data;
  const shown = points.filter(([, , , y]) => y !== null);
  const missing = points.length - shown.length;
  const values = points.flatMap(([, , , y]) => y ?? []);
  const amount = [
    `${count(shown.length, 'value')}${series.length > 1 ? ` in ${series.length} series` : ''}`,
    series.length > 1 && joinWords(series),
    panels.length > 1 && `in ${panels.length} panels`,
    panels.length > 1 && joinWords(panels),
  ].filter((part) => part !== false);
  const range = (values: readonly number[]) =>
    `from ${formatValue(Math.min(...values))} to ${formatValue(Math.max(...values))}`;
  const across =
    xType === 'name'
      ? `for ${count(names.length, 'name')}`
      : `${xLabel} from ${formatX(data, xEnds[0])} to ${formatX(data, xEnds[1])}`;
  const limits = points.flatMap(([, , , , low, high]) => [low ?? [], high ?? []].flat());
  const extents = [
    `${yLabel} ${range(values)}`,
    limits.length > 0 && `with intervals ${range(limits)}`,
    across,
  ].filter((part) => part !== false);
  const gaps =
    missing === 0 ? '' : `; ${count(missing, 'value')} ${missing === 1 ? 'is' : 'are'} missing`;
  return `${amount.join(', ')}: ${extents.join(', ')}${gaps}.`;
}

/** The title and the alternative text of a panel. */
export function describePanel(
  data: PlotData,
  panel: number,
  { isXLogarithmic, isYLogarithmic }: { isXLogarithmic: boolean; isYLogarithmic: boolean },
): Pick<Panel, 'title' | 'description'> {
  const { kind, xLabel, yLabel, series, panelLabel, panels, points } = data;
  const axis = (label: string, isLogarithmic: boolean) =>
    `${label}${isLogarithmic ? ' on a logarithmic axis' : ''}`;
  const drawn = `${axis(yLabel, isYLogarithmic)} by ${axis(xLabel, isXLogarithmic)}`;
  const where = panelLabel === undefined ? '' : `, ${panelLabel}: ${panels[panel]}`;
  const hasIntervals = points.some(([own, , , , low]) => own === panel && low !== null);
  const what = `${kindNames[kind]}${hasIntervals && kind !== 'interval' ? ' with intervals' : ''}`;
  const parts = series.length > 1 ? ` The series are ${joinWords(series)}.` : '';
  return {
    title: panelLabel === undefined ? `${yLabel} by ${xLabel}` : (panels[panel] ?? ''),
    description: `${what}: ${drawn}${where}.${parts}`,
  };
}

/** Every value of the plot, in the order of the file, with all its digits. */
export function tabulatePlot(data: PlotData): DataTable {
  const { xLabel, yLabel, seriesLabel, series, panelLabel, panels, ends, points } = data;
  const before = [panelLabel, seriesLabel].filter((label) => label !== undefined);
  return {
    columns: [...before, xLabel, yLabel, ...(ends ?? [])],
    names: before.length,
    rows: points.map(([panel, one, x, y, low, high]) => [
      ...(panelLabel === undefined ? [] : [panels[panel] ?? '']),
      ...(seriesLabel === undefined ? [] : [series[one] ?? '']),
      data.xType === 'number' ? keepDigits(x) : formatX(data, x),
      keepDigits(y),
      ...(ends === undefined ? [] : [keepDigits(low), keepDigits(high)]),
    ]),
  };
}

/** A number for a table, as words where the table would round it; NaN for a missing value, as its file can be read again. */
function keepDigits(value: number | null): number | string {
  if (value === null) return NaN;
  const isShort = Number(value.toPrecision(4)) === value || Number.isSafeInteger(value);
  return isShort && Math.abs(value) < 1e6 && (value === 0 || Math.abs(value) >= 1e-4)
    ? value
    : String(value);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
