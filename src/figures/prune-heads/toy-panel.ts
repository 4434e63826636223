import { modelNames } from '../patched-transformer/names.ts';
import type { Model } from '../patched-transformer/settings.ts';
import { axisHeight, drawAxes, layOutPlot } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, line, round, words, type PanelPoint } from '../shared/svg.ts';
import type { Choice } from './pruning.ts';
import { toyHeads } from './sizes.ts';
import { choiceNames } from './text.ts';
import { countRemoved, formatError } from './toy-text.ts';
import { listErrors, type PrunedToys } from './toy-heads.ts';

/** Errors beyond this are drawn at the edge. */
const most = 1.5;

/** The error of a trained transformer against the share of its heads that is removed: a dot for each set, a line for the order. */
export function drawToy(
  { toys }: PrunedToys,
  model: Model,
  { choice, sparsity, width }: { choice: Choice; sparsity: number; width: number },
): Panel {
  const area = layOutPlot(width, { left: 38, margin: 66 });
  const x = scaleLinear([0, 100], [area.left + 10, area.right - 10]);
  const y = scaleLinear([0, most], [area.bottom, area.top]);
  const place = (count: number, error: number): PanelPoint => [
    x((100 * count) / toyHeads),
    y(Math.min(error, most)),
  ];
  const errors = listErrors(toys[model], choice);
  const count = countRemoved(sparsity);
  const here = errors[count] ?? NaN;
  const [at, height] = place(count, here);
  return {
    title: `Error of a toy trained on ${modelNames[model]}`,
    description: `A dot for each of the ${toys[model].sets.length} sets of heads: the squared error of regression in context, relative to that of the answer 0, from 0 to ${most}, against the share of heads that are removed. A line joins the errors of heads removed ${choiceNames[choice]}.`,
    width,
    height: area.bottom + axisHeight,
    scan: { x: { parameter: 'sparsity', from: x(10), to: x(90), first: 10, last: 90 } },
    svg: [
      drawAxes(
        { scale: x, label: 'heads removed, %', ticks: [0, 25, 50, 75, 100] },
        { scale: y, label: 'squared error', ticks: [0, 0.5, 1, 1.5] },
        area,
      ),
      element('path', {
        class: 'stroke-ink',
        'stroke-dasharray': '5 3',
        d: `M${area.left} ${round(y(1))}H${area.right}`,
      }),
      words('answer 0', { class: 'quiet', x: area.right + 6, y: y(1) + 4 }),
      element('path', { class: 'stroke-ink', d: `M${round(at)} ${area.top}V${area.bottom}` }),
      ...toys[model].sets.map(({ kept, error }) => {
        const [cx, cy] = place(toyHeads - kept.length, error);
        return element('circle', { class: 'fill-1', opacity: 0.4, cx, cy, r: 3 });
      }),
      element('path', {
        class: 'curve stroke-1',
        d: line(errors.map((error, removed) => place(removed, error))),
      }),
      ...errors.map((error, removed) => {
        const [cx, cy] = place(removed, error);
        return element('circle', {
          class: removed === count ? 'fill-1 stroke-paper' : 'fill-paper stroke-1',
          cx,
          cy,
          r: 4.5,
        });
      }),
      words(formatError(here), {
        class: 'haloed',
        x: at + (count === toyHeads ? -9 : 9),
        y: Math.max(height - 9, area.top + 10),
        'text-anchor': count === toyHeads ? 'end' : 'start',
      }),
      words(`${count} of ${toyHeads}`, { class: 'quiet', x: area.right + 6, y: area.bottom + 4 }),
    ].join(''),
  };
}
