import type { DataTable, Panel } from '../shared/interactive-figure.ts';
import type { PlotResult } from './core.ts';
import { formatDate, writeDate } from './dates.ts';
import type { PlotData } from './data.ts';
import { buildCell, formatValue, writeWhole } from './numbers.ts';
import { speak } from './words.ts';

/** A value of x as the author wrote it. */
export function formatX({ xType, names, words }: PlotData, x: number): string {
  if (xType === 'name') return names[x] ?? '';
  if (xType === 'number') return writeWhole(x, words?.language);
  return writeDate(x).slice(0, xType === 'month' ? 7 : 10);
}

/** A value of x in a sentence. Among Arabic words an ISO date would change its order. */
function sayX(data: PlotData, x: number): string {
  const { xType, words } = data;
  const isDate = xType === 'day' || xType === 'month';
  return isDate && words !== undefined
    ? formatDate(x, words.language, xType === 'day')
    : formatX(data, x);
}

/** The numbers of a plot in one sentence: how many values there are, the series they belong to, and the range of each axis. */
export function summarizePlot(data: PlotData, { xEnds }: PlotResult): string {
  const { xType, xLabel, yLabel, series, panels, names, points } = data;
  const { words, format, join } = speak(data.words);
  const { language } = words;
  const shown = points.filter(([, , , y]) => y !== null);
  const missing = points.length - shown.length;
  const values = points.flatMap(([, , , y]) => y ?? []);
  const amount = format(words.values, { count: shown.length });
  const amounts = [
    series.length > 1 ? format(words.inSeries, { values: amount, number: series.length }) : amount,
    series.length > 1 && join(series),
    panels.length > 1 && format(words.inPanels, { number: panels.length }),
    panels.length > 1 && join(panels),
  ].filter((part) => part !== false);
  const findRange = (values: readonly number[]) => ({
    low: formatValue(Math.min(...values), language),
    high: formatValue(Math.max(...values), language),
  });
  const across =
    xType === 'name'
      ? format(words.names, { count: names.length })
      : format(words.range, {
          label: xLabel,
          low: sayX(data, xEnds[0]),
          high: sayX(data, xEnds[1]),
        });
  const limits = points.flatMap(([, , , , low, high]) => [low ?? [], high ?? []].flat());
  const extents = [
    format(words.range, { label: yLabel, ...findRange(values) }),
    limits.length > 0 && format(words.intervals, findRange(limits)),
    across,
  ].filter((part) => part !== false);
  const text = extents.join(words.comma);
  return format(words.summary, {
    amount: amounts.join(words.comma),
    extent: missing === 0 ? text : format(words.missing, { text, count: missing }),
  });
}

/** The title and the alternative text of a panel. */
export function describePanel(
  data: PlotData,
  panel: number,
  { isXLogarithmic, isYLogarithmic }: { isXLogarithmic: boolean; isYLogarithmic: boolean },
): Pick<Panel, 'title' | 'description'> {
  const { kind, xLabel: x, yLabel: y, series, panelLabel, panels, points } = data;
  const { words, format, join } = speak(data.words);
  const name = (axis: string, isLogarithmic: boolean) =>
    isLogarithmic ? format(words.logarithmic, { axis }) : axis;
  const hasIntervals = points.some(([own, , , , low]) => own === panel && low !== null);
  const what = words.kinds[kind];
  const drawn = format(words.description, {
    kind: hasIntervals && kind !== 'interval' ? format(words.withIntervals, { kind: what }) : what,
    title: format(words.title, { x: name(x, isXLogarithmic), y: name(y, isYLogarithmic) }),
  });
  const own = panels[panel] ?? '';
  const text =
    panelLabel === undefined
      ? drawn
      : format(words.panel, { text: drawn, label: panelLabel, panel: own });
  const sentence = format(words.sentence, { text });
  return {
    title: panelLabel === undefined ? format(words.title, { x, y }) : own,
    description:
      series.length > 1
        ? format(words.withSeries, { text: sentence, names: join(series) })
        : sentence,
  };
}

/** Every value of the plot, in the order of the file, with all its digits. */
export function tabulatePlot(data: PlotData): DataTable {
  const { xLabel, yLabel, seriesLabel, series, panelLabel, panels, ends, points } = data;
  const toCell = (value: number | null) => buildCell(value, data.words?.language);
  const before = [panelLabel, seriesLabel].filter((label) => label !== undefined);
  return {
    columns: [...before, xLabel, yLabel, ...(ends ?? [])],
    names: before.length,
    rows: points.map(([panel, one, x, y, low, high]) => [
      ...(panelLabel === undefined ? [] : [panels[panel] ?? '']),
      ...(seriesLabel === undefined ? [] : [series[one] ?? '']),
      data.xType === 'number' ? toCell(x) : formatX(data, x),
      toCell(y),
      ...(ends === undefined ? [] : [toCell(low), toCell(high)]),
    ]),
  };
}
