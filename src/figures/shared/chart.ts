import type { ScaleContinuousNumeric } from 'd3-scale';
import { panelWidth } from './interactive-figure.ts';
import { element, words } from './svg.ts';

/** The part of a panel that curves stand in, in units of the panel. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** With room for tick labels at the left, and for the axis's name below. */
export const plotArea: PlotArea = { left: 44, right: panelWidth - 8, top: 22, bottom: 232 };

/** The height of a panel with that area. */
export const plotHeight = 272;

/** One axis: a scale whose range are units of the panel. */
export interface Axis {
  scale: ScaleContinuousNumeric<number, number>;
  /** The measured quantity, with its unit. */
  label: string;
  ticks: readonly number[];
  format?: (tick: number) => string;
}

/** The axes of a chart: ticks with their numbers, hairlines across, and the names at their ends. */
export function drawAxes(x: Axis, y: Axis, area: PlotArea = plotArea): string {
  const { left, right, top, bottom } = area;
  const across = y.ticks.map((tick) => {
    const at = y.scale(tick);
    return (
      element('path', { class: 'hairline', d: `M${left} ${at.toFixed(1)}H${right}` }) +
      words(print(y, tick), { x: left - 6, y: at + 4, 'text-anchor': 'end' })
    );
  });
  const along = x.ticks.map((tick) => {
    const at = x.scale(tick);
    return (
      element('path', { class: 'axis', d: `M${at.toFixed(1)} ${bottom}v4` }) +
      words(print(x, tick), { x: at, y: bottom + 17, 'text-anchor': 'middle' })
    );
  });
  return [
    ...across,
    ...along,
    element('path', { class: 'axis', d: `M${left} ${bottom}H${right}` }),
    words(y.label, { class: 'axis-name', x: 0, y: top - 10 }),
    words(x.label, { class: 'axis-name', x: right, y: bottom + 35, 'text-anchor': 'end' }),
  ].join('');
}

function print({ format = String }: Axis, tick: number): string {
  return format(tick).replace('-', '−');
}

/** Content clipped at the edges of the area. */
export function drawWithin(area: PlotArea, ...content: string[]): string {
  const { left, top, right, bottom } = area;
  const [width, height] = [right - left, bottom - top];
  return element(
    'svg',
    { x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}` },
    ...content,
  );
}

/**
 * Places for labels at `heights`, each at least `gap` below the one before it, as near to its own as that
 * allows, between `top` and `bottom`; in the order of `heights`.
 */
export function spreadLabels(
  heights: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const places = [...heights];
  let least = top;
  for (const index of order) {
    places[index] = Math.max(heights[index] ?? top, least);
    least = (places[index] ?? top) + gap;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] ?? bottom, most);
    most = (places[index] ?? bottom) - gap;
  }
  return places;
}
