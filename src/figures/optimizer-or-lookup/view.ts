import {
  axisHeight,
  drawAxes,
  drawWithin,
  layOutPlot,
  spreadLabels,
  type Axis,
  type PlotArea,
} from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import type { Values } from '../shared/parameter.ts';
import { scaleLinear, scaleLog } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { band, element, line, words } from '../shared/svg.ts';
import type { EstimatorErrors } from './core.ts';
import { estimators, type Estimator } from './estimators.ts';
import type { LearningCurve, LearningCurves } from './learning-curve.ts';
import type { parameters } from './parameters.ts';
import { describeShift, panelTitles } from './words.ts';

type Chosen = Values<typeof parameters>;

/** Both panels, on the same axes: curves above the largest value are drawn to the edge. */
export function drawPanels(result: EstimatorErrors, values: Chosen, width: number): Panel[] {
  // With room for the labels of the curves at the right.
  const field = layOutPlot(width, { margin: 86 });
  const { counts, contexts, training, shifted } = result;
  const axes = [countAxis(counts, field), errorAxis([training, shifted], field)] as const;
  const [before, after] = panelTitles(values);
  const describe = (which: string) =>
    `A chart of six curves, ${which}: the squared error relative to that of answering zero, on a ` +
    'logarithmic axis, against the number of examples in the context. Bands are 95 % intervals of ' +
    `means over ${contexts} contexts; there is none where rare contexts rule the variance. Where they ` +
    'rule the mean, a thin line shows the median.';
  return [
    { title: before, description: describe('in distribution'), curves: training },
    { title: after, description: describe(describeShift(values)), curves: shifted },
  ].map(({ curves, ...panel }) => ({
    ...panel,
    width,
    height: field.bottom + axisHeight,
    svg: drawAxes(...axes, field) + drawCurves(curves, counts, { axes, field, values }),
  }));
}

function countAxis(counts: readonly number[], field: PlotArea): Axis {
  const most = counts.at(-1) ?? 1;
  const scale = scaleLinear([0, most], [field.left, field.right]);
  return { scale, label: 'examples N', ticks: scale.ticks(5).filter(Number.isInteger) };
}

/** Decades around the errors, at most from 0.001 to 100: whose error is larger than that, is lost. */
function errorAxis(panels: readonly LearningCurves[], field: PlotArea): Axis {
  const logarithms = panels
    .flatMap((curves) => estimators.flatMap((estimator) => shownOf(curves[estimator])))
    .map(Math.log10)
    .filter(Number.isFinite);
  const least = Math.max(-3, Math.min(-2, Math.floor(Math.min(...logarithms))));
  const most = Math.max(1, Math.min(2, Math.ceil(Math.max(...logarithms))));
  const ticks = Array.from({ length: most - least + 1 }, (_, i) => Number(`1e${least + i}`));
  return {
    scale: scaleLog([ticks[0] ?? 0.1, ticks.at(-1) ?? 10], [field.bottom, field.top]),
    label: 'squared error relative to zero’s',
    ticks,
  };
}

/** The axes and the area of a panel with curves. */
interface Ground {
  axes: readonly [Axis, Axis];
  field: PlotArea;
  values: Chosen;
}

function drawCurves(
  curves: LearningCurves,
  counts: readonly number[],
  { axes, field, values }: Ground,
): string {
  const { dimension, steps } = values;
  const [{ scale: x }, { scale: y }] = axes;
  // A logarithm has no place for ∞ and 0: a curve leaves the field to them at the very place.
  const [above, below] = [field.top - 4, field.bottom + 4];
  const height = (error: number) => (error === Infinity ? above : error === 0 ? below : y(error));
  const place = (errors: readonly number[]) =>
    errors.map((error, n): [number, number] => [x(counts[n] ?? 0), height(error)]);

  // m·e^(±h/m) is m ± h to first order, and positive however wide: a logarithmic axis can show it.
  const bound = ({ means, halfWidths }: LearningCurve, n: number, sign: 1 | -1) => {
    const mean = means[n] ?? 0;
    return height(mean === 0 ? 0 : mean * Math.exp((sign * (halfWidths[n] ?? 0)) / mean));
  };
  const edge = (curve: LearningCurve, sign: 1 | -1) =>
    counts.map((count, n): [number, number] => [x(count), bound(curve, n, sign)]);

  const drawn = estimators.toReversed().map((estimator) => {
    const { hue, dash } = seriesStyle(estimators.indexOf(estimator));
    const curve = curves[estimator];
    const thin = line(place(unknownOf(curve)));
    return (
      element('path', { class: `band fill-${hue}`, d: band(edge(curve, 1), edge(curve, -1)) }) +
      element('path', {
        class: `curve stroke-${hue}`,
        'stroke-dasharray': dash,
        d: line(place(curve.means)),
      }) +
      (thin && element('path', { class: `stroke-${hue}`, 'stroke-dasharray': dash, d: thin }))
    );
  });
  return [
    drawWithin(field, ...drawn),
    drawPeak(x(dimension), field),
    ...drawLabels(
      estimators.map((estimator) => place(shownOf(curves[estimator])).at(-1)?.[1] ?? field.bottom),
      steps,
      field,
    ),
  ].join('');
}

/** The means, and the medians in place of those that are not known. */
function shownOf({ means, medians = [] }: LearningCurve): number[] {
  return means.map((mean, n) => (Number.isNaN(mean) ? (medians[n] ?? NaN) : mean));
}

/** The medians of a shown curve and their neighbours; NaN elsewhere. */
function unknownOf(curve: LearningCurve): number[] {
  return shownOf(curve).map((error, n) =>
    curve.means.slice(Math.max(0, n - 1), n + 2).some(Number.isNaN) ? error : NaN,
  );
}

/** The mark at N = d, where the mean of least squares is infinite as soon as there is noise. */
function drawPeak(at: number, { top, bottom }: PlotArea): string {
  return (
    element('path', {
      class: 'axis',
      'stroke-dasharray': '1 3',
      d: `M${at.toFixed(1)} ${top}V${bottom}`,
    }) + words('N = d', { class: 'quiet haloed', x: at - 6, y: bottom - 7, 'text-anchor': 'end' })
  );
}

/** The names of the curves beside their ends, each led to by a line in its hue. */
function drawLabels(
  ends: readonly number[],
  steps: number,
  { top, bottom, right }: PlotArea,
): string[] {
  const names: Record<Estimator, string> = {
    ridge: 'ridge',
    squares: 'least sq.',
    descent: steps === 1 ? '1 step' : `${steps} steps`,
    table: 'table',
    nearest: '3 nearest',
    zero: 'zero',
  };
  const within = ends.map((end) => Math.min(Math.max(end, top), bottom));
  const places = spreadLabels(within, 15, [top + 2, bottom - 2]);
  return estimators.map((estimator, index) => {
    const [from, to] = [within[index] ?? top, places[index] ?? top];
    return (
      element('path', {
        class: `stroke-${seriesStyle(index).hue}`,
        d: `M${right} ${from.toFixed(1)}L${right + 10} ${to.toFixed(1)}h4`,
      }) + words(names[estimator], { x: right + 18, y: to + 4 })
    );
  });
}
