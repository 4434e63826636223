import { panelWidths } from './interactive-figure.ts';
import type { Scale } from './scale.ts';
import { element, words } from './svg.ts';

/** The part of a panel that curves stand in, in units of the panel. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The area of a panel with room for tick labels at its left, and for whatever needs `margin` units at its right. */
export function layOutPlot(width: number, { left = 44, margin = 8 } = {}): PlotArea {
  const bottom = width < panelWidths.wide ? 238 : 276;
  return { left, right: width - margin, top: 28, bottom };
}

/** The room below an area for the numbers and the name of an axis. */
export const axisHeight = 40;

/** One axis: a scale whose range are units of the panel. */
export interface Axis {
  scale: Scale;
  /** The measured quantity, with its unit. */
  label: string;
  ticks: readonly number[];
  format?: (tick: number) => string;
}

/** The axes of a chart: ticks with their numbers, hairlines across, and the names at their ends. */
export function drawAxes(x: Axis, y: Axis, area: PlotArea): string {
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
    words(y.label, { class: 'axis-name', x: 0, y: top - 16 }),
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
