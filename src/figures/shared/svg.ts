import { splitScripts } from './script.ts';

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
  const pieces = splitScripts(String(content)).map(({ text, place }) => {
    const before = height;
    height = { sup: -4, sub: 2.5, none: 0 }[place ?? 'none'];
    if (height === before) return escape(text);
    return element(
      'tspan',
      { dy: height - before, ...(place && { 'font-size': 9 }) },
      escape(text),
    );
  });
  return element('text', attributes, ...pieces);
}

/** A polyline through points in units of the panel; a point that is not finite interrupts it. */
export function line(points: readonly PanelPoint[]): string {
  let path = '';
  let isOpen = false;
  for (const [x, y] of points) {
    const isDrawn = Number.isFinite(x) && Number.isFinite(y);
    if (isDrawn) path += `${isOpen ? 'L' : 'M'}${round(x)} ${round(y)}`;
    isOpen = isDrawn;
  }
  return path;
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
