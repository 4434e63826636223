import { extent } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { mixingNames, mixings } from '../../lib/mixing.ts';
import { drawAxes, plotArea, spreadLabels, type Axis, type PlotArea } from '../shared/chart.ts';
import { panelWidth, type Panel } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { seriesStyle } from '../shared/series.ts';
import { raise } from '../shared/script.ts';
import { element, line, round, words } from '../shared/svg.ts';
import type { LengthCosts, Quantity } from './core.ts';
import { exponents } from './parameters.ts';
import { listCrossings } from './summary.ts';

const titles: Readonly<Record<Quantity, string>> = { flops: 'Operations', numbers: 'Memory' };

const measures: Readonly<Record<Quantity, string>> = { flops: 'FLOPs', numbers: 'Numbers held' };

/** With room at the right for the curves' names, and for their values at the length that is read. */
const area: PlotArea = { ...plotArea, right: 236, top: 26, bottom: 266 };

/** Between the baselines of two lines of text. */
const leading = 14;

/** The two scales of a panel. */
interface Axes {
  x: Axis;
  y: Axis;
}

/**
 * One quantity against length, both axes logarithmic: six curves, each with its name and its value at the
 * length that is read; marks where attention becomes dearer than another for good, and their lengths below.
 *
 * @param exponent of the length that is read, 2 ** exponent tokens
 */
export function drawCosts(result: LengthCosts, quantity: Quantity, exponent: number): Panel {
  const axes = makeAxes(result, quantity);
  return {
    title: titles[quantity],
    description: [
      `Line chart: ${measures[quantity]} for one layer against the length of the text, 4 to 65,536 tokens,`,
      'both axes logarithmic, for six ways of mixing tokens.',
      `Attention stays dearer than ${listCrossings(result, quantity)}. This is no measure of latency.`,
    ].join(' '),
    height: area.bottom + 80,
    svg: [
      drawAxes(axes.x, axes.y, area),
      drawCurves(result, quantity, axes),
      drawReading(result, quantity, 2 ** exponent, axes),
      drawCrossings(result, quantity, axes),
    ].join(''),
    scan: { x: { parameter: 'length', from: area.left, to: area.right, ...exponents } },
  };
}

function makeAxes({ costs }: LengthCosts, quantity: Quantity): Axes {
  const [least = 1, most = 1] = extent(
    mixings.flatMap((mixing) => costs[mixing].map((cost) => cost[quantity])),
  );
  const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return {
    x: {
      scale: scaleLog([2 ** exponents.first, 2 ** exponents.last], [area.left, area.right]),
      label: 'Length n, tokens',
      ticks: [4, 16, 64, 256, 1024, 4096, 16384, 65536],
      format: (tick) => (tick < 1024 ? String(tick) : `${tick / 1024}k`),
    },
    y: {
      scale: scaleLog([10 ** first, 10 ** last], [area.bottom, area.top]),
      label: `${measures[quantity]}, one layer`,
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

function drawCurves({ lengths, costs }: LengthCosts, quantity: Quantity, { x, y }: Axes): string {
  return mixings
    .map((mixing, index) => {
      const { hue, dash } = seriesStyle(index);
      const points = costs[mixing].map(
        (cost, at) => [x.scale(lengths[at] ?? NaN), y.scale(cost[quantity])] as const,
      );
      return element('path', {
        class: `curve stroke-${hue}`,
        'stroke-dasharray': dash,
        d: line(points),
      });
    })
    .join('');
}

/** The line at the length that is read, and at each curve's end its name with its value there. */
function drawReading(
  { lengths, costs }: LengthCosts,
  quantity: Quantity,
  length: number,
  { x, y }: Axes,
): string {
  const at = x.scale(length);
  const value = (index: number, place: number) => {
    const mixing = mixings[index];
    return (mixing && costs[mixing].at(place)?.[quantity]) ?? NaN;
  };
  const ends = mixings.map((_, index) => y.scale(value(index, -1)));
  const places = spreadEvenly(ends, 2 * leading + 3, [area.top + 10, area.bottom - leading]);
  return [
    element('path', { class: 'stroke-ink', d: `M${at.toFixed(1)} ${area.top}V${area.bottom}` }),
    words(`at n = ${length}`, {
      class: 'quiet',
      x: panelWidth,
      y: area.top - 10,
      'text-anchor': 'end',
    }),
    ...mixings.map((mixing, index) => {
      const { hue } = seriesStyle(index);
      const read = value(index, lengths.indexOf(length));
      const place = places[index] ?? NaN;
      const leader = [
        [area.right + 1, ends[index] ?? NaN],
        [area.right + 9, place - 4],
      ] as const;
      return [
        element('path', { class: 'contour', d: line(leader) }),
        drawMarker(index, area.right + 15, place - 4),
        words(mixingNames[mixing].short, { x: area.right + 23, y: place }),
        words(formatNumber(read), { class: 'quiet', x: area.right + 23, y: place + leading }),
        element('circle', { class: `fill-${hue}`, cx: at, cy: y.scale(read), r: 2.5 }),
      ].join('');
    }),
  ].join('');
}

/** Places as `spreadLabels` gives them, but about as far above their heights as below. */
function spreadEvenly(
  heights: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  // Equal heights have one order, whichever way they are pushed.
  const ordered = heights.map((height, index) => height + index * 1e-6);
  const below = spreadLabels(ordered, gap, [top, bottom]);
  const above = spreadLabels(
    ordered.map((height) => -height),
    gap,
    [-bottom, -top],
  );
  return below.map((place, index) => (place - (above[index] ?? NaN)) / 2);
}

/** A mark where attention's curve meets each other, and below the chart from where it stays dearer. */
function drawCrossings({ crossings }: LengthCosts, quantity: Quantity, { x, y }: Axes): string {
  const listed = crossings.filter((crossing) => crossing.quantity === quantity);
  const marks = listed.flatMap(({ mixing, meeting }) =>
    meeting !== undefined && meeting.length >= 2 ** exponents.first
      ? [drawMarker(mixings.indexOf(mixing), x.scale(meeting.length), y.scale(meeting.cost), 1.3)]
      : [],
  );
  const baseline = area.bottom + 56;
  const items = listed.map(({ mixing, from }, place) => {
    const left = (place * panelWidth) / listed.length;
    return (
      drawMarker(mixings.indexOf(mixing), left + 5, baseline + leading + 1) +
      words(from ?? 'never', { x: left + 13, y: baseline + leading + 5 })
    );
  });
  return [
    // Where two are close, the earlier one is on top.
    ...marks.toReversed(),
    words('Attention stays dearer from n =', { class: 'quiet', x: 0, y: baseline }),
    ...items,
  ].join('');
}

function drawMarker(index: number, x: number, y: number, size = 1): string {
  const { hue, marker } = seriesStyle(index);
  return element('path', {
    class: size > 1 ? `fill-${hue} stroke-paper` : `fill-${hue}`,
    transform: `translate(${round(x)} ${round(y)})${size > 1 ? ` scale(${size})` : ''}`,
    d: marker,
  });
}
