import type { PlotWords } from './words.ts';

export const plotKinds = ['line', 'scatter', 'bar', 'interval'] as const;

export type PlotKind = (typeof plotKinds)[number];

/** How the values of x are read: names for bars, and where most of them are neither numbers nor dates. */
export type XType = 'number' | 'day' | 'month' | 'name';

/** The data of a plot, from an author’s table and tag. It is JSON, as the page keeps it for the script. */
export interface PlotData {
  kind: PlotKind;
  /** The name of the file: “growth.csv”. */
  file: string;
  xType: XType;
  /** The measured quantities, each with its unit. */
  xLabel: string;
  yLabel: string;
  /** The heading of the series in the table; none where there is only one. */
  seriesLabel?: string;
  series: string[];
  /** The heading of the panels in the table; none where there is only one. */
  panelLabel?: string;
  panels: string[];
  /** The values of x that are names. */
  names: string[];
  /** The headings of the ends of intervals; none where there are no intervals. */
  ends?: readonly [low: string, high: string];
  /** The axes that can be logarithmic. */
  logarithmic: ('x' | 'y')[];
  points: PlotPoint[];
  /** Its words, where the text around it is not in English. */
  words?: PlotWords;
}

/**
 * A value of the table. `panel`, `series` and, where x has names, `x` are places in their lists. Dates are days since
 * 1970-01-01. A missing value is null.
 */
export type PlotPoint = readonly [
  panel: number,
  series: number,
  x: number,
  y: number | null,
  low: number | null,
  high: number | null,
];

/** The values of y that a point needs room for. */
export function listValues([, , , y, low, high]: PlotPoint): number[] {
  return [y, low, high].filter((value) => value !== null);
}
