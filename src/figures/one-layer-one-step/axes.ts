import { extent, tickStep } from 'd3-array';
import { layOutPlot, type PlotArea } from '../shared/chart.ts';
import type { ScanAxis } from '../shared/interactive-figure.ts';
import type { LinearScale } from '../shared/scale.ts';

/** With room at the left for numbers of six signs. */
export function layOutArea(width: number, margin?: number): PlotArea {
  return layOutPlot(width, { left: 50, ...(margin && { margin }) });
}

/** The ticks of an axis below the area, without those whose numbers the right edge would cut. */
export function listTicks(scale: LinearScale, { right }: PlotArea): number[] {
  return scale.ticks(4).filter((tick) => scale(tick) <= right - 10);
}

/** The weights along an axis, which a pointer chooses. */
export function scanWeights(parameter: string, scale: LinearScale): ScanAxis {
  const [from, to] = scale.range;
  const [first, last] = scale.domain;
  return { parameter, from, to, first, last };
}

/** How about `count` ticks of an axis are printed: as decimals, or, where these are long, as 2e−4. */
export function formatTicks(scale: LinearScale, count: number) {
  const format = scale.tickFormat(count);
  if (scale.ticks(count).every((tick) => format(tick).length <= 5)) return format;
  const [low, high] = scale.domain;
  const exponent = Math.floor(Math.log10(tickStep(low, high, count)) + 1e-9);
  return (tick: number): string => {
    const mantissa = Math.round(tick / 10 ** exponent);
    return mantissa === 0 ? '0' : `${mantissa}e${exponent}`.replaceAll('-', '−');
  };
}

/** How many times its own size a path's surroundings may be, for the path to be seen. */
export const farthest = 6;

/**
 * From the least to the largest of `values`, and of those `others` that do not stretch this more than so
 * many times; with `margin`, a share of the whole, on both sides.
 */
export function spanNearby(
  values: readonly number[],
  others: readonly number[],
  margin = 0.1,
): [number, number] {
  let [low = 0, high = 0] = extent(values);
  const limit = farthest * (high - low);
  for (const other of others) {
    const [lower, higher] = [Math.min(low, other), Math.max(high, other)];
    if (higher - lower <= limit) [low, high] = [lower, higher];
  }
  const air = (high - low) * margin || 1;
  return [low - air, high + air];
}

/** The span, grown as far as `values` need it, so that a start which is dragged stays below the pointer. */
export function extendSpan(
  [low, high]: readonly [number, number],
  values: readonly number[],
): [number, number] {
  const air = 0.04 * (high - low);
  return [
    Math.min(low, ...values.map((v) => v - air)),
    Math.max(high, ...values.map((v) => v + air)),
  ];
}
