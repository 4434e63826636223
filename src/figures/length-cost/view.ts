import { mixingNames, mixings } from '../../lib/mixing.ts';
import { drawAxes, spreadLabels } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, line, round, words } from '../shared/svg.ts';
import type { LengthCosts, CostScope, Quantity } from './core.ts';
import { makeField, nameMeasure, type Field } from './field.ts';
import { exponents } from './parameters.ts';
import { listCrossings } from './summary.ts';

const titles: Readonly<Record<Quantity, string>> = { flops: 'Operations', numbers: 'Memory' };

/** Between the baselines of two lines of text. */
const leading = 14;

/**
 * One quantity against length, both axes logarithmic: six curves, each with its name and its value at the
 * length that is read; marks where attention becomes dearer than another for good, and their lengths below.
 *
 * @param length that is read, as a power of two
 */
export function drawCosts(
  result: LengthCosts,
  quantity: Quantity,
  { part, length: exponent, width }: { part: CostScope; length: number; width: number },
): Panel {
  const measure = nameMeasure(quantity, part);
  const field = makeField(result, quantity, measure, width);
  const { area } = field;
  return {
    title: titles[quantity],
    description: [
      `Line chart: ${measure} against the length of the text, 4 to 65,536 tokens,`,
      'both axes logarithmic, for six ways of mixing tokens.',
      ...(quantity === 'flops' && part === 'layer'
        ? ['A thin line is the mixing of attention, far below its layer for short texts.']
        : []),
      `Attention stays dearer than ${listCrossings(result, quantity)}. This is no measure of latency.`,
    ].join(' '),
    width,
    height: area.bottom + 80,
    svg: [
      drawAxes(field.x, field.y, area),
      drawCurves(result, quantity, field),
      drawReading(result, quantity, 2 ** exponent, field),
      quantity === 'flops' && part === 'layer' ? drawMixing(result, field) : '',
      drawCrossings(result, quantity, field),
    ].join(''),
    scan: { x: { parameter: 'length', from: area.left, to: area.right, ...exponents } },
  };
}

function drawCurves({ lengths, costs }: LengthCosts, quantity: Quantity, { x, y }: Field): string {
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

/** The mixing of attention, of which its layer is the rest: a thin line that rises to the layer’s curve. */
function drawMixing({ lengths, costs, share }: LengthCosts, { area, x, y }: Field): string {
  const points = costs['softmax-attention'].flatMap(({ flops }, at) => {
    const height = y.scale(flops * (share.at[at] ?? NaN));
    return height <= area.bottom ? [[x.scale(lengths[at] ?? NaN), height] as const] : [];
  });
  const [left, bottom] = points[0] ?? [area.left, area.bottom];
  return [
    element('path', { class: 'stroke-1', 'stroke-width': 1, d: line(points) }),
    words('its mixing', { class: 'haloed quiet', x: left + 12, y: bottom - 4 }),
  ].join('');
}

/** The line at the length that is read, and at each curve's end its name with its value there. */
function drawReading(
  { lengths, costs }: LengthCosts,
  quantity: Quantity,
  length: number,
  { area, width, x, y }: Field,
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
      x: width,
      y: area.top - 16,
      'text-anchor': 'end',
    }),
    ...mixings.map((mixing, index) => {
      const { hue } = seriesStyle(index);
      const read = value(index, lengths.indexOf(length));
      const place = places[index] ?? NaN;
      const leader = [
        [area.right + 1, ends[index] ?? NaN],
        [area.right + 15, place - 4],
        [area.right + 19, place - 4],
      ] as const;
      return [
        element('path', { class: `stroke-${hue}`, d: line(leader) }),
        drawMarker(index, area.right + 22, place - 4),
        words(mixingNames[mixing].short, { x: area.right + 30, y: place }),
        words(formatNumber(read), { class: 'quiet', x: area.right + 30, y: place + leading }),
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
function drawCrossings(
  { crossings }: LengthCosts,
  quantity: Quantity,
  { area, width, x, y }: Field,
): string {
  const listed = crossings.filter((crossing) => crossing.quantity === quantity);
  const marks = listed.flatMap(({ mixing, meeting }) =>
    meeting !== undefined && meeting.length >= 2 ** exponents.first
      ? [drawMarker(mixings.indexOf(mixing), x.scale(meeting.length), y.scale(meeting.cost), 1.3)]
      : [],
  );
  const baseline = area.bottom + 56;
  const items = listed.map(({ mixing, from }, place) => {
    const left = (place * width) / listed.length;
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
