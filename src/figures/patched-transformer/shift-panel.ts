import { axisHeight, drawAxes, drawWithin, layOutPlot, spreadLabels } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLog } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import { modelNames } from './names.ts';
import { settings } from './settings.ts';
import type { Answerer, Shift, ShiftErrors } from './shift.ts';

/** The names of the curves, in the order of their styles. */
export const curveNames: Readonly<Record<Answerer, string>> = {
  ...modelNames,
  table: 'table',
  ridge: 'ridge',
  descent: `${settings.few.shape.layers} steps`,
};

/** Errors beyond these are drawn to the edge. */
const span = [0.003, 10] as const;

/** The error against the factor of the inputs or of the weights. */
export function drawShift(
  { factors, errors, limit }: ShiftErrors,
  shift: Shift,
  width: number,
): Panel {
  const area = layOutPlot(width, { margin: 102 });
  const x = scaleLog([factors[0] ?? 1, factors.at(-1) ?? 1], [area.left + 2, area.right]);
  const y = scaleLog(span, [area.bottom, area.top]);
  const place = (error: number, n: number): PanelPoint => [
    x(factors[n] ?? NaN),
    // A logarithm has no place for 0.
    Math.min(Math.max(y(Math.max(error, 1e-30)), area.top - 4), area.bottom + 4),
  ];
  const curves = (Object.keys(curveNames) as Answerer[]).map((name, index) => {
    const points = errors[name].map(place);
    const end = points.filter((point) => point.every(Number.isFinite)).at(-1)?.[1] ?? area.bottom;
    return { name, points, end, style: seriesStyle(index) };
  });
  const within = curves.map(({ end }) => Math.min(Math.max(end, area.top), area.bottom));
  const places = spreadLabels(within, 15, [area.top + 2, area.bottom - 2]);
  return {
    title: shift === 'inputs' ? 'The error on scaled inputs' : 'The error on scaled weights',
    description:
      `A chart of five curves: the squared error relative to that of answering 0, on a logarithmic axis, against the ` +
      `factor α of the ${shift}, on a logarithmic axis, where 1 is as in training. They are the two transformers, the lookup table of ` +
      `${settings.few.tasks} tasks, ridge regression, and two steps of gradient descent.`,
    width,
    height: area.bottom + axisHeight,
    svg: [
      drawAxes(
        { scale: x, label: `factor α of the ${shift}`, ticks: [0.25, 0.5, 1, 2, 4, 8] },
        { scale: y, label: 'squared error relative to zero’s', ticks: [0.01, 0.1, 1, 10] },
        area,
      ),
      drawLevel(x(1), area),
      shift === 'inputs' ? drawLevel(x(limit), area, '2 3') : '',
      drawWithin(
        area,
        ...curves.toReversed().map(({ points, style }) =>
          element('path', {
            class: `curve stroke-${style.hue}`,
            'stroke-dasharray': style.dash,
            d: line(points),
          }),
        ),
      ),
      shift === 'inputs'
        ? words('diverges', { class: 'quiet haloed', x: x(limit) + 5, y: area.bottom - 7 })
        : '',
      words('as trained', {
        class: 'quiet haloed',
        x: x(1) - 5,
        y: area.bottom - 7,
        'text-anchor': 'end',
      }),
      ...curves.map(({ name, style }, index) => {
        const [from, to] = [within[index] ?? 0, places[index] ?? 0];
        return (
          element('path', {
            class: `stroke-${style.hue}`,
            d: `M${area.right} ${from.toFixed(1)}L${area.right + 10} ${to.toFixed(1)}h4`,
          }) + words(curveNames[name], { x: area.right + 18, y: to + 4 })
        );
      }),
    ].join(''),
  };
}

function drawLevel(
  at: number,
  { top, bottom }: { top: number; bottom: number },
  dash?: string,
): string {
  return element('path', {
    class: 'axis',
    'stroke-dasharray': dash,
    d: `M${at.toFixed(1)} ${top}V${bottom}`,
  });
}
