import type { MergedLayer } from './layers.ts';
import type { TaskDistribution } from './prompt.ts';
import { spreadDiagonal } from './square.ts';

/** Steps of GD++ from 0, one for each layer; with γ = 0 they are plain gradient descent. */
export interface Steps {
  /** η of each layer. */
  readonly stepSizes: readonly number[];
  /** γ of each layer but the last, in which it has no effect. */
  readonly contraction: number;
}

/**
 * γ_i = 1 / ((N + 1)/N λ_i + 1/N Σ_k λ_k), d numbers: the preconditioner of the one step that a single layer of least
 * expected error takes, Ahn et al. (2023), Theorem 1. With λ = 1 all are the step size N/(N + d + 1).
 */
export function bestPreconditioner({ pairs, variances }: TaskDistribution): number[] {
  const trace = sum(variances);
  return variances.map((variance) => pairs / ((pairs + 1) * variance + trace));
}

/**
 * η = Σ λ_i² / Σ λ_i E[Â²]_ii, the step size of least expected error among steps of plain gradient descent from 0. Here
 * Â = 1/N Σ x_i x_iᵀ, and E[Â²]_ii = ((N + 1) λ_i² + λ_i Σ_k λ_k)/N for Gaussian inputs, by the theorem of Isserlis.
 */
export function bestStepSize(distribution: TaskDistribution): number {
  const { variances } = distribution;
  const squares = secondMoments(distribution);
  return (
    sum(variances.map((variance) => variance * variance)) /
    sum(variances.map((variance, n) => variance * Number(squares[n])))
  );
}

/**
 * E (ŷ − y)² / E y² after one step from 0 with a diagonal preconditioner γ:
 * (Σ λ_i − 2 γ_i λ_i² + γ_i² λ_i E[Â²]_ii) / Σ λ_i, for w ~ N(0, I) and targets without noise.
 */
export function oneStepError(
  distribution: TaskDistribution,
  preconditioner: readonly number[],
): number {
  const { variances } = distribution;
  const squares = secondMoments(distribution);
  const errors = variances.map((variance, n) => {
    const factor = Number(preconditioner[n]);
    return variance * (1 - 2 * factor * variance + factor * factor * Number(squares[n]));
  });
  return sum(errors) / sum(variances);
}

/** E[Â²]_ii, d numbers. */
function secondMoments({ pairs, variances }: TaskDistribution): number[] {
  const trace = sum(variances);
  return variances.map((variance) => (variance * ((pairs + 1) * variance + trace)) / pairs);
}

/**
 * The layer that takes one preconditioned step from 0: von Oswald et al. (2023), App. A.1 with W_0 = 0. There W_Kᵀ W_Q
 * keeps the inputs; here it also multiplies them by γ, scaled to the norm that it has there, and P W_V by the rest.
 */
export function preconditionedLayer(
  preconditioner: readonly number[],
  { pairs }: TaskDistribution,
): MergedLayer {
  const squares = preconditioner.map((factor) => factor * factor);
  const stepSize = Math.sqrt(sum(squares) / preconditioner.length);
  const still = preconditioner.map(() => 0);
  return {
    values: spreadDiagonal([...still, -stepSize / pairs]),
    keys: spreadDiagonal([...preconditioner.map((factor) => factor / stepSize), 0]),
  };
}

/**
 * Layers that take steps of GD++ from 0, von Oswald et al. (2023), App. A.10: P W_V = −diag(γ, …, γ, η/N) and
 * W_Kᵀ W_Q = diag(1, …, 1, 0), with an η for each layer.
 *
 * @param dimension d
 * @param pairs N
 */
export function steppingLayers(
  { stepSizes, contraction }: Steps,
  dimension: number,
  pairs: number,
): MergedLayer[] {
  const repeat = (value: number) => Array<number>(dimension).fill(value);
  return stepSizes.map((stepSize, layer) => ({
    values: spreadDiagonal([
      ...repeat(layer < stepSizes.length - 1 ? -contraction : 0),
      -stepSize / pairs,
    ]),
    keys: spreadDiagonal([...repeat(1), 0]),
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
