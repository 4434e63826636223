import type { PlotArea } from '../shared/chart.ts';
import type { PanelPoint } from '../shared/svg.ts';

/** Words that belong to a place. */
export interface Named {
  readonly place: PanelPoint;
  readonly text: string;
  /** Where the words should rather stand, as seen from the place. */
  readonly side: PanelPoint;
}

/** Words where they stand. */
export interface StepLabel {
  /** Their middle. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The place that they name. */
  readonly place: PanelPoint;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Of a digit in the typeface of labels, at its 12 units. */
const [glyphWidth, glyphHeight] = [7.3, 10];

/** Half the width of the widest mark, and some air. */
const markReach = 8;

/** The box around words. */
export function labelBox({ x, y, text }: Pick<StepLabel, 'x' | 'y' | 'text'>): Box {
  const half = (text.length * glyphWidth) / 2;
  const [top, bottom] = [y - glyphHeight / 2, y + glyphHeight / 2];
  return { left: x - half, right: x + half, top, bottom };
}

/**
 * The numbers of steps by the places that they led to: steps whose places lie within `distance` of each
 * other share one, as “2–4” or “1, 3”. In the order of the first of them.
 */
export function nameSteps(path: readonly PanelPoint[], distance = 5): Named[] {
  const groups: { place: PanelPoint; first: number; steps: number[] }[] = [];
  path.forEach((place, step) => {
    const near = groups.find((group) => distanceBetween(group.place, place) < distance);
    if (near) near.steps.push(step);
    else groups.push({ place, first: step, steps: [step] });
  });
  return groups.map(({ place, first, steps }) => ({
    place,
    text: formatSteps(steps),
    side: findOutside(path, first),
  }));
}

/** 2, 3, 4 as “2–4”, and 1, 3 as “1, 3”. */
function formatSteps(steps: readonly number[]): string {
  const [first = 0, last = first] = [steps[0], steps.at(-1)];
  const isRun = last - first === steps.length - 1 && steps.length > 1;
  return isRun ? `${first}–${last}` : steps.join(', ');
}

/** The side of a path's bend that lies outside: away from the places before and after. */
function findOutside(path: readonly PanelPoint[], step: number): PanelPoint {
  const [x, y] = path[step] ?? [0, 0];
  let [sideX, sideY] = [0, 0];
  for (const neighbour of [path[step - 1], path[step + 1]]) {
    if (neighbour === undefined) continue;
    const reach = distanceBetween(neighbour, [x, y]);
    if (!(reach > 0)) continue;
    sideX -= (neighbour[0] - x) / reach;
    sideY -= (neighbour[1] - y) / reach;
  }
  return [sideX, sideY];
}

/**
 * Labels near the places that they name, none on a mark or on another label, and if possible none on a line of the
 * path. Labels without room within the area are left out; the first come first.
 *
 * @param marks where marks are drawn
 * @param path the line through them
 */
export function placeLabels(
  named: readonly Named[],
  {
    marks,
    path,
    area,
  }: { marks: readonly PanelPoint[]; path: readonly PanelPoint[]; area: PlotArea },
): StepLabel[] {
  const onPath = samplePath(path);
  const placed: StepLabel[] = [];
  for (const name of named) {
    const free = listPlaces(name).filter((label) => {
      const box = labelBox(label);
      const crosses = (one: StepLabel, other: StepLabel) =>
        samplePath(findLeader(one)).some((place) => holds(labelBox(other), place, 2));
      return (
        isWithin(box, area) &&
        !marks.some((mark) => holds(box, mark, markReach)) &&
        !placed.some(
          (other) =>
            overlap(box, labelBox(other)) || crosses(label, other) || crosses(other, label),
        )
      );
    });
    const clear = free.find((label) => !onPath.some((place) => holds(labelBox(label), place, 2)));
    const chosen = clear ?? free[0];
    if (chosen) placed.push(chosen);
  }
  return placed;
}

/** Where words could stand, the best first: near, and on their side. */
function listPlaces({ place: [x, y], text, side: [sideX, sideY] }: Named): StepLabel[] {
  const forward = Math.hypot(sideX, sideY) > 0.01 ? Math.atan2(sideY, sideX) : -Math.PI / 2;
  const turns = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6].map((turn) => (turn * Math.PI) / 6);
  const [halfWidth, halfHeight] = [(text.length * glyphWidth) / 2, glyphHeight / 2];
  return [9, 14, 20, 28, 38, 50].flatMap((gap) =>
    turns.map((turn) => {
      const [across, down] = [Math.cos(forward + turn), Math.sin(forward + turn)];
      return {
        x: x + across * (gap + halfWidth),
        y: y + down * (gap + halfHeight),
        text,
        place: [x, y],
      };
    }),
  );
}

/** Places on a path, every four units. */
function samplePath(path: readonly PanelPoint[] = []): PanelPoint[] {
  return path.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = path[index] ?? [x, y];
    const count = Math.ceil(distanceBetween([fromX, fromY], [x, y]) / 4);
    return Array.from({ length: count }, (_, n): PanelPoint => {
      const share = (n + 1) / count;
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)];
    });
  });
}

function distanceBetween([x, y]: PanelPoint, [otherX, otherY]: PanelPoint): number {
  return Math.hypot(otherX - x, otherY - y);
}

/**
 * From beside the mark to the words that name it, where they stand so far off that one would not know whose
 * they are.
 */
export function findLeader(label: StepLabel): [from: PanelPoint, to: PanelPoint] | undefined {
  const { left, right, top, bottom } = labelBox(label);
  const [x, y] = label.place;
  const to: PanelPoint = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  const gap = distanceBetween(label.place, to);
  if (gap < 16) return undefined;
  const share = markReach / gap;
  return [[x + share * (to[0] - x), y + share * (to[1] - y)], to];
}

function holds({ left, right, top, bottom }: Box, [x, y]: PanelPoint, reach: number): boolean {
  return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, area: PlotArea): boolean {
  const isAcross = box.left >= area.left && box.right <= area.right;
  return isAcross && box.top >= area.top && box.bottom <= area.bottom;
}
