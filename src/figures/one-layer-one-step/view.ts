import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Values } from '../shared/parameter.ts';
import type { LayersAndSteps } from './core.ts';
import { drawFittedLines } from './fitted-lines.ts';
import { drawLossContours, projectedWeights } from './loss-contours.ts';
import { drawLossCurve } from './loss-curve.ts';
import type { parameters } from './parameters.ts';
import { drawPredictions } from './prediction-panel.ts';

/** Layers of attention and steps of descent: both paths on the loss, and the predictions of both. */
export function drawLayersAndSteps(
  result: LayersAndSteps,
  values: Values<typeof parameters>,
): Drawing {
  const panels =
    values.dimension === 1
      ? [drawLossCurve(result), drawFittedLines(result)]
      : [drawLossContours(result), drawPredictions(result)];
  return { panels, summary: summarize(result, values), table: listStages(result) };
}

function summarize(result: LayersAndSteps, values: Values<typeof parameters>): string {
  const { stages, stepSize, eigenvalues } = result;
  const { layers, variant, dimension, step: share } = values;
  const isGdPlusPlus = variant === 'gd-plus-plus';
  const [start, end] = [stages[0], stages.at(-1)];
  if (start === undefined || end === undefined) throw new RangeError('There is nothing to sum up.');

  const counted = layers === 1 ? 'one layer and one step' : `${layers} layers and ${layers} steps`;
  const difference = Math.abs(end.attention - end.descent);
  const agreement =
    difference === 0 ? 'agree to the last bit' : `differ by ${formatNumber(difference)}`;
  const [from, to] = [formatNumber(start.loss), formatNumber(end.loss)];
  const change = `has ${end.loss < start.loss ? 'fallen' : 'risen'} from ${from} to ${to}`;
  const critical = 2 / (eigenvalues.at(-1) ?? NaN);
  return [
    `After ${counted}${isGdPlusPlus ? ' of GD++' : ''}, attention and descent both predict ` +
      `${formatNumber(end.descent)} for the query (the two ${agreement}), and the loss ` +
      `${from === to ? `is still ${to}` : change}.`,
    `The step size η = ${formatNumber(stepSize)} ` +
      `${share === 1 ? 'equals' : `is ${formatNumber(share)} of`} the critical ` +
      `2/λmax = ${formatNumber(critical)}, so in the long run descent ${describeLimit(share)}.`,
    ...(isGdPlusPlus && layers > 1
      ? ['Each further layer reads contracted inputs and takes a step 9/4 as large on them.']
      : []),
    ...(dimension > 2 ? [`The weights are ${projectedWeights}.`] : []),
  ].join(' ');
}

/** The limit of further steps: the error along the steepest direction becomes 1 − 2 · share of itself. */
function describeLimit(share: number): string {
  if (share < 1) return 'converges';
  if (share > 1) return 'diverges';
  return 'neither converges nor diverges';
}

function listStages({ stages, target }: LayersAndSteps): DataTable {
  return {
    columns: [
      'Step',
      'Loss',
      'Prediction of attention',
      'Prediction of descent',
      'Difference',
      'Target',
    ],
    rows: stages.map(({ loss, attention, descent }, step) => [
      step,
      loss,
      attention,
      descent,
      attention - descent,
      target,
    ]),
  };
}
