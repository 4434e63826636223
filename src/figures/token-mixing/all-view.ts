import { mixingNames } from '../../lib/mixing.ts';
import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import type { Values } from '../shared/parameter.ts';
import { drawAllPlatesPanel } from './all-plates-panel.ts';
import { drawAllWeightsPanel } from './all-weights-panel.ts';
import type { TokenMixing } from './core.ts';
import type { parameters } from './parameters.ts';
import { formatReading } from './strip.ts';

/** The plates of all architectures, and beside them the row of one output of each. */
export function drawAllMixings(
  mixings: readonly TokenMixing[],
  { output, input }: Values<typeof parameters>,
  width: number,
): Drawing {
  return {
    panels: [
      drawAllPlatesPanel(mixings, output, input, width),
      drawAllWeightsPanel(mixings, output, input, width),
    ],
    summary: sayWeights(mixings, output, input),
    table: tabulate(mixings, output),
  };
}

/** The weights of one cell, and the architectures in which its input comes too late. */
function sayWeights(mixings: readonly TokenMixing[], output: number, input: number): string {
  const reading = mixings.filter(({ direction }) => direction === 'both-ways' || input <= output);
  const weights = reading.map(({ architecture, matrix }) => {
    const weight = formatReading(matrix[output - 1]?.[input - 1]);
    return `${weight} in ${mixingNames[architecture].full}`;
  });
  const listed = [weights.slice(0, -1).join(', '), ...weights.slice(-1)].filter(Boolean);
  if (listed.length === 0)
    return `Nothing of input ${input} reaches output ${output}, for it comes later.`;
  const said = `Output ${output} reads input ${input} with weight ${listed.join(' and ')}.`;
  return reading.length < mixings.length
    ? `${said} In the others nothing of it reaches the output, for it comes later.`
    : said;
}

/** One row per input: the weight that each architecture gives it in one output. */
function tabulate(mixings: readonly TokenMixing[], output: number): DataTable {
  return {
    columns: [
      'Output',
      'Input',
      ...mixings.map(({ architecture }) => `Weight in ${mixingNames[architecture].full}`),
    ],
    names: 1,
    rows: (mixings[0]?.inputs ?? []).map((_, j) => [
      output,
      j + 1,
      ...mixings.map(({ matrix }) => matrix[output - 1]?.[j] ?? NaN),
    ]),
  };
}
