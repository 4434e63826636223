import { decomposeSymmetric } from '../shared/symmetric-eigen.ts';
import { sumOfSquares, type Distribution } from './distribution.ts';
import type { Filter } from './estimators.ts';
import type { NearestInputs } from './neighbours.ts';

/** The properties of a context that decide how far a filter's answers to random queries are from the truth. */
export interface Spectrum {
  /** s_i, the eigenvalues of XᵀX that are not 0: min(N, d) of them. */
  readonly eigenvalues: readonly number[];
  /** v_iᵀ Σ v_i of their unit eigenvectors: the variance of a query along each, with Σ = diag(a²). */
  readonly queryVariances: readonly number[];
}

/**
 * The spectrum of a context of N inputs.
 *
 * @param gram XᵀX, d×d, by rows
 * @param examples N; the rank of XᵀX is min(N, d), almost surely
 */
export function spectrum(
  gram: readonly ArrayLike<number>[],
  examples: number,
  { deviations }: Pick<Distribution, 'deviations'>,
): Spectrum {
  const { values, vectors } = decomposeSymmetric(gram);
  // In ascending order: those of the null space come first.
  const first = Math.max(0, deviations.length - examples);
  const queryVariances = vectors
    .slice(first)
    .map((vector) =>
      vector.reduce((sum, value, j) => sum + (value * (deviations[j] ?? NaN)) ** 2, 0),
    );
  return { eigenvalues: values.slice(first), queryVariances };
}

/**
 * The expected squared error of a filter's answers to a query x ~ N(0, Σ), over w, the noise and the
 * query, given the inputs of the context, and relative to that of answering 0, which is τ² tr Σ:
 *
 * E (ŵᵀx − wᵀx)² = Σ_i v_iᵀΣv_i (τ² (1 − g(s_i))² + σ² g(s_i)²/s_i) + τ² (tr Σ − Σ_i v_iᵀΣv_i).
 *
 * The squared bias and the variance of ŵ along each eigenvector; along the null space of the context, of which it
 * holds no information, ŵ stays at 0. The truth is wᵀx, without noise. In distribution, where τ = 1 and Σ = I,
 * this is the squared error over d of Garg et al. (2022).
 */
export function relativeError(
  filter: Filter,
  { eigenvalues, queryVariances }: Spectrum,
  { deviations, weightScale }: Distribution,
  noise: number,
): number {
  const total = sumOfSquares(deviations);
  const noiseShare = (noise / weightScale) ** 2;
  let [error, seen] = [0, 0];
  eigenvalues.forEach((s, i) => {
    const g = filter(s);
    const variance = queryVariances[i] ?? 0;
    error += variance * ((1 - g) ** 2 + (noiseShare * g * g) / s);
    seen += variance;
  });
  const unseen = eigenvalues.length < deviations.length ? total - seen : 0;
  return (error + unseen) / total;
}

/**
 * The same for the mean output of neighbours, given the query: the distance of the query from the mean of their inputs
 * is all that matters, and the noise of their n outputs, (τ² ‖x − x̄‖² + σ²/n) / (τ² tr Σ).
 */
export function relativeErrorOfNeighbours(
  { count, distance }: NearestInputs,
  { deviations, weightScale }: Distribution,
  noise: number,
): number {
  return (distance + (noise / weightScale) ** 2 / count) / sumOfSquares(deviations);
}
