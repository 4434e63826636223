import { axisHeight, drawAxes, drawWithin, spreadLabels } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import { formatTicks, layOutArea, spanNearby } from './axes.ts';
import type { LayersAndSteps } from './core.ts';
import { nameSteps } from './labels.ts';
import { drawKey, drawMarks } from './marks.ts';

/** The pairs of a context with inputs of one dimension, and the line that fits them after each step. */
export function drawFittedLines(
  { stages, pairs, query: [query = 0] }: LayersAndSteps,
  width: number,
): Panel {
  // With room for the numbers of steps at the right.
  const inner = layOutArea(width, 62);
  const slopes = stages.map(({ weights: [weight = NaN] }) => weight);
  const ends = slopes.flatMap((slope) => [-slope, slope]);
  const x = scaleLinear([-1, 1], [inner.left, inner.right]);
  const domain = spanNearby([...ends, ...pairs.map(([, target]) => target)], [], 0.06);
  const y = scaleLinear(domain, [inner.bottom, inner.top]);

  const lines = slopes.map((slope, step) =>
    element('path', {
      class: step === slopes.length - 1 ? 'curve stroke-ink' : 'stroke-soft',
      'stroke-dasharray': step === slopes.length - 1 ? undefined : '6 3',
      d: line([
        [x(-1), y(-slope)],
        [x(1), y(slope)],
      ]),
    }),
  );
  const names = nameSteps(slopes.map((slope): PanelPoint => [inner.right, y(slope)]));
  const heights = names.map(({ place: [, height] }) => height);
  const places = spreadLabels(heights, 14, [inner.top + 6, inner.bottom - 6]);
  const atQuery = (value: number): PanelPoint => [x(query), y(value)];
  return {
    title: 'The line through the pairs',
    description:
      'The pairs of the context as small dots: inputs horizontally, targets vertically. Lines through ' +
      'the origin show what is predicted after each step, numbered at the right, the last one bold. ' +
      'On a vertical line at the query lie the predictions for it, of attention after each layer as ' +
      'rings and of descent after each step as dots.',
    width,
    height: inner.bottom + axisHeight,
    svg: [
      drawAxes(
        { scale: x, label: 'input x', ticks: x.ticks(5), format: x.tickFormat(5) },
        { scale: y, label: 'target y', ticks: y.ticks(5), format: formatTicks(y, 5) },
        inner,
      ),
      drawKey(layOutArea(width)),
      drawWithin(inner, ...lines),
      ...pairs.map(([input, target]) =>
        element('circle', { class: 'fill-3', cx: x(input), cy: y(target), r: 2 }),
      ),
      element('path', {
        class: 'axis',
        d: `M${x(query).toFixed(1)} ${inner.top}V${inner.bottom}`,
      }),
      drawMarks({
        attention: stages.map(({ attention }) => atQuery(attention)),
        descent: stages.map(({ descent }) => atQuery(descent)),
      }),
      words('query', {
        class: 'haloed quiet',
        x: Math.min(Math.max(x(query), inner.left + 22), inner.right - 22),
        y: inner.bottom - 5,
        'text-anchor': 'middle',
      }),
      ...names.map(({ text }, index) =>
        words(text, { x: inner.right + 6, y: (places[index] ?? 0) + 4 }),
      ),
    ].join(''),
  };
}
