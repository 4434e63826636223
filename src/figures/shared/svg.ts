import { isolate } from '../../lib/isolate.ts';
import { splitScripts } from '../../lib/raised-signs.ts';

/** The attributes of an element; undefined ones are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A point of a panel, in its units. */
export type PanelPoint = readonly [x: number, y: number];

/** An element of a drawing as text, its numbers with at most two decimals. `content` is markup. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const listed = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(format(value))}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${listed}/>` : `<${name}${listed}>${inner}</${name}>`;
}

/** Words in a drawing, one line of them; raised and lowered digits are set smaller. */
export function words(content: string | number, attributes: Attributes): string {
  let height = 0;
  const pieces = splitScripts(isolate(String(content))).map(({ text, place }) => {
    const before = height;
    height = { sup: -4, sub: 2.5, none: 0 }[place ?? 'none'];
    if (height === before) return escape(text);
    return element(
      'tspan',
      { dy: height - before, ...(place && { 'font-size': '.85em' }) },
      escape(text),
    );
  });
  return element('text', attributes, ...pieces);
}

/** A polyline through points in units of the panel; a point that is not finite interrupts it. */
export function line(points: readonly PanelPoint[]): string {
  const runs: PanelPoint[][] = [[]];
  for (const point of points) {
    if (point.every(Number.isFinite)) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs
    .map((run) => thin(run).map(([x, y]) => `${round(x)} ${round(y)}`))
    .map((places) => (places.length > 0 ? `M${places.join('L')}` : ''))
    .join('');
}

/** How far a drawn line may be from its points, in units of the panel: less than is seen. */
const tolerance = 0.1;

/** The points that a polyline needs to stay as it is (the algorithm of Ramer, Douglas and Peucker). */
function thin(points: readonly PanelPoint[]): readonly PanelPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  const offsets = points.map((point) => measureOffset(point, first, last));
  const most = Math.max(...offsets);
  if (most <= tolerance) return [first, last];
  const middle = offsets.indexOf(most);
  return [...thin(points.slice(0, middle + 1)).slice(0, -1), ...thin(points.slice(middle))];
}

/** How far a point is from the line between two others. */
function measureOffset(
  [x, y]: PanelPoint,
  [fromX, fromY]: PanelPoint,
  [toX, toY]: PanelPoint,
): number {
  const [across, down] = [toX - fromX, toY - fromY];
  const length = across ** 2 + down ** 2;
  const share = length === 0 ? 0 : ((x - fromX) * across + (y - fromY) * down) / length;
  const along = Math.min(Math.max(share, 0), 1);
  return Math.hypot(x - fromX - along * across, y - fromY - along * down);
}

/**
 * The area between two polylines of as many points, closed: along the one and back along the other. Where
 * a point of either is not finite, it is interrupted.
 */
export function band(edge: readonly PanelPoint[], opposite: readonly PanelPoint[]): string {
  const runs: (readonly [PanelPoint, PanelPoint])[][] = [[]];
  for (const [index, point] of edge.entries()) {
    const pair = [point, opposite[index] ?? [NaN, NaN]] as const;
    if (pair.flat().every(Number.isFinite)) runs.at(-1)?.push(pair);
    else runs.push([]);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => `${line([...run.map(([a]) => a), ...run.toReversed().map(([, b]) => b)])}z`)
    .join('');
}

/** A number as it stands in a drawing: two decimals are finer than any screen. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

function format(value: string | number | undefined): string {
  return typeof value === 'number' ? String(round(value)) : (value ?? '');
}

/** Text as it stands in markup, within an element or an attribute. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
