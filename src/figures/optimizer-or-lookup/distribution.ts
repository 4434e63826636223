import type { Values } from '../shared/parameter.ts';
import type { parameters } from './parameters.ts';

/**
 * Where tasks come from: y = wᵀx + σε with weights w ~ N(0, τ²I) and noise ε ~ N(0, 1). An input is
 * x_j = a_j z_j with z ~ N(0, I); in the context, the first `held` coordinates are a_j |z_j|.
 */
export interface Distribution {
  /** a, one per dimension: the standard deviations of a query, and of inputs where no sign is held. */
  readonly deviations: readonly number[];
  /** The number of coordinates in which all inputs of the context have one sign. */
  readonly held: number;
  /** τ. */
  readonly weightScale: number;
}

/** The distribution of training: a = 1, τ = 1, no sign held (Garg et al. 2022, §3, who add no noise). */
export function trainingDistribution(dimension: number): Distribution {
  return { deviations: Array<number>(dimension).fill(1), held: 0, weightScale: 1 };
}

/** tr Σ, from the deviations a, and other sums of squares. */
export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** By how much inputs or weights are larger: 1 to 4, and 2 in the middle. */
export function enlargement(strength: number): number {
  return 4 ** strength;
}

/** In how many coordinates an orthant is kept to: all of them at strength 1. */
export function heldSigns(dimension: number, strength: number): number {
  return Math.round(strength * dimension);
}

/** p of the skewed standard deviations a_j ∝ j^−p: 0 to 2, and 1 in the middle. */
function skewExponent(strength: number): number {
  return 2 * strength;
}

/**
 * The same after a shift; at strength 0 there is none. The shifts are after Garg et al. (2022), §4, to whom
 * noise in the outputs is one more of them:
 *
 * - inputs: context and query times a factor; theirs are 1/3, 1/2, 2 and 3.
 * - covariance: a_j ∝ j^−p with Σ a_j² = d as before. At p = 1 the eigenvalues of the covariance are
 *   ∝ 1/j², as theirs. Their eigenbasis is random: with w isotropic it changes no expectation, since
 *   each estimator turns with its inputs.
 * - orthant: the inputs of the context lie in one orthant, the query anywhere. Which orthant is the same
 *   to each estimator, so here it is the positive one.
 * - weights: times a factor.
 */
export function shiftedDistribution(values: Values<typeof parameters>): Distribution {
  const { dimension, shift, strength } = values;
  const training = trainingDistribution(dimension);
  switch (shift) {
    case 'inputs':
      return { ...training, deviations: training.deviations.map(() => enlargement(strength)) };
    case 'covariance':
      return { ...training, deviations: skewedDeviations(dimension, skewExponent(strength)) };
    case 'orthant':
      return { ...training, held: heldSigns(dimension, strength) };
    case 'weights':
      return { ...training, weightScale: enlargement(strength) };
  }
}

function skewedDeviations(dimension: number, exponent: number): number[] {
  const powers = Array.from({ length: dimension }, (_, j) => (j + 1) ** -exponent);
  const squares = powers.reduce((sum, power) => sum + power * power, 0);
  return powers.map((power) => power * Math.sqrt(dimension / squares));
}
