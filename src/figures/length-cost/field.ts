import { extent } from 'd3-array';
import { mixings } from '../../lib/mixing.ts';
import { raise } from '../../lib/raised-signs.ts';
import { layOutPlot, type Axis, type PlotArea } from '../shared/chart.ts';
import { scaleLog } from '../shared/scale.ts';
import type { LengthCosts, CostScope, Quantity } from './core.ts';
import { exponents } from './parameters.ts';

/** The name of a counted quantity. Around the mixing, tokens are computed one by one, so only its numbers are counted. */
export function nameMeasure(quantity: Quantity, part: CostScope): string {
  if (quantity === 'numbers') return 'Numbers held, mixing';
  return part === 'layer' ? 'FLOPs, one layer' : 'FLOPs, mixing';
}

/** Where the curves of a panel stand, and their two scales. */
export interface Field {
  area: PlotArea;
  width: number;
  x: Axis;
  y: Axis;
}

/** The field of a quantity, both of its axes logarithmic. */
export function makeField(
  { costs }: LengthCosts,
  quantity: Quantity,
  label: string,
  width: number,
): Field {
  // With room at the right for the curves' names, and for their values at the length that is read.
  const plot = layOutPlot(width, { margin: 110 });
  const area = { ...plot, bottom: plot.bottom + 24 };
  const [least = 1, most = 1] = extent(
    mixings.flatMap((mixing) => costs[mixing].map((cost) => cost[quantity])),
  );
  const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const lengths = [4, 16, 64, 256, 1024, 4096, 16384, 65536];
  const isNarrow = area.right - area.left < 36 * (lengths.length - 1);
  return {
    area,
    width,
    x: {
      scale: scaleLog([2 ** exponents.first, 2 ** exponents.last], [area.left, area.right]),
      label: 'Length n, tokens',
      // In little room every other one, the last among them.
      ticks: isNarrow ? lengths.filter((_, index) => index % 2 === 1) : lengths,
      format: (tick) => (tick < 1024 ? String(tick) : `${tick / 1024}k`),
    },
    y: {
      scale: scaleLog([10 ** first, 10 ** last], [area.bottom, area.top]),
      label,
      ticks: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)),
      format: formatPower,
    },
  };
}

/** A power of ten from 1, as 10⁸; only every other one, to leave the axis quiet. */
function formatPower(power: number): string {
  const exponent = Math.round(Math.log10(power));
  if (exponent % 2 !== 0) return '';
  return `10${raise(exponent)}`;
}
