import type { Panel } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { element, round, words } from '../shared/svg.ts';
import { levels } from '../mixing-matrix/core.ts';
import { drawGaps, drawPlate } from '../mixing-matrix/plate.ts';
import type { TokenMixing } from './core.ts';
import { Columns, drawTokenNumbers } from './tokens.ts';

/** As many as a plate has. */
export const tones = 8;

const top = 36;

/** The height of both panels: the square, and the labels above and below it. */
export function heightOf({ side }: Columns): number {
  return top + side + 44;
}

/** The matrix as a plate: one row per output, one column per input, with frames around those that are read. */
export function drawPlatePanel(
  mixing: TokenMixing,
  output: number,
  input: number,
  width: number,
): Panel {
  const { matrix, direction } = mixing;
  const { length } = matrix;
  const columns = new Columns(width, length);
  const { left, side, right, step: cell } = columns;
  const row = top + (output - 1) * cell;
  const column = left + (input - 1) * cell;
  const isCausal = direction === 'causal';
  const scaled = (...content: string[]) =>
    element('g', { transform: `translate(${left} ${top}) scale(${cell.toFixed(4)})` }, ...content);

  return {
    title: 'What each output reads',
    description: `A square of ${length} × ${length} cells: outputs from top to bottom, inputs from left to right; the darker, the larger the weight, and a cell with a minus in it has a negative one.`,
    width,
    height: heightOf(columns),
    scan: {
      x: columns.scan('input'),
      y: columns.scan('output', top),
      at: [columns.middle(input), row + cell / 2],
    },
    svg: [
      words('output', { class: 'axis-name', x: 0, y: 12 }),
      words('input', { class: 'axis-name', x: right, y: 12, 'text-anchor': 'end' }),
      drawTokenNumbers(input, columns, 20, (token) => ({
        x: columns.middle(token),
        y: 30,
        'text-anchor': 'middle',
      })),
      drawTokenNumbers(output, columns, 13, (token) => ({
        x: left - 6,
        y: top + (token - 0.5) * cell + 4,
        'text-anchor': 'end',
      })),
      scaled(
        element('path', { class: 'fill-accent', opacity: 0.05, d: outlineReach(length, isCausal) }),
        drawCells(matrix),
        element('path', {
          class: 'stroke-paper',
          'stroke-width': Math.min(0.1, 2 / cell),
          d: drawGaps(length),
        }),
      ),
      element('path', {
        class: 'stroke-ink',
        d: `M${left} ${round(row)}h${side}v${round(cell)}h${-side}zM${round(column)} ${top}v${side}h${round(cell)}v${-side}z`,
      }),
      element('rect', {
        class: 'stroke-ink',
        'stroke-width': 3,
        x: column,
        y: row,
        width: cell,
        height: cell,
      }),
      // Where the read cell is there itself, the summary says it.
      isCausal && input <= output
        ? words('not read', {
            class: 'quiet haloed',
            x: right - 8,
            y: placeNote(row, cell),
            'text-anchor': 'end',
          })
        : '',
      drawLegend(matrix, columns),
    ].join(''),
  };
}

/** The height of the words above the diagonal: where no edge of the read row strikes them through. */
function placeNote(row: number, cell: number): number {
  const isStruck = [row, row + cell].some((edge) => edge > top + 6 && edge < top + 28);
  return isStruck ? row + cell + 18 : top + 22;
}

/** The cells that the direction lets an output read, in units of a cell. */
export function outlineReach(length: number, isCausal: boolean): string {
  if (!isCausal) return `M0 0h${length}v${length}h${-length}z`;
  return `M0 0${'h1v1'.repeat(length)}H0z`;
}

/** The weights as tones, and a minus cut out of each that is negative, in units of a cell. */
export function drawCells(matrix: TokenMixing['matrix']): string {
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

export function cutMinus(x: number, y: number): string {
  return `M${round(x + 0.2)} ${round(y + 0.38)}h.6v.24h-.6z`;
}

/** The tones from nothing to the largest weight, with the weights of three, and the key to the minus. */
function drawLegend(matrix: TokenMixing['matrix'], { left, side }: Columns): string {
  const bottom = top + side;
  const largest = Math.max(0, ...matrix.flat().map(Math.abs));
  const size = 13;
  const step = 22;
  const at = (level: number) => left + level * step;
  const squares = Array.from({ length: tones }, (_, level) =>
    drawSquare(at(level), level === 0 ? 0.05 : level / (tones - 1)),
  );
  const numbers = [0, 3, tones - 1].map((level) =>
    words(formatNumber(Number(((level / (tones - 1)) ** 2 * largest).toPrecision(2))), {
      class: 'quiet',
      x: at(level) + size / 2,
      y: bottom + 40,
      'text-anchor': 'middle',
    }),
  );
  const hasNegative = matrix.some((row) => row.some((weight) => weight < 0));
  const minus = at(tones) + 26;
  const sign = hasNegative
    ? [
        drawSquare(minus, 1),
        element('path', {
          class: 'fill-paper',
          transform: `translate(${minus} ${bottom + 12}) scale(${size})`,
          d: cutMinus(0, 0),
        }),
        words('negative', { class: 'quiet', x: minus + size + 6, y: bottom + 23 }),
      ]
    : [];
  return [...squares, ...numbers, ...sign].join('');

  function drawSquare(x: number, strength: number): string {
    const place = { x, y: bottom + 12, width: size, height: size };
    return element('rect', { class: 'fill-accent', opacity: strength, ...place });
  }
}
