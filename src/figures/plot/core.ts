import { listValues, type PlotData, type PlotPoint } from './data.ts';

type Ends = readonly [least: number, most: number];

/** The order of names and the axes, which all panels of a plot share, so that they can be compared. */
export interface PlotResult {
  /** The names on x in the order in which they are drawn, as places in their list. */
  order: number[];
  /** The least and the greatest value on each axis; bars begin at 0. */
  xEnds: Ends;
  yEnds: Ends;
}

/** The extent of a plot, and the order of its names: as in the file, or by the greatest value of each, the highest first. */
export function measurePlot(data: PlotData, order: 'file' | 'value'): PlotResult {
  const { kind, names, points } = data;
  const values = points.flatMap(listValues);
  const heights = names.map((_, name) =>
    Math.max(...points.filter(([, , x]) => x === name).map(([, , , y]) => y ?? -Infinity)),
  );
  const places = names.map((_, name) => name);
  return {
    order:
      order === 'value'
        ? // Names without a value have equal heights, which are not finite.
          places.toSorted((a, b) =>
            heights[a] === heights[b] ? a - b : Number(heights[b]) - Number(heights[a]),
          )
        : places,
    xEnds: findEnds(points.map(([, , x]) => x)),
    yEnds: findEnds(kind === 'bar' ? [0, ...values] : values),
  };
}

function findEnds(values: readonly number[]): Ends {
  return [Math.min(...values), Math.max(...values)];
}

/** The domain of an axis: its values with some air, a share of their span, or of their logarithms; no air at 0 for bars. */
export function padEnds([least, most]: Ends, isLogarithmic: boolean, isFromZero = false): Ends {
  const air = 0.04;
  if (isLogarithmic) {
    const ratio = Math.max((most / least) ** air, 1.1);
    return [least / ratio, most * ratio];
  }
  const margin = air * (most - least || Math.abs(most) || 1);
  return [
    isFromZero && least === 0 ? 0 : least - margin,
    isFromZero && most === 0 ? 0 : most + margin,
  ];
}

/** The points of one series in one panel, in order of x for a line. */
export function listSeries({ kind, points }: PlotData, panel: number, series: number): PlotPoint[] {
  const own = points.filter((point) => point[0] === panel && point[1] === series);
  return kind === 'line' ? own.toSorted((a, b) => a[2] - b[2]) : own;
}
