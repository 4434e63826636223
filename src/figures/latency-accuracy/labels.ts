import type { PlotArea } from '../shared/chart.ts';

/** A rectangle in a panel, in its units. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Words for a point. */
export interface DotLabel {
  text: string;
  x: number;
  y: number;
  /** The heights that its interval reaches to, above it and below it. */
  above: number;
  below: number;
  /** Which of its sides has more room. */
  side: 'left' | 'right';
}

/** Where words stand: `x` and `y` are of their baseline, at their anchor. */
export interface PlacedLabel {
  label: DotLabel;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** Whether they stand so far off that a line leads to their point. */
  isFar: boolean;
}

const letterWidth = 7.2;
const leadPieces = 18;

/** How far from its point a name may stand, sidewards and upwards or downwards, if no place beside it is free. */
const farOffsets = [10, 40, 80].flatMap((dx) =>
  [22, 34, 46, 60, 76, 100].map((dy) => [dx, dy] as const),
);

/** Where the words of a point may stand, the best first. */
function listPlaces(label: DotLabel): PlacedLabel[] {
  const { x, y, above, below, side } = label;
  const place = (dx: number, at: number, anchor: PlacedLabel['anchor'], isFar = false) => ({
    label,
    x: x + dx,
    y: at,
    anchor,
    isFar,
  });
  const toLeft = (dx: number, at: number, isFar?: boolean) => place(-dx, at, 'end', isFar);
  const toRight = (dx: number, at: number, isFar?: boolean) => place(dx, at, 'start', isFar);
  const sides = side === 'left' ? [toLeft, toRight] : [toRight, toLeft];
  return [
    ...sides.flatMap((to) => [to(9, y + 4), to(7, y - 7), to(7, y + 15)]),
    place(0, above - 9, 'middle'),
    place(0, below + 16, 'middle'),
    ...farOffsets.flatMap(([dx, dy]) =>
      sides.flatMap((to) => [to(dx, y - dy, true), to(dx, y + dy + 7, true)]),
    ),
  ];
}

/**
 * A place for each label within the area, in their order: over none of `dots` and `lines`, no other label and no
 * line that leads to one. If possible, its own line leads over no other dot. Labels without a place are left out.
 */
export function placeLabels(
  labels: readonly DotLabel[],
  area: PlotArea,
  dots: readonly Box[],
  lines: readonly Box[],
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const words: Box[] = [];
  const leads: Box[] = [];
  for (const label of labels) {
    const places = listPlaces(label).filter(
      (place) =>
        isWithin(buildBox(place), area) &&
        !isOverAny([buildBox(place)], [...dots, ...lines, ...words, ...leads]) &&
        !isOverAny(buildLead(place), words),
    );
    const isLeadClear = (place: PlacedLabel) =>
      !isOverAny(buildLead(place).slice(leadPieces / 3), dots);
    const place = places.find(isLeadClear) ?? places[0];
    if (place === undefined) continue;
    placed.push(place);
    words.push(buildBox(place));
    leads.push(...buildLead(place));
  }
  return placed;
}

/** The end of the line that leads from a point to its words. */
export function findLeadEnd({ label, x, y }: PlacedLabel): readonly [x: number, y: number] {
  return [x, y > label.y ? y - 11 : y + 3];
}

/** That line, as small boxes along it; none where the words are beside the point. */
function buildLead(place: PlacedLabel): Box[] {
  if (!place.isFar) return [];
  const { label } = place;
  const [endX, endY] = findLeadEnd(place);
  return Array.from({ length: leadPieces }, (_, index): Box => {
    const share = index / leadPieces;
    const [x, y] = [label.x + share * (endX - label.x), label.y + share * (endY - label.y)];
    return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
  });
}

/** The room that words take at their place, with a little air about them. */
function buildBox({ label, x, y, anchor }: PlacedLabel): Box {
  const width = label.text.length * letterWidth;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left: left - 2, right: left + width + 2, top: y - 11, bottom: y + 4 };
}

function isWithin(box: Box, { left, right, top, bottom }: PlotArea): boolean {
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
}

function isOverAny(boxes: readonly Box[], others: readonly Box[]): boolean {
  return boxes.some((a) =>
    others.some(
      (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
    ),
  );
}
