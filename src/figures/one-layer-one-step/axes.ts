import { extent, tickStep } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import { plotArea, type PlotArea } from '../shared/chart.ts';

/** With room at the left for numbers of six signs. */
export const area: PlotArea = { ...plotArea, left: 50 };

/** The ticks of an axis below the area, without those whose numbers the right edge would cut. */
export function listTicks(scale: ScaleLinear<number, number>): number[] {
  return scale.ticks(4).filter((tick) => scale(tick) <= area.right - 10);
}

/** How about `count` ticks of an axis are printed: as decimals, or, where these are long, as 2e−4. */
export function formatTicks(scale: ScaleLinear<number, number>, count: number) {
  const format = scale.tickFormat(count);
  if (scale.ticks(count).every((tick) => format(tick).length <= 5)) return format;
  const [low = 0, high = 0] = scale.domain();
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
