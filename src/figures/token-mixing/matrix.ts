import { element, round, words } from '../shared/svg.ts';
import { levels } from '../mixing-matrix/core.ts';
import { cutMinus, drawGaps, drawNegativeKey, drawPlate, tones } from '../mixing-matrix/plate.ts';
import type { TokenMixing } from './core.ts';

type Matrix = TokenMixing['matrix'];

/** The upper left corner of a plate, and the side of its cells. */
interface Place {
  x: number;
  y: number;
  cell: number;
}

/** The plate of a matrix: the ground of the cells that the direction allows, and the weights as tones on it. */
export function drawMatrix(
  { matrix, direction }: Pick<TokenMixing, 'matrix' | 'direction'>,
  { x, y, cell }: Place,
): string {
  const { length } = matrix;
  return element(
    'g',
    { transform: `translate(${round(x)} ${round(y)}) scale(${cell.toFixed(4)})` },
    element('path', {
      class: 'fill-accent',
      opacity: 0.05,
      d: outlineReach(length, direction === 'causal'),
    }),
    drawCells(matrix),
    element('path', {
      class: 'stroke-paper',
      'stroke-width': Math.min(0.1, 2 / cell),
      d: drawGaps(length),
    }),
  );
}

/** The frames around the row of an output and the column of an input, and around their cell. */
export function drawFrames(
  { length }: Matrix,
  { x, y, cell }: Place,
  output: number,
  input: number,
): string {
  const side = length * cell;
  const row = y + (output - 1) * cell;
  const column = x + (input - 1) * cell;
  return [
    element('path', {
      class: 'stroke-ink',
      d: `M${round(x)} ${round(row)}h${round(side)}v${round(cell)}h${round(-side)}zM${round(column)} ${round(y)}v${round(side)}h${round(cell)}v${round(-side)}z`,
    }),
    element('rect', {
      class: 'stroke-ink',
      'stroke-width': 3,
      x: column,
      y: row,
      width: cell,
      height: cell,
    }),
  ].join('');
}

/** The cells that the direction lets an output read, in units of a cell. */
function outlineReach(length: number, isCausal: boolean): string {
  if (!isCausal) return `M0 0h${length}v${length}h${-length}z`;
  return `M0 0${'h1v1'.repeat(length)}H0z`;
}

/** The weights as tones, and a minus cut out of each that is negative, in units of a cell. */
function drawCells(matrix: Matrix): string {
  const shown = levels(matrix, tones);
  const minuses = matrix.flatMap((row, i) =>
    row.flatMap((weight, j) => (weight < 0 && shown[i]?.[j] !== 0 ? [cutMinus(j, i)] : [])),
  );
  return (
    element(
      'g',
      { class: 'stroke-accent', transform: 'translate(0 .5)' },
      ...drawPlate(shown, tones).map(({ strength, path }) =>
        element('path', { opacity: strength, d: path }),
      ),
    ) + element('path', { class: 'fill-paper', d: minuses.join('') })
  );
}

/** The words below a tone, from its level. */
interface Label {
  level: number;
  text: string;
  anchor?: 'start' | 'end';
}

/** The tones from nothing to the largest weight with words below some, and the key to the minus where there is one. */
export function drawLegend(
  matrices: readonly Matrix[],
  labels: readonly Label[],
  left: number,
  top: number,
): string {
  const size = 13;
  const step = 22;
  const at = (level: number) => left + level * step;
  const squares = Array.from({ length: tones }, (_, level) =>
    element('rect', {
      class: 'fill-accent',
      opacity: level === 0 ? 0.05 : level / (tones - 1),
      x: at(level),
      y: top,
      width: size,
      height: size,
    }),
  );
  const texts = labels.map(({ level, text, anchor = 'middle' }) =>
    words(text, {
      class: 'quiet',
      x: at(level) + (anchor === 'start' ? 0 : anchor === 'end' ? size : size / 2),
      y: top + 28,
      'text-anchor': anchor,
    }),
  );
  const sign = matrices.flat(2).some((weight) => weight < 0)
    ? drawNegativeKey(at(tones) + 26, top, size)
    : '';
  return [...squares, ...texts, sign].join('');
}
