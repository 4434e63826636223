import type { Panel } from '../shared/interactive-figure.ts';
import { element, round, words, type PanelPoint } from '../shared/svg.ts';
import type { AgeCheck } from './core.ts';
import { parameters } from './parameters.ts';
import { nameDecision, writeDifference } from './text.ts';

/** The field as a ring, 0 at the top and growing clockwise. */
class Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly #prime: number;

  constructor(x: number, y: number, radius: number, prime: number) {
    this.x = x;
    this.y = y;
    this.radius = radius;
    this.#prime = prime;
  }

  /** The place of a value, `out` units outside the ring. */
  place(value: number, out = 0): PanelPoint {
    const angle = (2 * Math.PI * value) / this.#prime;
    const radius = this.radius + out;
    return [round(this.x + radius * Math.sin(angle)), round(this.y - radius * Math.cos(angle))];
  }

  /** The arc from one value to another, less than a turn away, clockwise where it is larger. */
  arc(from: number, to: number, out = 0): string {
    const radius = round(this.radius + out);
    const isLong = Math.abs(to - from) > this.#prime / 2 ? 1 : 0;
    const start = this.place(from, out).join(' ');
    const end = this.place(to, out).join(' ');
    return `M${start}A${radius} ${radius} 0 ${isLong} ${to > from ? 1 : 0} ${end}`;
  }

  /** Short lines across the ring, one for each value: a circle with dashes, which is less to send than the lines. */
  drawTicks(): string {
    return element('circle', {
      class: 'axis',
      cx: this.x,
      cy: this.y,
      r: this.radius,
      'stroke-width': 6,
      pathLength: this.#prime,
      'stroke-dasharray': '.15 .85',
      'stroke-dashoffset': '.07',
      transform: `rotate(-90 ${this.x} ${this.y})`,
    });
  }

  /** The angle that turns an upward arrow into the direction of a growing value there. */
  turn(value: number): number {
    return (360 * value) / this.#prime + 90;
  }
}

const height = 322;

/** Beside the ring its numbers have room, and below it the key. */
const [side, above, below] = [56, 36, 58];

/** The numbers that are written beside the ring. */
const step = 16;

/** The field with the values that some witness passes with, the step from the least age, and d as the witness has it. */
export function drawRing(check: AgeCheck, width: number): Panel {
  const { circuit, age, z, reach } = check;
  const { prime, least } = circuit;
  const radius = Math.min((height - above - below) / 2, width / 2 - side);
  const ring = new Ring(width / 2, (height + above - below) / 2, radius, prime);
  const [, , d = NaN] = z;
  const reached = reach === prime ? 'all values' : `the values 0 to ${reach - 1}`;
  return {
    title: `The field, from 0 to ${prime - 1}`,
    description: `A ring of the numbers 0 to ${prime - 1}, clockwise from the top. A thick arc marks ${reached} of age − ${least} for which some witness passes. An arrow leads from 0 to ${age} − ${least}, and a dot marks d.`,
    width,
    height,
    svg: [
      drawAges(ring, least),
      ring.drawTicks(),
      drawReach(ring, reach, prime),
      ...Array.from({ length: Math.floor(prime / step) }, (_, index) =>
        drawNumber(ring, index * step),
      ),
      drawWalk(ring, age - least),
      drawPlace(ring, age - least, d, prime),
      drawCentre(ring, check),
      element('path', { class: 'stroke-accent', 'stroke-width': 7, d: `M0 ${height - 14}h22` }),
      words(`age − ${least} with a witness that passes`, {
        class: 'quiet',
        x: 30,
        y: height - 10,
      }),
    ].join(''),
  };
}

/** Where the ages below the least one are, and those from it on, outside the ring. */
function drawAges(ring: Ring, least: number): string {
  const { minimum, maximum } = parameters.age;
  const out = 9;
  const [under, over] = [
    ring.place(-least / 2, out + 26),
    ring.place((maximum - least) / 2, out + 26),
  ];
  return [
    element('path', {
      class: 'axis',
      'stroke-dasharray': '3 2',
      d: ring.arc(minimum - least, -1, out),
    }),
    element('path', { class: 'axis', d: ring.arc(0, maximum - least, out) }),
    words(`under ${least}`, { class: 'quiet', x: under[0], y: under[1], 'text-anchor': 'end' }),
    words(`${least} to ${maximum}`, { class: 'quiet', x: over[0], y: over[1] }),
  ].join('');
}

function drawReach(ring: Ring, reach: number, prime: number): string {
  const attributes = { class: 'stroke-accent', 'stroke-width': 7 };
  return reach === prime
    ? element('circle', { ...attributes, cx: ring.x, cy: ring.y, r: ring.radius })
    : element('path', { ...attributes, d: ring.arc(-0.5, reach - 0.5) });
}

function drawNumber(ring: Ring, value: number): string {
  const [x, y] = ring.place(value, 25);
  return words(value, { class: 'axis-name', x, y: y + 4, 'text-anchor': 'middle' });
}

/** The way from 0 to the difference, inside the ring: backwards where it is negative. */
function drawWalk(ring: Ring, difference: number): string {
  if (difference === 0) return '';
  const out = -13;
  const [x, y] = ring.place(difference, out);
  const turn = ring.turn(difference) + (difference < 0 ? 180 : 0);
  return [
    element('path', { class: 'stroke-ink', d: ring.arc(0, difference, out) }),
    element('path', {
      class: 'stroke-ink',
      transform: `translate(${x} ${y}) rotate(${round(turn)})`,
      d: 'M-4 5L0 0L4 5',
    }),
  ].join('');
}

/** The difference as a ring where the witness has another, and d as a dot with its number inside. */
function drawPlace(ring: Ring, difference: number, d: number, prime: number): string {
  const [x, y] = ring.place(d);
  const [labelX, labelY] = ring.place(d, -29);
  const [trueX, trueY] = ring.place(difference);
  const isTrue = (difference + prime) % prime === d;
  return [
    isTrue
      ? ''
      : element('circle', {
          class: 'fill-paper stroke-ink',
          cx: trueX,
          cy: trueY,
          r: 5,
          'stroke-width': 1.5,
        }),
    element('circle', { class: 'fill-ink stroke-paper', cx: x, cy: y, r: 6, 'stroke-width': 2 }),
    words(d, { x: labelX, y: labelY + 4, 'text-anchor': 'middle' }),
  ].join('');
}

/** The difference, d, and the decision, in the middle of the ring. */
function drawCentre(ring: Ring, check: AgeCheck): string {
  const lines = [writeDifference(check), `d = ${check.z[2]}`, ...nameDecision(check).split(' ')];
  return lines
    .map((line, index) =>
      words(line, {
        class: check.isWrong && index > 1 ? 'fill-2' : undefined,
        x: ring.x,
        y: ring.y + 4 + (index - (lines.length - 1) / 2) * 18,
        'text-anchor': 'middle',
      }),
    )
    .join('');
}
