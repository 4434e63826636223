import { axisHeight, drawAxes, layOutPlot, type PlotArea } from '../shared/chart.ts';
import type { Panel, Scan } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { element, words } from '../shared/svg.ts';
import { buildAccuracyAxis, buildLatencyAxis } from './axes.ts';
import type { RankedMeasurement, Ranking } from './core.ts';
import { findLeadEnd, placeLabels, type Box, type DotLabel, type PlacedLabel } from './labels.ts';

/** The letters of a name that are shown; the table has all. */
const longestName = 24;

/** In the corner that is dominated, whatever was measured: it stands there if there is room. */
function nameRegion({ right, bottom }: PlotArea): DotLabel {
  const y = bottom - 10;
  return { text: 'dominated', x: right + 3, y, above: bottom, below: bottom, side: 'left' };
}

/** A measurement, and where it stands. */
interface Dot extends RankedMeasurement {
  x: number;
  y: number;
  /** The heights of the ends of its interval; its own where there is none. */
  span: readonly [low: number, high: number];
}

interface Options {
  isLogarithmic: boolean;
  /** The chosen point of the frontier; without it, there is none to choose. */
  point?: number;
  /** The rankings of the panels beside it, which have the same axes. */
  all: readonly Ranking[];
}

/** The measurements, the frontier as steps, and the area that it dominates. */
export function drawMeasurements(
  { ranked, frontier, length }: Ranking,
  { isLogarithmic, point, all }: Options,
  width: number,
): Panel {
  // At the right there is room for half of the last tick’s number.
  const plot = layOutPlot(width, { margin: 18 });
  const area = { ...plot, bottom: plot.bottom + 40 };
  const region = nameRegion(area);
  const measured = all.flatMap(({ ranked }) => ranked);
  const latencies = measured.map(({ latency }) => latency);
  const x = buildLatencyAxis(latencies, isLogarithmic, area);
  const values = measured.flatMap(({ ndcg, interval = [] }) => [ndcg, ...interval]);
  const y = buildAccuracyAxis(values, area);
  const dots = ranked.map((one): Dot => {
    const span = (one.interval ?? [one.ndcg, one.ndcg]).map((end) => y.scale(end));
    const [low = NaN, high = NaN] = span;
    return { ...one, x: x.scale(one.latency), y: y.scale(one.ndcg), span: [low, high] };
  });
  const steps = frontier.map(({ latency, ndcg }) => [x.scale(latency), y.scale(ndcg)] as const);
  const labels = placeNames(dots, steps, { area, width, region });
  const names = labels.filter(({ label }) => label !== region);
  const hidden = dots.length - names.length;
  const hasScores = ranked.some(({ queries }) => queries !== undefined);
  return {
    title: length === undefined ? 'NDCG@10 against latency' : `Length ${length}`,
    description: `A scatter plot${length === undefined ? '' : `, length ${length}`}: NDCG@10 against latency in milliseconds, on a ${isLogarithmic ? 'logarithmic' : 'linear'} axis. Filled dots are on the frontier, which is drawn as steps; hollow ones are in the shaded region that it dominates. Half filled are those for which that is not sure, ${hasScores ? 'as the paired difference can be 0' : 'as intervals overlap'}. Bars are marginal intervals.${hidden > 0 ? ` ${formatNumber(hidden)} without a name have theirs in the table.` : ''}`,
    width,
    height: area.bottom + axisHeight,
    ...(point !== undefined && { scan: scanFrontier(steps, point, area) }),
    svg: [
      drawAxes(x, y, area),
      drawFrontier(steps, area),
      ...names.map(drawName),
      ...labels
        .filter(({ label, isFar }) => label === region && !isFar)
        .map(({ x, y }) => words(region.text, { class: 'quiet', x, y, 'text-anchor': 'end' })),
      ...dots.map(drawDot),
    ].join(''),
  };
}

type Step = readonly [x: number, y: number];

/** The points of the frontier from left to right. */
function scanFrontier(steps: readonly Step[], point: number, { left, right }: PlotArea): Scan {
  const stops = steps.map(([place]) => place);
  const at = steps[point - 1];
  return {
    x: { parameter: 'point', from: left, to: right, first: 1, last: steps.length, stops },
    ...(at && { at }),
  };
}

/** The best that can be had at each latency, in steps, and all that is no better, shaded. */
function drawFrontier(steps: readonly Step[], { left, right, bottom }: PlotArea): string {
  const start = steps[0]?.[0] ?? left;
  const path = steps.map(([x, y]) => `H${x.toFixed(1)}V${y.toFixed(1)}`).join('');
  return (
    element('path', {
      class: 'band fill-1',
      d: `M${start.toFixed(1)} ${bottom}${path}H${right}V${bottom}z`,
    }) +
    element('path', {
      class: 'curve stroke-1',
      d: `M${start.toFixed(1)} ${bottom}${path}H${right}`,
    })
  );
}

/** Filled on the frontier, hollow where dominated, and half of each where that is not sure. */
function drawDot({ x, y, span: [low, high], dominatedBy, overlaps }: Dot): string {
  const isSure = overlaps === undefined;
  const bar = `M${x.toFixed(1)} ${low.toFixed(1)}V${high.toFixed(1)}m-3 0h6M${(x - 3).toFixed(1)} ${low.toFixed(1)}h6`;
  return (
    (low === high ? '' : element('path', { class: 'stroke-ink', d: bar })) +
    element('circle', {
      class: isSure && dominatedBy === undefined ? 'fill-1 stroke-paper' : 'fill-paper stroke-ink',
      cx: x,
      cy: y,
      r: 4,
    }) +
    (isSure
      ? ''
      : element('path', {
          class: 'fill-1',
          d: `M${x.toFixed(1)} ${(y - 4).toFixed(1)}a4 4 0 0 0 0 8z`,
        }))
  );
}

/** Where names can stand. */
interface Room {
  area: PlotArea;
  width: number;
  region: DotLabel;
}

/** The names of all that have room, those on the frontier first. */
function placeNames(
  dots: readonly Dot[],
  steps: readonly Step[],
  { area, width, region }: Room,
): PlacedLabel[] {
  const labels = [
    ...dots.filter(({ dominatedBy }) => dominatedBy === undefined),
    ...dots.filter(({ dominatedBy }) => dominatedBy !== undefined),
  ].map(({ architecture, x, y, span: [below, above], dominatedBy }): DotLabel => ({
    text: cut(architecture),
    x,
    y,
    above,
    below,
    // Nothing lies to the left of the frontier, and above it.
    side: dominatedBy === undefined ? 'left' : 'right',
  }));
  const marks = dots.flatMap(({ x, y, span: [low, high] }): Box[] => [
    { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 },
    { left: x - 3, right: x + 3, top: high, bottom: low },
  ]);
  const lines = steps.flatMap(([x, y], index): Box[] => {
    const [nextX] = steps[index + 1] ?? [area.right];
    const [, lastY] = steps[index - 1] ?? [x, area.bottom];
    return [
      { left: x, right: nextX, top: y - 1, bottom: y + 1 },
      { left: x - 1, right: x + 1, top: y, bottom: lastY },
    ];
  });
  return placeLabels([...labels, region], { ...area, right: width }, marks, lines);
}

function drawName(place: PlacedLabel): string {
  const { label, x, y, anchor, isFar } = place;
  const [endX, endY] = findLeadEnd(place).map((at) => at.toFixed(1));
  const lead = `M${label.x.toFixed(1)} ${label.y.toFixed(1)}L${endX} ${endY}`;
  return (
    (isFar ? element('path', { class: 'axis', d: lead }) : '') +
    words(label.text, { x, y, 'text-anchor': anchor })
  );
}

/** A name as a panel has room for it. */
export function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
}
