import type { ContextErrors } from './context.ts';
import type { Distribution } from './distribution.ts';
import { estimators, type Estimator } from './estimators.ts';
import { emptyMean, halfWidth, include, type RunningMean } from './mean.ts';
import type { TunedDescent } from './step-size.ts';
import { descentTail, median, tableTail, type Tail } from './tail.ts';

/** The expected relative error of an estimator against the number of examples. */
export interface LearningCurve {
  /** Infinite where the expectation is, and NaN where rare contexts rule it: no sample tells it there. */
  readonly means: readonly number[];
  /** Half the widths of their 95 % intervals; NaN where there is none. */
  readonly halfWidths: readonly number[];
  /** They replace means that are not known: half of the contexts have a smaller error. */
  readonly medians?: readonly number[];
}

/** One curve for each estimator, of the same contexts. */
export type LearningCurves = Readonly<Record<Estimator, LearningCurve>>;

/** Sums over contexts, one row per number of examples; of descent and of the table, each context is kept. */
export type ErrorSums = (Record<Estimator, RunningMean> & {
  readonly errors: number[];
  readonly ofTable: number[];
  readonly reaches: number[];
})[];

/** With fewer contexts there is no interval: Student's quantile is not yet near that of the normal. */
const fewestOfInterval = 64;

/** Sums over no context. */
export function emptySums(counts: readonly number[]): ErrorSums {
  return counts.map(() => ({
    ridge: emptyMean(),
    squares: emptyMean(),
    descent: emptyMean(),
    table: emptyMean(),
    nearest: emptyMean(),
    zero: emptyMean(),
    errors: [],
    ofTable: [],
    reaches: [],
  }));
}

/** One context more, with the errors of the table beside those of the other estimators. */
export function addErrors(
  sums: ErrorSums,
  errors: readonly ContextErrors[],
  ofTable: readonly number[],
): void {
  sums.forEach((sum, n) => {
    const row = { ...errors[n], table: ofTable[n] };
    for (const estimator of estimators) include(sum[estimator], row[estimator] ?? NaN);
    sum.errors.push(errors[n]?.descent ?? NaN);
    sum.ofTable.push(row.table ?? NaN);
    sum.reaches.push(errors[n]?.reach ?? NaN);
  });
}

/**
 * The curves that sums make. Where an expectation is infinite, or ruled by contexts so rare that the sample
 * may lack them, no sample's mean stands for it. Ridge regression's errors are bounded, and those of neighbours are
 * squared distances between Gaussian vectors: a sample tells their means and variances. Rare contexts can rule the
 * variance of the table; its mean is kept there, without an interval.
 */
export function learningCurves(
  sums: ErrorSums,
  counts: readonly number[],
  distribution: Distribution,
  descent: TunedDescent,
): LearningCurves {
  const dimension = distribution.deviations.length;
  const curve = (estimator: Estimator): LearningCurve => {
    const tails = sums.map((sum, n): Tail => {
      const count = counts[n] ?? 0;
      if (count === 0) return 'light';
      if (estimator === 'descent') {
        return descentTail(sum, descent.stepSizes[n] ?? NaN, distribution, descent);
      }
      if (estimator === 'table') return tableTail(sum.ofTable);
      return estimator === 'squares' && descent.noise > 0 ? squaresTail(count, dimension) : 'light';
    });
    return {
      means: sums.map((sum, n) =>
        tails[n] === 'no mean' ? (estimator === 'descent' ? NaN : Infinity) : sum[estimator].mean,
      ),
      halfWidths: sums.map((sum, n) =>
        tails[n] === 'light' && sum[estimator].count >= fewestOfInterval
          ? halfWidth(sum[estimator])
          : NaN,
      ),
      ...(estimator === 'descent' && { medians: sums.map(({ errors }) => median(errors)) }),
    };
  };
  return {
    ridge: curve('ridge'),
    squares: curve('squares'),
    descent: curve('descent'),
    table: curve('table'),
    nearest: curve('nearest'),
    zero: curve('zero'),
  };
}

/** The share of contexts in which a step of descent is too long, after the examples where it is largest. */
export function overshootingShare(sums: ErrorSums): number {
  const shares = sums.map(
    ({ reaches }) => reaches.filter((reach) => reach > 2).length / reaches.length,
  );
  return Math.max(0, ...shares);
}

/**
 * The moments of the error of least squares over contexts of N inputs, where there is noise. It goes
 * with 1/s for the smallest eigenvalue s of XᵀX, or of XXᵀ where N < d, and P(s < ε) ∝ ε^((|N − d| + 1)/2)
 * for small ε (Edelman 1988, “Eigenvalues and condition numbers of random matrices”): the mean is finite
 * for |N − d| ≥ 2, the variance for |N − d| ≥ 4. Inputs of one sign have a positive density at 0 too, and
 * so the same exponent.
 */
export function squaresTail(count: number, dimension: number): Tail {
  const excess = Math.abs(count - dimension);
  if (count === 0 || excess >= 4) return 'light';
  return excess >= 2 ? 'no variance' : 'no mean';
}
