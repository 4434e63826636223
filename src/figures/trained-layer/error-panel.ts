import { axisHeight, drawAxes, drawWithin, layOutPlot } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { formatWhole } from '../shared/number.ts';
import { scaleLog } from '../shared/scale.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import type { TrainingState } from './core.ts';
import { parameters } from './parameters.ts';
import { nameConstructed, nameCount } from './words.ts';

/** The lower ends of the axis for 1, 2, 3 and 4 layers; the upper end is above the error of answering 0. */
const leastErrors = [0.03, 0.03, 0.0005, 0.0001];
const mostError = 1.3;

/** The error at each snapshot against the number of updates, and the errors of the constructed layers as lines. */
export function drawErrorPanel(state: TrainingState, width: number): Panel {
  const { stages, chosen, constructed, ends, setting } = state;
  const area = layOutPlot(width, { margin: 14 });
  const { minimum, maximum } = parameters.step;
  const x = scaleLog([2 ** minimum, 2 ** maximum], [area.left + 4, area.right]);
  const least = leastErrors[setting.layers - 1] ?? 0;
  const y = scaleLog([least, mostError], [area.bottom, area.top]);
  const shown = stages.filter(({ step }) => step >= 2 ** minimum);
  const toPlace = (stage: { step: number; error: number }): PanelPoint => [
    x(stage.step),
    y(stage.error),
  ];
  const now = stages[chosen];
  const cap = (error: number) => Math.min(error, mostError);
  const at = now && toPlace({ ...now, error: cap(now.error) });
  const named = nameConstructed(state);
  const levels = [
    { ...named.plain, error: constructed.plain.error, hue: 2, dash: '6 3', below: -9 },
    ...(named.best
      ? [{ ...named.best, error: constructed.best.error, hue: 3, dash: '2 2.5', below: 17 }]
      : []),
  ];
  return {
    title: 'The error during training',
    description:
      'A curve that falls, with leaps on the way where there are several layers: the squared error for queries that training never saw, relative to that of answering 0, on a ' +
      'logarithmic axis, against the number of updates, on a logarithmic axis. ' +
      `${levels.length > 1 ? 'Level lines show' : 'A level line shows'} ${levels.map(({ name }) => name).join(' and ')}. ` +
      `Short lines at the right edge are the ends of training from ${nameCount(ends.length)} random starts. Errors above ${mostError} are drawn at the upper edge.`,
    width,
    height: area.bottom + axisHeight,
    svg: [
      drawAxes(
        { scale: x, label: 'updates', ticks: [8, 32, 128, 512, 2048], format: formatWhole },
        { scale: y, label: 'squared error relative to zero’s', ticks: listTicks(least) },
        area,
      ),
      ...levels.map(({ error, hue, dash }) =>
        element('path', {
          class: `stroke-${hue}`,
          'stroke-width': 1.5,
          'stroke-dasharray': dash,
          d: line([
            [area.left, y(error)],
            [area.right, y(error)],
          ]),
        }),
      ),
      ...ends.map((error) =>
        element('path', {
          class: 'stroke-1',
          'stroke-width': 1.5,
          d: line([
            [area.right + 4, y(cap(error))],
            [area.right + 12, y(cap(error))],
          ]),
        }),
      ),
      at
        ? element('path', {
            class: 'stroke-ink',
            d: `M${at[0].toFixed(1)} ${area.top}V${area.bottom}`,
          })
        : '',
      // Where training ends, the curve is below the upper line and above the lower one.
      ...levels.map(({ error, label, below }) =>
        words(label, {
          class: 'haloed',
          x: area.right - 4,
          y: y(error) + below,
          'text-anchor': 'end',
        }),
      ),
      drawWithin(area, element('path', { class: 'curve stroke-1', d: line(shown.map(toPlace)) })),
      ...shown
        .filter(({ error }) => error <= mostError)
        .map(toPlace)
        .map(([cx, cy]) => element('circle', { class: 'fill-1', cx, cy, r: 2.5 })),
      at
        ? element('circle', {
            class: 'fill-paper stroke-ink',
            'stroke-width': 2,
            cx: at[0],
            cy: at[1],
            r: 5,
          })
        : '',
    ].join(''),
    scan: {
      x: {
        parameter: 'step',
        from: x(2 ** minimum),
        to: x(2 ** maximum),
        first: minimum,
        last: maximum,
      },
    },
  };
}

/** Powers of ten, and halves and fifths of one where there is room. */
function listTicks(least: number): number[] {
  const all = least > 0.01 ? [0.05, 0.1, 0.2, 0.5, 1] : [0.0001, 0.001, 0.01, 0.1, 1];
  return all.filter((tick) => tick > least);
}
