import {
  addScaled,
  at,
  diagonal,
  dot,
  linear,
  transpose,
  type Matrix,
  type Vector,
} from '../shared/linear-algebra.ts';
import type { LinearTask } from './task.ts';

/** One head of attention without the softmax, for tokens (x, y) of width d + 1; all (d+1)×(d+1). */
export interface LinearSelfAttention {
  /** W_K. */
  readonly keys: Matrix;
  /** W_Q. */
  readonly queries: Matrix;
  /** W_V. */
  readonly values: Matrix;
  /** P. */
  readonly projection: Matrix;
}

/**
 * The layer that takes one step of gradient descent on L(W) = 1/2N Σ (W x_i − y_i)²: von Oswald et al.
 * (2023), "Transformers Learn In-Context by Gradient Descent", Proposition 1 with the weights of App.
 * A.1. Keys and queries keep the input, values the residual W_0 x_i − y_i, and P = η/N I.
 *
 * @param initial W_0, d numbers: the weights that the step begins at, the same in every layer of a stack
 * @param stepSize η
 * @param pairs N
 */
export function gradientDescentLayer(
  initial: Vector,
  stepSize: number,
  pairs: number,
): LinearSelfAttention {
  const dimension = initial.length;
  return {
    ...keepInputs(dimension),
    values: diagonal(dimension + 1, () => 0).with(dimension, [...initial, -1]),
    projection: diagonal(dimension + 1, () => stepSize / pairs),
  };
}

/**
 * The layer of GD++: beside the step it transforms the inputs, x_j ← (I − γ X Xᵀ) x_j, von Oswald et al.
 * (2023), §3, with the weights that App. A.10 states: those of Proposition 1 at W_0 = 0, but values keep −x_i
 * beside −y_i, and P multiplies them by γ and by η/N. Both are read from the inputs that enter the layer.
 * They tune γ and η; so does `tuneSteps`.
 *
 * @param dimension d
 * @param stepSize η
 * @param contraction γ; at 0 this is gradient descent from W_0 = 0
 * @param pairs N
 */
export function gdPlusPlusLayer(
  dimension: number,
  { stepSize, contraction }: { stepSize: number; contraction: number },
  pairs: number,
): LinearSelfAttention {
  return {
    ...keepInputs(dimension),
    values: diagonal(dimension + 1, () => -1),
    projection: diagonal(dimension + 1, (n) => (n < dimension ? contraction : stepSize / pairs)),
  };
}

/** W_K = W_Q: the input of a token stays, its last entry becomes 0. */
function keepInputs(dimension: number): Pick<LinearSelfAttention, 'keys' | 'queries'> {
  const inputs = diagonal(dimension + 1, (n) => (n < dimension ? 1 : 0));
  return { keys: inputs, queries: inputs };
}

/**
 * Linear self-attention, e_j ← e_j + P Σ_i (W_V e_i)(W_K e_i)ᵀ W_Q e_j, the sum over the pairs: von
 * Oswald et al. (2023), §2. Query tokens read the pairs, and none reads a query token.
 *
 * @param tokens M×(d+1): one token per row, the pairs first
 * @param pairs N: how many of them are pairs
 * @returns the tokens that leave the layer, M×(d+1)
 */
export function attend(layer: LinearSelfAttention, tokens: Matrix, pairs: number): number[][] {
  const context = tokens.slice(0, pairs);
  const values = linear(context, layer.values);
  const keys = linear(context, layer.keys);
  const memory = linear(transpose(values), transpose(keys));
  const read = linear(linear(tokens, layer.queries), memory);
  const change = linear(read, layer.projection);
  return tokens.map((token, index) => addScaled(token, 1, at(change, index)));
}

/**
 * The predictions of a stack of layers for queries, first before any layer, then after each. A pair enters as
 * (x_i, y_i), a query as (x, −W_0 x), von Oswald et al. (2023), App. A.1; the prediction is the last entry
 * of its token with the sign reversed, §2, “Reading out predictions”.
 *
 * @param queries M×d, one per row
 * @param initial W_0, d numbers; that of the layers, and 0 if none is given
 * @returns one row of M predictions for each of the layers, and one more at the beginning
 */
export function predictByAttention(
  layers: readonly LinearSelfAttention[],
  { inputs, targets }: Pick<LinearTask, 'inputs' | 'targets'>,
  queries: Matrix,
  initial: Vector = at(queries, 0).map(() => 0),
): number[][] {
  let tokens = [
    ...inputs.map((input, index) => [...input, at(targets, index)]),
    ...queries.map((query) => [...query, -dot(initial, query)]),
  ];
  const read = () => tokens.slice(inputs.length).map((token) => 0 - at(token, initial.length));
  const predictions = [read()];
  for (const layer of layers) {
    tokens = attend(layer, tokens, inputs.length);
    predictions.push(read());
  }
  return predictions;
}
