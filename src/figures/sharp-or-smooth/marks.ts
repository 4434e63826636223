import { layOutPlot, spreadLabels, type Axis, type PlotArea } from '../shared/chart.ts';
import { scaleLinear, scaleLog } from '../shared/scale.ts';
import { element, words, type PanelPoint } from '../shared/svg.ts';
import { crossEntropy, sizes } from './core.ts';
import { formatSize, type Against } from './text.ts';

/** The area of a panel; at its right the names of curves stand, beside their ends. */
export function layOutArea(width: number): PlotArea {
  return layOutPlot(width, { margin: endRoom });
}

const endRoom = 64;

/** From the ends of the axis of sizes to its first and last dot. */
const margin = 8;
const letter = 7.2;

/** The whole numbers from one to the other. */
export const decades = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The axis along which the models stand in both panels, and the place of a size on it. */
interface Along {
  axis: Axis;
  place: (size: number) => number;
}

/** By the loss, a linear axis falls to the right: a logarithmic one would be that of sizes again. */
export function layOutModels({ left, right }: PlotArea, against: Against, slope: number): Along {
  const places = [left + margin, right - margin] as const;
  const ends = [10 ** sizes.from, 10 ** sizes.to] as const;
  if (against === 'size') {
    const scale = scaleLog(ends, places);
    const ticks = decades(sizes.from, sizes.to).map((exponent) => 10 ** exponent);
    return { axis: { scale, label: 'parameters N', ticks, format: formatSize }, place: scale };
  }
  const scale = scaleLinear([crossEntropy(ends[0], slope), crossEntropy(ends[1], slope)], places);
  return {
    axis: { scale, label: 'loss, nats per token', ticks: scale.ticks(5) },
    place: (size) => scale(crossEntropy(size, slope)),
  };
}

/** A model. */
export function drawDot(x: number, y: number, classes: string): string {
  return element('circle', { class: classes, cx: x, cy: y, r: 3 });
}

/** Where right answers, or more than guesses give, are seen more likely than not: a line, named where there is most room. */
export function drawSeenFrom(
  x: number,
  chance: number,
  area: PlotArea,
  drawn: readonly (readonly PanelPoint[])[],
): string {
  const { left, right, top, bottom } = area;
  // In two lines the name finds room more often.
  const name = chance > 0 ? ['above', 'chance'] : ['first', 'seen'];
  const nameWidth = Math.max(...name.map((word) => word.length)) * letter;
  if (!(x >= left && x <= right)) return '';
  // The baselines that the first line of the label can have.
  const baselines = decades(0, 8).map((step) => top + 13 + (step / 8) * (bottom - top - 38));
  const sides = [
    { from: x, to: x + nameWidth + 12, anchor: 'start', at: x + 6 },
    { from: x - nameWidth - 12, to: x, anchor: 'end', at: x - 6 },
  ].filter(({ from, to }) => from >= left && to <= right);
  const places = sides.flatMap((side) =>
    baselines.map((y) => {
      const heights = drawn.flatMap((path) => listHeights(path, side.from, side.to));
      const middle = y + 3.5;
      const room = Math.max(Math.min(...heights) - middle, middle - Math.max(...heights));
      return { ...side, y, room };
    }),
  );
  const { at, y, anchor } = places.reduce((a, b) => (b.room > a.room ? b : a));
  return [
    element('path', {
      class: 'axis',
      d: `M${x.toFixed(1)} ${top}V${bottom}`,
      'stroke-dasharray': '5 3',
    }),
    ...name.map((word, row) =>
      words(word, { class: 'quiet haloed', x: at, y: y + 14 * row, 'text-anchor': anchor }),
    ),
  ].join('');
}

/** How high a path stands between two places: at its points, and at those next to them. */
function listHeights(path: readonly PanelPoint[], from: number, to: number): number[] {
  return path
    .filter((_, index) => {
      const [before = NaN] = path[index - 1] ?? [-Infinity];
      const [after = NaN] = path[index + 1] ?? [Infinity];
      return after > from && before < to;
    })
    .map(([, y]) => y);
}

/** Names beside the ends of lines, none over another. */
export function drawEnds(
  { right, top, bottom }: PlotArea,
  ends: readonly (readonly [name: string, height: number])[],
): string {
  const places = spreadLabels(
    ends.map(([, height]) => height),
    14,
    [top, bottom],
  );
  return ends
    .map(([name], index) => words(name, { x: right + 6, y: (places[index] ?? bottom) + 4 }))
    .join('');
}

/** The key to the signs of a panel, in one line above it, from the right. */
export function drawKey(
  { right, top }: PlotArea,
  signs: readonly (readonly [name: string, draw: (x: number, y: number) => string])[],
): string {
  let end = right + endRoom;
  return signs
    .toReversed()
    .map(([name, draw]) => {
      const start = end - name.length * letter;
      const sign = draw(start - 11, top - 20);
      const text = words(name, { class: 'quiet', x: end, y: top - 16, 'text-anchor': 'end' });
      end = start - 28;
      return sign + text;
    })
    .join('');
}
