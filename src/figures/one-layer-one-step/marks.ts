import { drawWithin, type PlotArea } from '../shared/chart.ts';
import { element, line, round, words, type PanelPoint } from '../shared/svg.ts';
import { findLeader, labelBox, nameSteps, placeLabels, type StepLabel } from './labels.ts';

/** One path as the layers took it, and as the steps did. */
export interface TwoPaths {
  readonly attention: readonly PanelPoint[];
  readonly descent: readonly PanelPoint[];
}

/** Both paths: a broad pale line for attention, and on it a thin one for descent. */
export function drawPaths({ attention, descent }: TwoPaths): string {
  return (
    element('path', { class: 'band stroke-1', 'stroke-width': 7, d: line(attention) }) +
    element('path', { class: 'stroke-ink', d: line(descent) })
  );
}

/** Both paths' places: rings for attention, and in them dots for descent. */
export function drawMarks({ attention, descent }: TwoPaths): string {
  const rings = attention.map(([cx, cy]) =>
    element('circle', { class: 'stroke-1', 'stroke-width': 1.5, cx, cy, r: 5.5 }),
  );
  const dots = descent.map(([cx, cy]) => element('circle', { class: 'fill-ink', cx, cy, r: 2.5 }));
  return [...rings, ...dots].join('');
}

/** The key to ring and dot, at the right above an area. */
export function drawKey({ right, top }: PlotArea): string {
  const y = top - 16;
  return (
    drawMarks({ attention: [[right - 146, y - 4]], descent: [[right - 60, y - 4]] }) +
    words('attention', { x: right - 136, y }) +
    words('descent', { x: right, y, 'text-anchor': 'end' })
  );
}

/** A cross, for where descent leads. */
function drawCross([x, y]: PanelPoint): string {
  return element('path', {
    class: 'stroke-2',
    'stroke-width': 1.5,
    d: `M${round(x - 5)} ${round(y)}h10M${round(x)} ${round(y - 5)}v10`,
  });
}

/** Labels at their places, those far off with a line to the place that they name. */
export function drawLabels(labels: readonly StepLabel[]): string {
  return labels
    .map((label) => {
      const leader = findLeader(label);
      return (
        (leader ? element('path', { class: 'stroke-soft', d: line(leader) }) : '') +
        words(label.text, {
          class: 'haloed',
          x: label.x,
          y: labelBox(label).bottom - 1,
          'text-anchor': 'middle',
        })
      );
    })
    .join('');
}

/**
 * Both paths with their marks and the numbers of their steps, and a cross where descent leads. A place
 * outside of the area is neither drawn nor named.
 *
 * @param others further places that labels avoid if possible
 */
export function drawDescent(
  paths: TwoPaths,
  optimum: PanelPoint,
  area: PlotArea,
  others: readonly PanelPoint[] = [],
): string {
  const isShown = isInside(optimum, area);
  const { descent } = paths;
  const named = nameSteps(descent);
  if (isShown) named.push({ place: optimum, text: 'least squares', side: [0, 1] });
  const marks = isShown ? [...descent, optimum] : descent;
  return [
    drawWithin(area, drawPaths(paths)),
    isShown ? drawCross(optimum) : '',
    drawMarks(paths),
    drawLabels(placeLabels(named, { marks, path: [...others, ...descent], area })),
    isShown
      ? ''
      : words('least squares: outside', {
          class: 'quiet',
          x: 0,
          y: area.bottom + 35,
        }),
  ].join('');
}

/** Whether a place lies in an area, or on its edge. */
export function isInside([x, y]: PanelPoint, { left, right, top, bottom }: PlotArea): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
