/** In the order of their series: two that solve, one that descends, two that look up, one that is mute. */
export const estimators = ['ridge', 'squares', 'descent', 'table', 'nearest', 'zero'] as const;

/** How a query is answered from the examples of a context. */
export type Estimator = (typeof estimators)[number];

/**
 * An estimator that is linear in the outputs and turns with the inputs: of the component of w along an
 * eigenvector of XᵀX it recovers the share g(s), where s ≥ 0 is the eigenvalue; of the noise it takes
 * g(s)/√s. X holds one input of the context per row, so s grows with N.
 */
export type Filter = (eigenvalue: number) => number;

/**
 * Ridge regression, ŵ = (XᵀX + λI)⁻¹Xᵀy: g(s) = s/(s + λ). With the penalty λ = σ²/τ² it is the mean of
 * w given the context, and no estimator has a smaller expected squared error (Rasmussen and Williams 2006,
 * “Gaussian Processes for Machine Learning”, §2.1; the shares are Eq. 3.47 of Hastie, Tibshirani and
 * Friedman 2009, “The Elements of Statistical Learning”).
 *
 * @throws RangeError if λ is negative
 */
export function ridge(penalty: number): Filter {
  if (!(penalty >= 0)) throw new RangeError(`A penalty is at least 0, not ${penalty}.`);
  return (s) => (s > 0 ? s / (s + penalty) : 0);
}

/** Least squares, ŵ = X⁺y, of least norm where examples are fewer than dimensions: g(s) = 1 for s > 0. */
export const leastSquares: Filter = (s) => (s > 0 ? 1 : 0);

/**
 * k steps of gradient descent from 0 on ½‖Xw − y‖²: g(s) = 1 − (1 − ηs)^k (Goh 2017, “Why Momentum
 * Really Works”). It tends to least squares for k → ∞ if ηs < 2 for each eigenvalue, and diverges if not.
 *
 * @param stepSize η, in the unit of 1/s
 */
export function descent(stepSize: number, steps: number): Filter {
  return (s) => 1 - (1 - stepSize * s) ** steps;
}
