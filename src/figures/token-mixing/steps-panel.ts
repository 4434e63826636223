import type { Panel } from '../shared/interactive-figure.ts';
import { element, words } from '../shared/svg.ts';
import type { TokenMixing } from './core.ts';
import { heightOf } from './plate-panel.ts';
import { drawBars, formatReading, openStrip, type Strip } from './strip.ts';
import { Columns, drawTokenNumbers } from './tokens.ts';

/** The room below the four strips, for the numbers of tokens. */
const footHeight = 16;

/**
 * The way to the read output, one column per token: the inputs, the share that the output takes from each, the
 * memory after each step, and the outputs of the matrix and of the steps.
 */
export function drawStepsPanel(
  mixing: TokenMixing,
  output: number,
  input: number,
  width: number,
): Panel {
  const { direction, inputs, matrix, products, outputs, memory } = mixing;
  const { length } = inputs;
  const columns = new Columns(width, length);
  const weights = matrix[output - 1] ?? [];
  const taken = inputs.map((value, j) => value * (weights[j] ?? 0));
  const held = memory.kind === 'state' ? memory.norms : memory.tokens;
  // Both ways, no step comes after another: each needs the pass from the end too.
  const last = direction === 'causal' ? output : length;
  const stripHeight = (heightOf(columns) - footHeight) / 4;
  const place = (index: number) => ({ top: index * stripHeight, height: stripHeight, columns });

  return {
    title: 'The same, step by step',
    description: `Four rows of ${length} columns, one per token: the inputs as bars, what output ${output} takes from each as bars, what is held after each step as bars, and the outputs as rings from the matrix with dots from the steps.`,
    width,
    height: heightOf(columns),
    scan: { x: columns.scan('output') },
    svg: [
      drawBars({
        ...place(0),
        values: inputs,
        token: input,
        heading: 'inputs',
        reading: `input ${input}: ${formatReading(inputs[input - 1])}`,
      }),
      drawBars({
        ...place(1),
        values: taken,
        token: input,
        heading: `what output ${output} takes`,
        reading: `of input ${input}: ${formatReading(taken[input - 1])}`,
      }),
      drawBars(
        {
          ...place(2),
          values: held,
          token: output,
          heading: nameMemory(mixing),
          reading: `step ${output}: ${formatReading(held[output - 1])}`,
        },
        last,
      ),
      drawOutputs(
        {
          ...place(3),
          values: products,
          token: output,
          heading: '',
          reading: `output ${output}: ${formatReading(products[output - 1])}`,
        },
        outputs,
        last,
      ),
      drawTokenNumbers(output, columns, 20, (token) => ({
        x: columns.middle(token),
        y: heightOf(columns) - 4,
        'text-anchor': 'middle',
      })),
    ].join(''),
  };
}

function nameMemory({ memory, direction }: TokenMixing): string {
  if (memory.kind === 'cache') return 'tokens kept';
  return direction === 'causal'
    ? `state of ${memory.size} numbers: norm`
    : `states, 2 × ${memory.size / 2} numbers: norm`;
}

/** The outputs of the matrix as rings, and those of the steps as dots. */
function drawOutputs(strip: Strip, outputs: readonly number[], last: number): string {
  const { scale, svg } = openStrip(strip);
  const { top, columns } = strip;
  const marks = outputs.map((value, index) =>
    element(
      'g',
      { opacity: index + 1 > last ? 0.7 : undefined },
      drawRing(columns.middle(index + 1), scale(strip.values[index] ?? NaN)),
      drawDot(columns.middle(index + 1), scale(value)),
    ),
  );
  const y = top + 8;
  const key = [
    drawRing(5, y),
    words('matrix', { class: 'axis-name', x: 14, y: y + 4 }),
    drawDot(72, y),
    words('step by step', { class: 'axis-name', x: 79, y: y + 4 }),
  ];
  return [svg, ...marks, ...key].join('');
}

function drawRing(cx: number, cy: number): string {
  return element('circle', { class: 'stroke-ink', cx, cy, r: 4 });
}

function drawDot(cx: number, cy: number): string {
  return element('circle', { class: 'fill-accent', cx, cy, r: 2 });
}
