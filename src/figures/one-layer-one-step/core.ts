import { diagonal, dot } from '../shared/linear-algebra.ts';
import { decomposeSymmetric } from '../shared/symmetric-eigen.ts';
import type { Values } from '../shared/parameter.ts';
import { contextLoss, descend, hessian, leastSquares, planSteps } from './gradient-descent.ts';
import {
  gdPlusPlusLayer,
  gradientDescentLayer,
  predictByAttention,
} from './linear-self-attention.ts';
import type { parameters } from './parameters.ts';
import { randomTask } from './task.ts';

/** After so many layers and as many steps; first after none. */
export interface Stage {
  /** The prediction that the query token has after these layers. */
  readonly attention: number;
  /** W x_{N+1} with the weights after these steps. */
  readonly descent: number;
  /** L at the weights after these steps. */
  readonly loss: number;
  /** The weights that the layers' predictions imply, d numbers: their predictions for unit vectors. */
  readonly impliedWeights: readonly number[];
  /** W after these steps, d numbers. */
  readonly weights: readonly number[];
}

/** Layers of attention beside steps of descent on one task. */
export interface LayersAndSteps {
  /** K + 1 stages. */
  readonly stages: readonly Stage[];
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
  /** η of the first step. */
  readonly stepSize: number;
  /** λ_1 ≤ … ≤ λ_d of the loss's Hessian. */
  readonly eigenvalues: readonly number[];
  /** The eigenvectors, in the same order, d numbers each. */
  readonly eigenvectors: readonly (readonly number[])[];
}

/**
 * A random task, K layers of linear self-attention with constructed weights, and K steps of the descent
 * that they take, from W_0 = 0: von Oswald et al. (2023), Proposition 1 and §3. The two sides share no more
 * than the task and the numbers η and γ: the layers know tokens only, the steps weights only.
 *
 * @throws RangeError if a value is none that the functions of the parts allow
 */
export function compareLayersAndSteps(values: Values<typeof parameters>): LayersAndSteps {
  const { pairs, dimension, layers, variant, step: share } = values;
  const task = randomTask(values);
  const spectrum = decomposeSymmetric(hessian(task));
  const [largest = 0] = spectrum.values.slice(-1);
  const steps = planSteps(variant, { layers, share, largest, pairs });
  const start = Array<number>(dimension).fill(0);

  const stack = steps.map((step) =>
    variant === 'gd-plus-plus'
      ? gdPlusPlusLayer(dimension, step, pairs)
      : gradientDescentLayer(start, step.stepSize, pairs),
  );
  // Beside the query, one token for each unit vector: its prediction is a weight.
  const queries = [task.query, ...diagonal(dimension, () => 1)];
  const predictions = predictByAttention(stack, task, queries);

  const optimum = leastSquares(task, spectrum);
  return {
    stages: descend(task, steps, start).map((weights, index) => {
      const [attention = NaN, ...impliedWeights] = predictions[index] ?? [];
      return {
        attention,
        descent: dot(weights, task.query),
        loss: contextLoss(task, weights),
        impliedWeights,
        weights,
      };
    }),
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
    stepSize: steps[0]?.stepSize ?? NaN,
    eigenvalues: spectrum.values,
    eigenvectors: spectrum.vectors,
  };
}
