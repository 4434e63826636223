import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Values } from '../shared/parameter.ts';
import type { TokenMixing } from './core.ts';
import type { parameters } from './parameters.ts';
import { drawPlatePanel } from './plate-panel.ts';
import { drawStepsPanel } from './steps-panel.ts';

/** The matrix as a plate, and beside it the same outputs step by step. */
export function drawTokenMixing(
  mixing: TokenMixing,
  { architecture, gain, output, input }: Values<typeof parameters>,
  width: number,
): Drawing {
  return {
    panels: [
      drawPlatePanel(mixing, output, input, width),
      drawStepsPanel(mixing, output, input, width),
    ],
    summary: `${sayWeight(mixing, output, input)} ${saySteps(mixing, architecture, gain)}`,
    table: tabulate(mixing),
  };
}

function sayWeight({ matrix, direction }: TokenMixing, output: number, input: number): string {
  return direction === 'causal' && input > output
    ? `Nothing of input ${input} reaches output ${output}, for it comes later.`
    : `Output ${output} reads input ${input} with weight ${formatNumber(matrix[output - 1]?.[input - 1] ?? NaN)}.`;
}

function saySteps(
  { memory, direction, difference }: TokenMixing,
  architecture: Values<typeof parameters>['architecture'],
  gain: number,
): string {
  const same =
    difference === 0
      ? 'gives exactly the same outputs'
      : `gives the same outputs to within ${formatNumber(10 ** Math.ceil(Math.log10(difference)))}`;
  if (memory.kind === 'state') {
    return direction === 'causal'
      ? `Step by step, a state of ${memory.size} numbers ${same}.`
      : `Step by step from either end, a state of ${memory.size / 2} numbers for each ${same}.`;
  }
  if (architecture === 'softmax-attention') {
    // Without a gain all scores are 0, and the running mean needs a sum and a count alone.
    const rest =
      gain === 0
        ? 'as all weights of a row are equal, a running mean would do'
        : 'no state of fixed size does';
    return `Key by key, a running softmax over all keys that are kept ${same}; ${rest}.`;
  }
  return `Token by token, the filter summed over all inputs that are kept ${same}; no state of fixed size does.`;
}

/** One row per token: its input, its outputs of either way, and its row of the matrix. */
function tabulate({ matrix, inputs, products, outputs, memory }: TokenMixing): DataTable {
  const held = memory.kind === 'state' ? memory.norms : memory.tokens;
  return {
    columns: [
      'Token',
      'Input',
      'Output, from the matrix',
      'Output, step by step',
      memory.kind === 'state' ? 'Norm of the state' : 'Tokens kept',
      ...inputs.map((_, j) => `Weight of input ${j + 1}`),
    ],
    rows: matrix.map((row, i) => [
      i + 1,
      ...[inputs, products, outputs, held].map((values) => values[i] ?? NaN),
      ...row,
    ]),
  };
}
