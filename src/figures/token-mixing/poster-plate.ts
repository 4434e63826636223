import type { Mixing } from '../../lib/mixing.ts';
import type { Direction } from '../architectures/algebra.ts';
import { createMixer } from '../architectures/mixers.ts';
import { randomSource } from '../architectures/source.ts';
import { defaultLength, defaultSeed } from '../mixing-matrix/core.ts';
import { element, round } from '../shared/svg.ts';
import { drawMatrix } from './matrix.ts';

/** A plate on a sheet, with the row of one output framed and drawn as bars below it. */
export interface SheetPlate {
  mixing: Mixing;
  direction: Direction;
  /** The output that is read, from 1. */
  output: number;
  x: number;
  y: number;
  side: number;
}

/** The bars begin below the plate, and are as high together. */
const bars = { gap: 12, height: 40 };

/** Draws the plate of the text that all plates of the site read. */
export function drawPosterPlate({ mixing, direction, output, x, y, side }: SheetPlate): string {
  const source = randomSource(defaultSeed, defaultLength);
  const matrix = createMixer[mixing](source, {}).matrix(direction);
  const cell = side / defaultLength;
  return [
    drawMatrix({ matrix, direction }, { x, y, cell }),
    element('rect', {
      class: 'stroke-ink',
      'stroke-width': 1.5,
      x,
      y: y + (output - 1) * cell,
      width: side,
      height: cell,
    }),
    drawRow(matrix[output - 1] ?? [], x, y + side + bars.gap, cell),
  ].join('');
}

/** The weights of one row as bars below their columns, from the line of zero; the largest has the whole height. */
function drawRow(weights: readonly number[], x: number, top: number, cell: number): string {
  const high = Math.max(0, ...weights);
  const low = Math.min(0, ...weights);
  const scale = bars.height / (high - low);
  const zero = top + high * scale;
  const outlines = weights.map((weight, index) => {
    const start = x + (index + 0.2) * cell;
    return `M${round(start)} ${round(zero)}v${round(-weight * scale)}h${round(0.6 * cell)}V${round(zero)}z`;
  });
  return [
    element('path', { class: 'fill-ink', d: outlines.join('') }),
    element('path', {
      class: 'axis',
      d: `M${round(x)} ${round(zero)}h${round(cell * weights.length)}`,
    }),
  ].join('');
}
