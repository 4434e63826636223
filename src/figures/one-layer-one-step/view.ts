import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Values } from '../shared/parameter.ts';
import type { LayersAndSteps } from './core.ts';
import { drawFittedLines } from './fitted-lines.ts';
import { drawLossByStep } from './loss-by-step.ts';
import { drawLossContours, projectedWeights } from './loss-contours.ts';
import { drawLossCurve } from './loss-curve.ts';
import type { parameters } from './parameters.ts';
import { tunedTasks } from './tuning.ts';

/** Layers of attention and steps of descent: both paths on the loss, and the loss after each step of both variants. */
export function drawLayersAndSteps(
  result: LayersAndSteps,
  values: Values<typeof parameters>,
  width: number,
): Drawing {
  const panels =
    values.dimension === 1
      ? [drawLossCurve(result, width), drawFittedLines(result, width)]
      : [drawLossContours(result, width), drawLossByStep(result, values.variant, width)];
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
  const { 'gradient-descent': plain, 'gd-plus-plus': plus } = result.variants;
  const [plainError, plusError] = [plain, plus].map(({ errors }) =>
    formatNumber(errors.at(-1) ?? NaN),
  );
  const factor = share === 1 ? 'the tuned one' : `${formatNumber(share)} of the tuned one`;
  return [
    `After ${counted}${isGdPlusPlus ? ' of GD++' : ''}, attention and descent both predict ` +
      `${formatNumber(end.descent)} for the query (the two ${agreement}), and the loss ` +
      `${from === to ? `is still ${to}` : change}.`,
    isGdPlusPlus
      ? `The step size η = ${formatNumber(stepSize)} is ${factor}, with γ = ${formatNumber(result.contraction)}.`
      : `The step size η = ${formatNumber(stepSize)} is ${factor}, ` +
        `${formatNumber(stepSize / critical)} of this task’s critical 2/λₘₐₓ = ${formatNumber(critical)}, ` +
        `so in the long run descent ${stepSize < critical ? 'converges' : 'diverges'}.`,
    `On the mean of ${tunedTasks} tasks of this kind, the squared error for a new query ends at ` +
      `${plainError} with gradient descent and at ${plusError} with GD++.`,
    ...(dimension > 2 ? [`The weights are ${projectedWeights}.`] : []),
  ].join(' ');
}

function listStages({ stages, target, variants }: LayersAndSteps): DataTable {
  const { 'gradient-descent': plain, 'gd-plus-plus': plus } = variants;
  return {
    columns: [
      'Step',
      'Loss',
      'Prediction of attention',
      'Prediction of descent',
      'Difference',
      'Target',
      'Loss of GD',
      'Loss of GD++',
      'Mean error of GD',
      'Mean error of GD++',
    ],
    rows: stages.map(({ loss, attention, descent }, step) => [
      step,
      loss,
      attention,
      descent,
      attention - descent,
      target,
      plain.losses[step] ?? NaN,
      plus.losses[step] ?? NaN,
      plain.errors[step] ?? NaN,
      plus.errors[step] ?? NaN,
    ]),
  };
}
