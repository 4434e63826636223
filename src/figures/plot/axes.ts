import type { Axis, PlotArea } from '../shared/chart.ts';
import { listLogTicks, scaleLinear, scaleLog } from '../shared/scale.ts';
import { element, round, words } from '../shared/svg.ts';
import { padEnds, type PlotResult } from './core.ts';
import { listDateTicks } from './dates.ts';
import type { XType } from './data.ts';
import { measureWords } from './letters.ts';
import { formatTick } from './numbers.ts';

/** How an axis is to be: its place in the panel, its scale, and the room of the words of a tick. */
interface AxisPlan {
  label: string;
  range: readonly [number, number];
  isLogarithmic: boolean;
  tickRoom: number;
  /** Whether bars begin at 0. */
  isFromZero?: boolean;
  /** The language of its numbers; English where none is said. */
  language: string | undefined;
}

/** An axis of numbers. */
export function buildAxis(ends: PlotResult['yEnds'], plan: AxisPlan): Axis {
  const { label, range, isLogarithmic, tickRoom, isFromZero, language } = plan;
  const format = (tick: number) => formatTick(tick, language);
  const room = Math.abs(range[1] - range[0]);
  const domain = padEnds(ends, isLogarithmic, isFromZero);
  if (isLogarithmic) {
    const ticks = listLogTicks(domain, room, tickRoom);
    return { scale: scaleLog(domain, range), label, ticks, format };
  }
  const scale = scaleLinear(domain, range);
  const count = Math.max(2, Math.min(6, Math.floor(room / tickRoom)));
  return { scale, label, ticks: scale.ticks(count), format };
}

/** The axis of x: of numbers or of dates. */
export function buildXAxis(ends: PlotResult['xEnds'], xType: XType, plan: AxisPlan): Axis {
  if (xType === 'number') return buildAxis(ends, plan);
  const { label, range, language = 'en' } = plan;
  const domain = padEnds(ends, false);
  const dates = listDateTicks(domain, Math.abs(range[1] - range[0]), language);
  return { scale: scaleLinear(domain, range), label, ...dates };
}

/** Without the ticks whose numbers would leave the panel, or stand over the one before. */
export function keepWithin(axis: Axis, width: number): Axis {
  let end = 0;
  const ticks = axis.ticks.filter((tick) => {
    const half = measureWords((axis.format ?? String)(tick)) / 2;
    const at = axis.scale(tick);
    if (at - half < end || at + half > width) return false;
    end = at + half + 4;
    return true;
  });
  return { ...axis, ticks };
}

/** The axis of values below bars, with hairlines up. */
export function drawValueAxis(
  { scale, ticks, label, format = String }: Axis,
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
