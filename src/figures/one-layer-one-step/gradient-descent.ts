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

/**
 * K steps of η = share · 2/λ_max. Gradient descent converges if and only if 0 < share < 1 (Goh, 2017, "Why
 * Momentum Really Works"): a step multiplies the error along the eigenvector of λ by 1 − ηλ.
 *
 * In GD++ each layer has its own η and γ, as layers of a stack have their own weights. Von Oswald et al.
 * (2023), App. A.10, tune both; these are a choice of this figure, which needs no tuning. γ = 1/(3 N λ_max)
 * is the largest that leaves larger eigenvalues larger: they become λ (1 − γ N λ)², the largest 4/9 of its
 * former value. The next layer's critical step is then 9/4 of this one's, and so is its η; along the
 * steepest direction every step multiplies the error by 1 − 2 · share, as in gradient descent.
 *
 * @param share of the critical step size, above 0
 * @param largest λ_max of the Hessian, above 0
 * @throws RangeError if layers is not a whole number of at least 1, or share or λ_max are not positive
 */
export function planSteps(
  variant: 'gradient-descent' | 'gd-plus-plus',
  {
    layers,
    share,
    largest,
    pairs,
  }: { layers: number; share: number; largest: number; pairs: number },
): DescentStep[] {
  if (!Number.isSafeInteger(layers) || layers < 1) {
    throw new RangeError(`There is a whole number of layers, at least one, not ${layers}.`);
  }
  if (!(share > 0 && share < Infinity && largest > 0 && largest < Infinity)) {
    throw new RangeError(`A step is a positive share of 2/λ_max, not ${share} of 2/${largest}.`);
  }
  return Array.from({ length: layers }, (_, layer) => {
    const eigenvalue = variant === 'gd-plus-plus' ? largest * (4 / 9) ** layer : largest;
    const contraction = variant === 'gd-plus-plus' ? 1 / (3 * pairs * eigenvalue) : 0;
    return { stepSize: (share * 2) / eigenvalue, contraction };
  });
}
