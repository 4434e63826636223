import { axisHeight, drawAxes, drawWithin } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, line, type PanelPoint } from '../shared/svg.ts';
import { extendSpan, formatTicks, layOutArea, listTicks, scanWeights, spanNearby } from './axes.ts';
import type { LayersAndSteps } from './core.ts';
import { drawDescent, drawKey, isInside } from './marks.ts';

/** The loss as a curve over the one weight that there is for inputs of one dimension, with both paths. */
export function drawLossCurve(result: LayersAndSteps, width: number): Panel {
  const { stages, fromZero, leastSquares, eigenvalues } = result;
  const area = layOutArea(width);
  const [optimum = 0] = leastSquares.weights;
  const [curvature = 0] = eigenvalues;
  const loss = (weight: number) => leastSquares.loss + (curvature * (weight - optimum) ** 2) / 2;

  const attention = stages.map(({ impliedWeights: [weight = NaN] }) => weight);
  const descent = stages.map(({ weights: [weight = NaN] }) => weight);
  const zero = fromZero.map(([weight = NaN]) => weight);
  const [low, high] = extendSpan(spanNearby(zero, [optimum]), descent);
  const x = scaleLinear([low, high], [area.left, area.right]);
  const highest = Math.max(loss(low), loss(high)) || 1;
  const y = scaleLinear([-0.06 * highest, highest], [area.bottom, area.top]);

  const toPlace = (weight: number): PanelPoint => [x(weight), y(loss(weight))];
  const curve = Array.from({ length: 81 }, (_, n) => toPlace(low + ((high - low) * n) / 80));
  return {
    title: 'The loss over the weight',
    description: [
      'A parabola: the loss of the context, vertically, over the one weight, horizontally. The ' +
        'weights after each step of descent are dots on it, numbered by step, and the weights that ' +
        'the predictions of attention imply after each layer are rings around them.',
      isInside(toPlace(optimum), area)
        ? 'A cross marks the least-squares weight.'
        : 'The least-squares weight lies outside of the picture.',
    ].join(' '),
    width,
    height: area.bottom + axisHeight,
    scan: { x: scanWeights('startAcross', x), at: toPlace(descent[0] ?? 0), isStill: true },
    svg: [
      drawAxes(
        { scale: x, label: 'weight w', ticks: listTicks(x, area), format: formatTicks(x, 4) },
        {
          scale: y,
          label: 'loss L',
          ticks: y.ticks(5).filter((tick) => tick >= 0),
          format: formatTicks(y, 5),
        },
        area,
      ),
      drawKey(area),
      drawWithin(area, element('path', { class: 'stroke-soft', d: line(curve) })),
      drawDescent(
        { attention: attention.map(toPlace), descent: descent.map(toPlace) },
        toPlace(optimum),
        area,
        curve,
      ),
    ].join(''),
  };
}
