import { mixingNames, mixings } from '../../lib/mixing.ts';
import {
  axisHeight,
  drawAxes,
  layOutPlot,
  spreadLabels,
  type Axis,
  type PlotArea,
} from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { band, element, line, round, words, type PanelPoint } from '../shared/svg.ts';
import type { Kept, PrunedEncoders } from './core.ts';
import type { Choice } from './pruning.ts';
import { heads, neighbours, passages } from './sizes.ts';
import { formatShare, measures } from './text.ts';

/** The room of the names beside the ends of the curves. */
const margin = 112;

interface Field {
  x: Axis;
  y: Axis;
  area: PlotArea;
  width: number;
}

type Curve = Kept[keyof Kept];

/** A share from 0 to 1 against the heads that are removed, a curve with its interval for each architecture. */
export function drawKept(
  { kept }: PrunedEncoders,
  measure: keyof Kept,
  { choice, sparsity, width }: { choice: Choice; sparsity: number; width: number },
): Panel {
  const { title, label, reference } = measures[measure];
  const field = layOutField(label, width);
  const { x, y, area } = field;
  const curves = mixings.map((mixing) => kept[mixing][choice][measure]);
  return {
    title,
    description: `Line chart of six curves with 95 % intervals: ${label}, from 0 to 1, against the share of heads that are removed. A dashed line is ${reference}.`,
    width,
    height: area.bottom + axisHeight,
    scan: { x: { parameter: 'sparsity', from: x.scale(10), to: x.scale(90), first: 10, last: 90 } },
    svg: [
      drawAxes(x, y, area),
      ...curves.map((_, index) => drawCurve(curves, curves.length - 1 - index, field)),
      drawReference(measure, field),
      drawReadings(curves, sparsity, field),
    ].join(''),
  };
}

function layOutField(label: string, width: number): Field {
  const area = layOutPlot(width, { left: 38, margin });
  return {
    x: {
      scale: scaleLinear([0, 90], [area.left, area.right]),
      label: 'heads removed, %',
      ticks: [0, 30, 50, 70, 90],
    },
    y: {
      scale: scaleLinear([0, 1], [area.bottom, area.top]),
      label,
      ticks: [0, 0.25, 0.5, 0.75, 1],
    },
    area,
    width,
  };
}

function drawCurve(curves: readonly Curve[], index: number, { x, y }: Field): string {
  const curve = curves[index] ?? [];
  const { hue, dash } = seriesStyle(index);
  const place = (values: readonly number[]) =>
    values.map((value, count): PanelPoint => [x.scale((100 * count) / heads), y.scale(value)]);
  const edge = (sign: 1 | -1) =>
    place(curve.map(({ mean, halfWidth }) => Math.min(1, Math.max(0, mean + sign * halfWidth))));
  return [
    element('path', { class: `band fill-${hue}`, d: band(edge(1), edge(-1)) }),
    element('path', {
      class: `curve stroke-${hue}`,
      'stroke-dasharray': dash,
      d: line(place(curve.map(({ mean }) => mean))),
    }),
  ].join('');
}

/** The cosine that heads removed at random keep, or the share that a random ranking has. */
function drawReference(measure: keyof Kept, { x, y, area }: Field): string {
  const chance = neighbours / (passages - 1);
  const points = Array.from({ length: 46 }, (_, index): PanelPoint => {
    const share = index / 50;
    return [x.scale(100 * share), y.scale(measure === 'cosine' ? Math.sqrt(1 - share) : chance)];
  });
  const below = measure === 'cosine' ? y.scale(0.3) : y.scale(chance) + 16;
  return [
    element('path', { class: 'stroke-ink', 'stroke-dasharray': '5 3', d: line(points) }),
    element('path', {
      class: 'stroke-ink',
      'stroke-dasharray': '5 3',
      d: `M${area.left + 6} ${round(below - 4)}h18`,
    }),
    words(measures[measure].reference, { class: 'quiet haloed', x: area.left + 28, y: below }),
  ].join('');
}

/** A line where the curves are read, and at their ends the names with the values there. */
function drawReadings(
  curves: readonly Curve[],
  sparsity: number,
  { x, y, area, width }: Field,
): string {
  const at = round(x.scale(sparsity));
  const left = width - 84;
  const ends = curves.map((curve) => y.scale(curve.at(-1)?.mean ?? NaN));
  const places = spreadLabels(ends, 31, [area.top + 10, area.bottom - 16]);
  const readings = mixings.map((mixing, index) => {
    const { hue, marker } = seriesStyle(index);
    const value = curves[index]?.[(sparsity / 100) * heads]?.mean ?? NaN;
    const [end = NaN, height = NaN] = [ends[index], places[index]];
    const lead = line([
      [area.right + 1, end],
      [left - 14, height - 4],
    ]);
    return [
      element('path', { class: `stroke-${hue}`, d: lead }),
      element('path', {
        class: `fill-${hue}`,
        transform: `translate(${left - 8} ${round(height - 4)})`,
        d: marker,
      }),
      words(mixingNames[mixing].short, { x: left, y: height }),
      words(formatShare(value), { class: 'quiet', x: left, y: height + 14 }),
      element('path', {
        class: `fill-${hue} stroke-paper`,
        transform: `translate(${at} ${round(y.scale(value))})`,
        d: marker,
      }),
    ].join('');
  });
  return [
    element('path', { class: 'stroke-ink', d: `M${at} ${area.top}V${area.bottom}` }),
    ...readings,
    words(`at ${sparsity} %`, {
      class: 'quiet',
      x: width,
      y: area.bottom + 17,
      'text-anchor': 'end',
    }),
  ].join('');
}
