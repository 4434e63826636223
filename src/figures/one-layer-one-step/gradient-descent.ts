import {
  addScaled,
  at,
  combine,
  diagonal,
  dot,
  linear,
  transpose,
  type Matrix,
  type Vector,
} from '../shared/linear-algebra.ts';
import type { SymmetricEigen } from '../shared/symmetric-eigen.ts';
import type { LinearTask } from './task.ts';

/** The pairs that a loss is of. */
type Pairs = Pick<LinearTask, 'inputs' | 'targets'>;

/** One step of a descent. */
export interface DescentStep {
  /** η. */
  readonly stepSize: number;
  /** γ of GD++, by which the inputs are transformed after the step; 0 in gradient descent. */
  readonly contraction: number;
}

/** L(W) = 1/2N Σ (W x_i − y_i)², for W of d numbers: von Oswald et al. (2023), §2. */
export function contextLoss(pairs: Pairs, weights: Vector): number {
  const residuals = listResiduals(pairs, weights);
  return dot(residuals, residuals) / (2 * residuals.length);
}

/** ∇L(W) = 1/N Σ (W x_i − y_i) x_iᵀ, d numbers: von Oswald et al. (2023), Eq. 3 without its −η. */
export function lossGradient(pairs: Pairs, weights: Vector): number[] {
  const sum = combine(listResiduals(pairs, weights), pairs.inputs);
  return sum.map((value) => value / pairs.inputs.length);
}

/** W x_i − y_i, N numbers. */
function listResiduals({ inputs, targets }: Pairs, weights: Vector): number[] {
  return inputs.map((input, index) => dot(weights, input) - at(targets, index));
}

/** The Hessian of L, A = 1/N X Xᵀ, d×d, symmetric and positive semidefinite. */
export function hessian({ inputs }: Pick<Pairs, 'inputs'>): number[][] {
  const coordinates = transpose(inputs);
  return linear(coordinates, coordinates).map((row) => row.map((value) => value / inputs.length));
}

/**
 * The weights that descent from W = 0 converges to, d numbers: of those with the least loss the shortest,
 * A⁺ ∇L(0) with the sign reversed. Eigenvalues below 10⁻¹² of the largest count as 0.
 *
 * @param spectrum of the Hessian
 */
export function leastSquares(pairs: Pairs, { values, vectors }: SymmetricEigen): number[] {
  const largest = Math.max(...values);
  const slope = lossGradient(
    pairs,
    values.map(() => 0),
  );
  const lengths = values.map((value, index) =>
    value > 1e-12 * largest ? -dot(slope, at(vectors, index)) / value : 0,
  );
  return combine(lengths, vectors);
}

/**
 * The weights of a descent on L, first the initial ones, then those after each step:
 *
 *     W_{k+1} = W_k − η_k ∇L(W_k) T_k²,    T_0 = I,    T_{k+1} = (I − γ_k N T_k A T_k) T_k.
 *
 * With γ = 0 this is gradient descent, T_k = I. Otherwise it is GD++ of von Oswald et al. (2023), §3, with
 * W_0 = 0: after k transformations the inputs are T_k x_i, and a step on them changes the prediction
 * W_k x by −η_k/N Σ (W_k x_i − y_i) (T_k x_i)ᵀ T_k x. On the inputs as they came, that is a step that T_k²
 * preconditions. T_k is a polynomial of A, so that it is symmetric and commutes with A.
 *
 * @param initial W_0, d numbers
 */
export function descend(pairs: Pairs, steps: readonly DescentStep[], initial: Vector): Vector[] {
  const path = [initial];
  const A = hessian(pairs);
  let weights = initial;
  let transformation: Matrix = diagonal(initial.length, () => 1);
  // `linear` multiplies by the transpose: of A and of T that is the same.
  const transform = (rows: Matrix) => linear(rows, transformation);
  for (const { stepSize, contraction } of steps) {
    const [gradient = []] = transform(transform([lossGradient(pairs, weights)]));
    weights = addScaled(weights, -stepSize, gradient);
    path.push(weights);
    const change = transform(transform(linear(transformation, A)));
    const factor = -contraction * pairs.inputs.length;
    transformation = transformation.map((row, index) => addScaled(row, factor, at(change, index)));
  }
  return path;
}
