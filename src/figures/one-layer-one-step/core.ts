import { diagonal, dot } from '../shared/linear-algebra.ts';
import { decomposeSymmetric } from '../shared/symmetric-eigen.ts';
import type { Values } from '../shared/parameter.ts';
import {
  contextLoss,
  descend,
  hessian,
  leastSquares,
  type DescentStep,
} from './gradient-descent.ts';
import {
  gdPlusPlusLayer,
  gradientDescentLayer,
  predictByAttention,
} from './linear-self-attention.ts';
import type { parameters } from './parameters.ts';
import { randomTask, type LinearTask } from './task.ts';
import { expectedErrors, tuneSteps, type Variant } from './tuning.ts';

/** After so many layers and as many steps; first after none. */
export interface Stage {
  /** The prediction that the query token has after these layers. */
  readonly attention: number;
  /** W x_{N+1} with the weights after these steps. */
  readonly descent: number;
  /** L at the weights after these steps. */
  readonly loss: number;
  /** L at the weights that the layers' predictions imply. */
  readonly attentionLoss: number;
  /** The weights that the layers' predictions imply, d numbers: their predictions for unit vectors. */
  readonly impliedWeights: readonly number[];
  /** W after these steps, d numbers. */
  readonly weights: readonly number[];
}

/** A variant on the task, and on tasks of its kind. */
export interface VariantRun {
  /** L after each step on the task, K + 1 numbers. */
  readonly losses: readonly number[];
  /** The expected squared error for a new query after each step, over the tasks that are tuned on. */
  readonly errors: readonly number[];
}

/** Layers of attention beside steps of descent on one task. */
export interface LayersAndSteps {
  /** K + 1 stages. */
  readonly stages: readonly Stage[];
  /** K layers and steps of both variants, each with its own tuned values. */
  readonly variants: Readonly<Record<Variant, VariantRun>>;
  /** The weights after the same steps from 0, d numbers each: the picture of a loss keeps their place. */
  readonly fromZero: readonly (readonly number[])[];
  /** The pairs of a task with one-dimensional inputs, else none. */
  readonly pairs: readonly (readonly [input: number, target: number])[];
  /** x_{N+1}, d numbers. */
  readonly query: readonly number[];
  /** The query's target without noise. */
  readonly target: number;
  /** Where descent leads if it converges: weights, their prediction for the query, and their loss. */
  readonly leastSquares: {
    readonly weights: readonly number[];
    readonly prediction: number;
    readonly loss: number;
  };
  /** η, the same in each step. */
  readonly stepSize: number;
  /** γ, the same in each layer; 0 in gradient descent. */
  readonly contraction: number;
  /** λ_1 ≤ … ≤ λ_d of the loss's Hessian. */
  readonly eigenvalues: readonly number[];
  /** The eigenvectors, in the same order, d numbers each. */
  readonly eigenvectors: readonly (readonly number[])[];
}

/**
 * A random task, K layers of linear self-attention with constructed weights, and K steps of the descent
 * that they take, from W_0: von Oswald et al. (2023), Proposition 1, §3 and App. A.10. The two sides share no more
 * than the task and the numbers η and γ: the layers know tokens only, the steps weights only.
 *
 * @throws RangeError if a value is none that the functions of the parts allow
 */
export function compareLayersAndSteps(values: Values<typeof parameters>): LayersAndSteps {
  const { pairs, dimension, layers, variant, step: share, startAcross, startUp } = values;
  const task = randomTask(values);
  const spectrum = decomposeSymmetric(hessian(task));
  const tuning = tuneSteps(values);
  const step = scaleStep(tuning[variant], share);
  const steps = Array<DescentStep>(layers).fill(step);
  const zero = Array<number>(dimension).fill(0);
  const start = dimension > 2 ? zero : [startAcross, startUp].slice(0, dimension);

  const layer =
    variant === 'gd-plus-plus'
      ? gdPlusPlusLayer(dimension, step, pairs)
      : gradientDescentLayer(start, step.stepSize, pairs);
  const stack = steps.map(() => layer);
  const runVariant = (name: Variant): VariantRun => {
    const scaled = scaleStep(tuning[name], share);
    const path = descend(task, Array<DescentStep>(layers).fill(scaled), start);
    return {
      losses: path.map((weights) => contextLoss(task, weights)),
      errors: expectedErrors(values, scaled),
    };
  };
  // Beside the query, one token for each unit vector: its prediction is a weight.
  const queries = [task.query, ...diagonal(dimension, () => 1)];
  const predictions = predictByAttention(stack, enter(task, variant, start), queries, start);

  const optimum = leastSquares(task, spectrum);
  return {
    stages: descend(task, steps, start).map((weights, index) => {
      const [attention = NaN, ...impliedWeights] = predictions[index] ?? [];
      return {
        attention,
        descent: dot(weights, task.query),
        loss: contextLoss(task, weights),
        attentionLoss: contextLoss(task, impliedWeights),
        impliedWeights,
        weights,
      };
    }),
    variants: {
      'gradient-descent': runVariant('gradient-descent'),
      'gd-plus-plus': runVariant('gd-plus-plus'),
    },
    fromZero: descend(task, steps, zero),
    pairs:
      dimension === 1
        ? task.inputs.map(([input = NaN], index) => [input, task.targets[index] ?? NaN])
        : [],
    query: task.query,
    target: dot(task.teacher, task.query),
    leastSquares: {
      weights: optimum,
      prediction: dot(optimum, task.query),
      loss: contextLoss(task, optimum),
    },
    ...step,
    eigenvalues: spectrum.values,
    eigenvectors: spectrum.vectors,
  };
}

/** A step whose η is `share` of the tuned one. */
function scaleStep({ stepSize, contraction }: DescentStep, share: number): DescentStep {
  if (!(share > 0 && share < Infinity)) {
    throw new RangeError(`A step is a positive multiple of the tuned one, not ${share} of it.`);
  }
  return { stepSize: share * stepSize, contraction };
}

/**
 * The pairs as tokens of the layers. Layers of gradient descent hold W_0 themselves (App. A.1); those of GD++ have the
 * weights of Proposition 1 at W_0 = 0, so their tokens enter with the residuals y_i − W_0 x_i, on which a step from 0 is
 * a step from W_0.
 */
function enter(
  { inputs, targets }: LinearTask,
  variant: Variant,
  start: readonly number[],
): Pick<LinearTask, 'inputs' | 'targets'> {
  if (variant === 'gradient-descent') return { inputs, targets };
  return {
    inputs,
    targets: targets.map((target, index) => target - dot(start, inputs[index] ?? [])),
  };
}
