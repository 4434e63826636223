import type { Axis, PlotArea } from '../shared/chart.ts';
import { raise } from '../../lib/raised-signs.ts';
import { listLogTicks, scaleLinear, scaleLog } from '../shared/scale.ts';
import { element, round, words } from '../shared/svg.ts';
import { padEnds, type PlotResult } from './core.ts';
import { listDateTicks } from './dates.ts';
import type { XType } from './data.ts';

/** The width of a letter, units of the panel. */
export const letterWidth = 7.2;

/**
 * A tick with all its digits, so that its words name its place: with k, M and B for thousands, millions and billions
 * from 10k on, and a power of ten where it is longer or smaller than 0.0001.
 */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  // The sixteenth digit is an error of arithmetic.
  const clean = (number: number) => Number(number.toPrecision(15));
  if (value !== 0 && (size >= 1e12 || size < 1e-4)) {
    const [digits = '', exponent] = clean(value).toExponential().split('e');
    return `${digits} × 10${raise(Number(exponent))}`.replace('-', '−');
  }
  const [divisor, unit] =
    size < 1e4 ? [1, ''] : size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : [1e3, 'k'];
  return `${clean(value / divisor)}${unit}`.replace('-', '−');
}

/** How an axis is to be: its place in the panel, its scale, and the room of the words of a tick. */
interface AxisPlan {
  label: string;
  range: readonly [number, number];
  isLogarithmic: boolean;
  tickRoom: number;
  /** Whether bars begin at 0. */
  isFromZero?: boolean;
}

/** An axis of numbers. */
export function buildAxis(ends: PlotResult['yEnds'], plan: AxisPlan): Axis {
  const { label, range, isLogarithmic, tickRoom, isFromZero } = plan;
  const room = Math.abs(range[1] - range[0]);
  const domain = padEnds(ends, isLogarithmic, isFromZero);
  if (isLogarithmic) {
    const ticks = listLogTicks(domain, room, tickRoom);
    return { scale: scaleLog(domain, range), label, ticks, format: formatTick };
  }
  const scale = scaleLinear(domain, range);
  const count = Math.max(2, Math.min(6, Math.floor(room / tickRoom)));
  return { scale, label, ticks: scale.ticks(count), format: formatTick };
}

/** The axis of x: of numbers or of dates. */
export function buildXAxis(
  ends: PlotResult['xEnds'],
  xType: XType,
  plan: AxisPlan,
  language = 'en',
): Axis {
  if (xType === 'number') return buildAxis(ends, plan);
  const { label, range } = plan;
  const domain = padEnds(ends, false);
  const dates = listDateTicks(domain, Math.abs(range[1] - range[0]), language);
  return { scale: scaleLinear(domain, range), label, ...dates };
}

/** Words cut to a width, with an ellipsis. */
export function cut(words: string, width: number): string {
  const most = Math.max(2, Math.floor(width / letterWidth));
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
}

/** Without the ticks whose numbers would leave the panel, or stand over the one before. */
export function keepWithin(axis: Axis, width: number): Axis {
  let end = 0;
  const ticks = axis.ticks.filter((tick) => {
    const half = ((axis.format ?? String)(tick).length * letterWidth) / 2;
    const at = axis.scale(tick);
    if (at - half < end || at + half > width) return false;
    end = at + half + 4;
    return true;
  });
  return { ...axis, ticks };
}

/** The axis of values below bars, with hairlines up. */
export function drawValueAxis(
  { scale, ticks, label, format = formatTick }: Axis,
  area: PlotArea,
): string {
  const { left, right, top, bottom } = area;
  return [
    ...ticks.flatMap((tick) => [
      element('path', { class: 'hairline', d: `M${round(scale(tick))} ${top}V${bottom}` }),
      words(format(tick), { x: scale(tick), y: bottom + 17, 'text-anchor': 'middle' }),
    ]),
    words(label, { class: 'axis-name', x: right, y: bottom + 35, 'text-anchor': 'end' }),
    element('path', { class: 'axis', d: `M${left} ${bottom}H${right}` }),
  ].join('');
}
