import { tones } from '../mixing-matrix/plate.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { words } from '../shared/svg.ts';
import type { TokenMixing } from './core.ts';
import { drawFrames, drawLegend, drawMatrix } from './matrix.ts';
import { Columns, drawTokenNumbers } from './tokens.ts';

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
  const place = { x: left, y: top, cell };

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
      drawMatrix(mixing, place),
      drawFrames(matrix, place, output, input),
      // Where the read cell is there itself, the summary says it.
      direction === 'causal' && input <= output
        ? words('not read', {
            class: 'quiet haloed',
            x: right - 8,
            y: placeNote(row, cell),
            'text-anchor': 'end',
          })
        : '',
      drawLegend([matrix], listWeights(matrix), left, top + side + 12),
    ].join(''),
  };
}

/** The height of the words above the diagonal: where no edge of the read row strikes them through. */
function placeNote(row: number, cell: number): number {
  const isStruck = [row, row + cell].some((edge) => edge > top + 6 && edge < top + 28);
  return isStruck ? row + cell + 18 : top + 22;
}

/** The weights of three tones: a tone is the square root of its share of the largest weight. */
function listWeights(matrix: TokenMixing['matrix']): { level: number; text: string }[] {
  const largest = Math.max(0, ...matrix.flat().map(Math.abs));
  return [0, 3, tones - 1].map((level) => {
    const weight = (level / (tones - 1)) ** 2 * largest;
    return { level, text: formatNumber(Number(weight.toPrecision(2))) };
  });
}
