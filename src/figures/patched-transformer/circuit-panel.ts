import { axisHeight, drawAxes, drawWithin, layOutPlot, spreadLabels } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import type { Circuits } from './core.ts';
import { modelNames } from './names.ts';
import { models } from './settings.ts';

/**
 * The share of the variance that each circuit explains, by its size, the best of each size as a line and the smallest good one
 * ringed.
 */
export function drawCircuits(circuits: Circuits, width: number): Panel {
  const area = layOutPlot(width, { margin: 102 });
  const count = circuits.few.best.length - 1;
  const x = scaleLinear([0, count], [area.left + 14, area.right - 10]);
  const y = scaleLinear([-0.2, 1], [area.bottom, area.top]);
  const ends = models.map((model) => y(1 - (circuits[model].best.at(-1)?.error ?? NaN)));
  const places = spreadLabels(ends, 15, [area.top + 2, area.bottom - 2]);
  return {
    title: 'What is left after ablation',
    description:
      `A dot for each of ${circuits.few.all.length} circuits of each transformer: the share of the variance of the outputs that it ` +
      'explains, against the number of its components. Lines join the best of each size, and a ring marks the smallest that keeps ' +
      'nine tenths of what the whole transformer explains.',
    width,
    height: area.bottom + axisHeight,
    svg: [
      drawAxes(
        {
          scale: x,
          label: 'components left',
          ticks: Array.from({ length: count + 1 }, (_, n) => n),
        },
        { scale: y, label: 'variance explained', ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
        area,
      ),
      ...models.map((model, order) => {
        const { hue, dash } = seriesStyle(order);
        const place = ({ kept, error }: Circuits['few']['smallest']): PanelPoint => [
          x(kept.length) + (order === 0 ? -3 : 3),
          y(1 - error),
        ];
        const { all, best, smallest } = circuits[model];
        const [cx, cy] = place(smallest);
        const [from, to] = [ends[order] ?? 0, places[order] ?? 0];
        return [
          drawWithin(
            area,
            ...all.map(place).map(([left, top]) =>
              element('circle', {
                class: `fill-${hue}`,
                opacity: 0.4,
                cx: left,
                cy: top,
                r: 2.5,
              }),
            ),
            element('path', {
              class: `curve stroke-${hue}`,
              'stroke-dasharray': dash,
              d: line(best.map(place)),
            }),
          ),
          element('circle', { class: `fill-paper stroke-${hue}`, 'stroke-width': 2, cx, cy, r: 5 }),
          element('path', {
            class: `stroke-${hue}`,
            d: `M${(x(count) + 3).toFixed(1)} ${from.toFixed(1)}L${area.right + 10} ${to.toFixed(1)}h4`,
          }),
          words(modelNames[model], { x: area.right + 18, y: to + 4 }),
        ].join('');
      }),
    ].join(''),
  };
}
