import { defaultDescent } from '../../figures/gradient-descent/core.ts';
import { drawGlyph } from '../../figures/gradient-descent/glyph.ts';
import { levels, mixingMatrix } from '../../figures/mixing-matrix/core.ts';
import { drawGaps, drawPlate, tones } from '../../figures/mixing-matrix/plate.ts';
import { mark } from '../../lib/mark.ts';
import type { Figure } from './card.ts';

/** A drawing as SVG with its origin in the upper left corner. The size is in pixels. */
export interface DrawnFigure {
  width: number;
  height: number;
  svg: string;
}

/** The colours of a drawing. */
export interface Inks {
  accent: string;
  ground: string;
  line: string;
  /** The colour of the site's glyph. */
  mark: string;
}

type Mixing = Parameters<typeof mixingMatrix>[0];

/** Draws a figure no wider than `width` and no higher than `height`. */
export function drawFigure(figure: Figure, inks: Inks, width: number, height: number): DrawnFigure {
  if (figure.kind === 'mark') return drawMark(inks, Math.min(width, height, 320));
  if (figure.kind === 'descent') return drawDescent(inks, width, height);
  return drawPlates(
    figure.architectures.map(({ mixing }) => mixing),
    inks,
    width,
    height,
  );
}

/** Draws plates in rows of up to three. Cells are whole pixels, so that edges are sharp. */
function drawPlates(mixings: Mixing[], inks: Inks, width: number, height: number): DrawnFigure {
  const gap = 24;
  const columns = Math.min(Math.ceil(Math.sqrt(mixings.length)), 3);
  const rows = Math.ceil(mixings.length / columns);
  const matrices = mixings.map((mixing) => levels(mixingMatrix(mixing), tones));
  const length = matrices[0]?.length ?? 1;
  const fit = (room: number, count: number) => (room - gap * (count - 1)) / count / length;
  const cell = Math.floor(Math.min(fit(width, columns), fit(height, rows)));
  const step = cell * length + gap;
  const plates = matrices.map((matrix, index) => {
    const [x, y] = [(index % columns) * step, Math.floor(index / columns) * step];
    return `<g transform="translate(${x} ${y}) scale(${cell})">${drawTones(matrix, inks, cell)}</g>`;
  });
  return { width: columns * step - gap, height: rows * step - gap, svg: plates.join('') };
}

function drawTones(matrix: number[][], { accent, ground }: Inks, cell: number): string {
  const { length } = matrix;
  const gap = cell < 12 ? 1 : 2;
  const cells = drawPlate(matrix, tones).map(
    ({ strength, path }) => `<path opacity="${strength.toFixed(2)}" d="${path}"/>`,
  );
  return (
    `<path fill="${accent}" fill-opacity="0.05" d="M0 0h${length}v${length}H0z"/>` +
    `<g stroke="${accent}" transform="translate(0 .5)">${cells.join('')}</g>` +
    `<path stroke="${ground}" stroke-width="${gap / cell}" d="${drawGaps(length)}" ` +
    // An odd gap is shifted by half a pixel, so that the line covers whole pixels.
    `transform="translate(${(gap % 2) / -2 / cell} ${(gap % 2) / -2 / cell})"/>`
  );
}

function drawDescent({ accent, line }: Inks, width: number, height: number): DrawnFigure {
  const room = 8;
  const { extent } = drawGlyph(defaultDescent, 1, 4);
  const scale = Math.min((width / 2 - room) / extent[0], (height / 2 - room) / extent[1]);
  const { contours, points } = drawGlyph(defaultDescent, scale, 4);
  const [x, y] = extent.map((half) => half * scale + room) as [number, number];
  const ellipses = contours.map(
    ({ semiAxes: [major, minor], rotation }) =>
      `<ellipse rx="${round(major)}" ry="${round(minor)}" ` +
      `transform="rotate(${round((rotation * 180) / Math.PI)})"/>`,
  );
  const path = points.map((point) => point.map(round).join(' ')).join('L');
  const steps = points.map(
    ([left, top]) => `<circle cx="${round(left)}" cy="${round(top)}" r="7.5"/>`,
  );
  return {
    width: 2 * x,
    height: 2 * y,
    svg:
      `<g transform="translate(${round(x)} ${round(y)})" fill="none">` +
      `<g stroke="${line}" stroke-width="2">${ellipses.join('')}</g>` +
      `<path stroke="${accent}" stroke-width="3" d="M${path}"/><g fill="${accent}">${steps.join('')}</g></g>`,
  };
}

/** The site's own glyph: a causal matrix of three tokens. */
function drawMark({ mark }: Inks, side: number): DrawnFigure {
  return { width: side, height: side, svg: drawSign(0, 0, side, mark) };
}

export function drawSign(x: number, y: number, side: number, colour: string): string {
  const place = `translate(${x} ${y}) scale(${side / mark.side})`;
  return `<path fill="${colour}" transform="${place}" d="${mark.path}"/>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
