import type { Random } from '../shared/random.ts';
import type { Distribution } from './distribution.ts';
import {
  descent,
  leastSquares,
  nearestInputs,
  ridge,
  stepSize,
  type Estimator,
  type Filter,
} from './estimators.ts';
import { relativeError, relativeErrorOfExample, spectrum } from './risk.ts';

/** The standard normal numbers of which every distribution makes a context and a query. */
export interface Draw {
  /** N×d. */
  readonly context: readonly Float64Array[];
  /** d. */
  readonly query: Float64Array;
}

/** The next draw of a stream: a query, then N inputs. */
export function drawContext(random: Random, examples: number, dimension: number): Draw {
  const vector = () => Float64Array.from({ length: dimension }, random.normal);
  return { query: vector(), context: Array.from({ length: examples }, vector) };
}

/** The setting that the estimators are tuned for, in every distribution. */
export interface Tuning {
  /** σ; τ is 1, so the penalty that ridge is given is σ². */
  noise: number;
  /** k. */
  steps: number;
}

/** The relative error of each estimator in a context, and the reach of a step of descent. */
export interface ContextErrors extends Record<Estimator, number> {
  /** η λ_max, with the largest eigenvalue of XᵀX: descent diverges beyond 2. */
  reach: number;
}

/**
 * The relative errors of the estimators after each number of examples, given one draw: expectations over
 * w and the noise, and over the query as well but for the nearest neighbour's.
 *
 * @param counts numbers of examples, ascending, at most as many as are drawn
 * @returns one row per count. Without examples each estimator answers 0
 */
export function contextErrors(
  { context, query }: Draw,
  counts: readonly number[],
  distribution: Distribution,
  { noise, steps }: Tuning,
): ContextErrors[] {
  const { deviations } = distribution;
  const dimension = deviations.length;
  const inputs = context.map((z) => z.map((value, j) => place(value, j, distribution)));
  const nearest = nearestInputs(
    inputs,
    query.map((value, j) => value * (deviations[j] ?? NaN)),
  );
  const gram = deviations.map(() => new Float64Array(dimension));
  let added = 0;
  return counts.map((count) => {
    if (count === 0) return { ridge: 1, squares: 1, descent: 1, nearest: 1, zero: 1, reach: 0 };
    for (; added < count; added += 1) addOuterProduct(gram, inputs[added] ?? new Float64Array());
    const seen = spectrum(gram, count, distribution);
    const step = stepSize(count, dimension);
    const of = (filter: Filter) => relativeError(filter, seen, distribution, noise);
    return {
      ridge: of(ridge(noise * noise)),
      squares: of(leastSquares),
      descent: of(descent(step, steps)),
      nearest: relativeErrorOfExample(nearest[count - 1]?.distance ?? NaN, distribution, noise),
      zero: 1,
      reach: step * (seen.eigenvalues.at(-1) ?? NaN),
    };
  });
}

/** Coordinate j of an input of the context. */
function place(value: number, j: number, { deviations, held }: Distribution): number {
  return (j < held ? Math.abs(value) : value) * (deviations[j] ?? NaN);
}

/** gram + x xᵀ, in place. */
function addOuterProduct(gram: readonly Float64Array[], x: Float64Array): void {
  gram.forEach((row, i) => {
    for (let j = 0; j < row.length; j += 1) {
      row[j] = (row[j] ?? NaN) + (x[i] ?? NaN) * (x[j] ?? NaN);
    }
  });
}
