import { scaleLinear } from 'd3-scale';
import { drawAxes, drawWithin, plotHeight, spreadLabels, type PlotArea } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { element, words, type PanelPoint } from '../shared/svg.ts';
import { area, formatTicks, spanNearby } from './axes.ts';
import type { LayersAndSteps } from './core.ts';
import { drawKey, drawMarks, drawPaths } from './marks.ts';
import { parameters } from './parameters.ts';

/** With room for words at the right. */
const inner: PlotArea = { ...area, right: 232 };

/** The prediction for the query after each layer and each step, beside its target. */
export function drawPredictions({ stages, target, leastSquares }: LayersAndSteps): Panel {
  const { minimum, maximum } = parameters.layers;
  const x = scaleLinear([0, maximum], [inner.left + 12, inner.right - 12]);
  const attention = stages.map((stage) => stage.attention);
  const descent = stages.map((stage) => stage.descent);
  const domain = spanNearby([...descent, target], [leastSquares.prediction]);
  const y = scaleLinear(domain, [inner.bottom, inner.top]);

  const levels = [
    { value: target, text: 'target', dash: '6 3', hue: 3 },
    { value: leastSquares.prediction, text: 'least squares', dash: '2 2.5', hue: 2 },
  ].filter(({ value }) => value >= domain[0] && value <= domain[1]);
  // Without noise both are one number up to rounding, which shall not decide whose name stands above.
  const tiny = 1e-9 * (domain[1] - domain[0]);
  const heights = levels.map(({ value }) => y(Math.abs(value - target) < tiny ? target : value));
  const places = spreadLabels(heights, 14, [inner.top + 6, inner.bottom - 6]);

  const toPlace = (value: number, step: number): PanelPoint => [x(step), y(value)];
  const paths = { attention: attention.map(toPlace), descent: descent.map(toPlace) };
  return {
    title: 'The prediction for the query',
    description:
      'The prediction for the query, vertically, after each layer of attention as rings and after ' +
      'each step of descent as dots, horizontally from none to four. Dashed lines mark the target ' +
      `without noise and the prediction of least squares${levels.length < 2 ? ', which lies outside' : ''}.`,
    height: plotHeight,
    svg: [
      drawAxes(
        { scale: x, label: 'layers, steps', ticks: x.ticks(maximum) },
        { scale: y, label: 'prediction', ticks: y.ticks(5), format: formatTicks(y, 5) },
        inner,
      ),
      drawKey(area),
      ...levels.map(({ hue, dash, text }, index) => {
        const [at = 0, place = 0] = [heights[index], places[index]];
        const d = `M${inner.left} ${at.toFixed(1)}H${inner.right}`;
        return (
          element('path', {
            class: `stroke-${hue}`,
            'stroke-width': 1.5,
            'stroke-dasharray': dash,
            d,
          }) + words(text, { x: inner.right + 6, y: place + 4 })
        );
      }),
      drawWithin(inner, drawPaths(paths)),
      drawMarks(paths),
    ].join(''),
    scan: {
      x: { parameter: 'layers', from: x(minimum), to: x(maximum), first: minimum, last: maximum },
    },
  };
}
