import { dot, type Matrix, type Vector } from '../shared/linear-algebra.ts';

/** The same with one output unit: weights of width d give one number per token. */
export function linearUnit(tokens: Matrix, weights: Vector, bias = 0): number[] {
  return tokens.map((token) => dot(weights, token) + bias);
}

/** Which tokens an output takes from: itself and those before it, or those after it as well. */
export type Direction = 'causal' | 'both-ways';

/** The L×L matrix with `entry(i, j)`, but exactly 0 above the diagonal (j > i) where it is causal. */
export function mixingEntries(
  length: number,
  direction: Direction,
  entry: (row: number, column: number) => number,
): number[][] {
  return Array.from({ length }, (_, i) =>
    Array.from({ length }, (_, j) => (j <= i || direction === 'both-ways' ? entry(i, j) : 0)),
  );
}

/** softmax(z)_j = exp(z_j) / Σ exp(z_k). The maximum is taken out first: exp would overflow. */
export function softmax(logits: Vector): number[] {
  const maximum = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - maximum));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log(1 + exp(x)), in the form that neither overflows nor loses small values. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
