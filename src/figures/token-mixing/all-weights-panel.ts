import { mixingNames } from '../../lib/mixing.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import type { TokenMixing } from './core.ts';
import { drawBars, formatReading } from './strip.ts';
import { Columns, drawTokenNumbers } from './tokens.ts';

const stripHeight = 62;

/** The weights of one output in each architecture: a row of each plate as bars, one per input. */
export function drawAllWeightsPanel(
  mixings: readonly TokenMixing[],
  output: number,
  input: number,
  width: number,
): Panel {
  const length = mixings[0]?.matrix.length ?? 0;
  const columns = new Columns(width, length);
  const height = mixings.length * stripHeight + 16;
  return {
    title: `What output ${output} reads, each on its own scale`,
    description: `Six rows of ${length} bars, one per input: the weights of output ${output} in each architecture, each on its own scale.`,
    width,
    height,
    scan: { x: columns.scan('input') },
    svg: [
      ...mixings.map(({ architecture, matrix, direction }, index) => {
        const values = matrix[output - 1] ?? [];
        const isRead = direction === 'both-ways' || input <= output;
        return drawBars({
          top: index * stripHeight,
          height: stripHeight,
          columns,
          values,
          token: input,
          heading: mixingNames[architecture].title,
          reading: isRead ? formatReading(values[input - 1]) : 'not read',
        });
      }),
      drawTokenNumbers(input, columns, 20, (token) => ({
        x: columns.middle(token),
        y: height - 4,
        'text-anchor': 'middle',
      })),
    ].join(''),
  };
}
