import { mixingNames } from '../../lib/mixing.ts';
import { panelWidths, type Panel, type ScanAxis } from '../shared/interactive-figure.ts';
import { words } from '../shared/svg.ts';
import type { TokenMixing } from './core.ts';
import { drawFrames, drawLegend, drawMatrix } from './matrix.ts';
import { drawTokenNumbers } from './tokens.ts';

/** The room for the numbers of outputs, and between two plates of a row. */
const [left, right, gap] = [30, 6, 14];

/** From one row of plates to the next: their names, the numbers of inputs, the plates themselves, and a gap. */
const [head, foot] = [36, 10];

/** The plates of all architectures, with the frames around one output and one input on each. */
export function drawAllPlatesPanel(
  mixings: readonly TokenMixing[],
  output: number,
  input: number,
  width: number,
): Panel {
  const length = mixings[0]?.matrix.length ?? 0;
  const count = width < panelWidths.wide ? 2 : 3;
  const rows = Math.ceil(mixings.length / count);
  const side = (width - left - right - (count - 1) * gap) / count;
  const cell = side / length;
  const across = Array.from({ length: count }, (_, index) => left + index * (side + gap));
  const down = Array.from({ length: rows }, (_, index) => 18 + head + index * (head + side + foot));
  const middle = (start: number, token: number) => start + (token - 0.5) * cell;
  const bottom = 18 + rows * (head + side + foot);
  const [x = NaN] = across;
  const [y = NaN] = down;

  return {
    title: 'What each output reads',
    description: `Six squares of ${length} × ${length} cells, one for each of ${mixings.map(({ architecture }) => mixingNames[architecture].title).join(', ')}: outputs from top to bottom, inputs from left to right; the darker, the larger the weight, and a cell with a minus in it has a negative one.`,
    width,
    height: Math.ceil(bottom) + 46,
    scan: {
      x: scan('input', across),
      y: scan('output', down),
      at: [middle(x, input), middle(y, output)],
    },
    svg: [
      words('output', { class: 'axis-name', x: 0, y: 12 }),
      words('input', { class: 'axis-name', x: width - right, y: 12, 'text-anchor': 'end' }),
      ...down.map((start) =>
        drawTokenNumbers(output, { length, step: cell }, 13, (token) => ({
          x: left - 6,
          y: middle(start, token) + 4,
          'text-anchor': 'end',
        })),
      ),
      ...mixings.map((mixing, index) => {
        const corner = {
          x: across[index % count] ?? NaN,
          y: down[Math.floor(index / count)] ?? NaN,
        };
        const place = { ...corner, cell };
        return [
          words(mixingNames[mixing.architecture].short, { x: place.x, y: place.y - 22 }),
          words(input, { x: middle(place.x, input), y: place.y - 6, 'text-anchor': 'middle' }),
          drawMatrix(mixing, place),
          drawFrames(mixing.matrix, place, output, input),
        ].join('');
      }),
      drawLegend(
        mixings.map(({ matrix }) => matrix),
        [{ level: 0, text: '0 to a plate’s largest, by square root', anchor: 'start' }],
        left,
        bottom + 6,
      ),
    ].join(''),
  };

  /** The tokens of each plate of a row or of a column: any plate chooses for all. */
  function scan(parameter: string, starts: readonly number[]): ScanAxis {
    const stops = starts.flatMap((start) =>
      Array.from({ length }, (_, index) => middle(start, index + 1)),
    );
    return {
      parameter,
      from: stops[0] ?? NaN,
      to: stops.at(-1) ?? NaN,
      first: 1,
      last: length,
      stops,
    };
  }
}
