import type { Random } from '../shared/random.ts';
import type { Distribution } from './distribution.ts';
import { descent, leastSquares, ridge, type Estimator, type Filter } from './estimators.ts';
import { nearestNeighbours } from './neighbours.ts';
import { relativeError, relativeErrorOfNeighbours, spectrum } from './risk.ts';
import type { TunedDescent } from './step-size.ts';

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

/** The inputs of a context from a distribution, N×d. */
export function placeInputs({ context }: Draw, { deviations, held }: Distribution): Float64Array[] {
  return context.map((z) =>
    z.map((value, j) => (j < held ? Math.abs(value) : value) * (deviations[j] ?? NaN)),
  );
}

/** The relative error of each estimator but the table in a context, and the reach of a step of descent. */
export interface ContextErrors extends Record<Exclude<Estimator, 'table'>, number> {
  /** η λ_max, with the largest eigenvalue of XᵀX: descent diverges beyond 2. */
  reach: number;
}

/**
 * The relative errors of the estimators after each number of examples, given one draw: expectations over
 * w and the noise, and over the query as well but for those of the nearest neighbours.
 *
 * @param counts numbers of examples, ascending, at most as many as are drawn
 * @param tuned with a step size for each of `counts`, and σ; τ is 1, so the penalty that ridge is given is σ²
 * @returns one row per count. Without examples each estimator answers 0
 */
export function contextErrors(
  draw: Draw,
  counts: readonly number[],
  distribution: Distribution,
  { noise, steps, stepSizes }: TunedDescent,
): ContextErrors[] {
  const { deviations } = distribution;
  const inputs = placeInputs(draw, distribution);
  const query = draw.query.map((value, j) => value * (deviations[j] ?? NaN));
  const nearest = nearestNeighbours(inputs, query);
  const gram = deviations.map(() => new Float64Array(deviations.length));
  let added = 0;
  return counts.map((count, n) => {
    const neighbours = nearest[count - 1];
    if (neighbours === undefined) return unanswered;
    for (; added < count; added += 1) addOuterProduct(gram, inputs[added] ?? new Float64Array());
    const seen = spectrum(gram, count, distribution);
    const stepSize = stepSizes[n] ?? NaN;
    const of = (filter: Filter) => relativeError(filter, seen, distribution, noise);
    return {
      ridge: of(ridge(noise * noise)),
      squares: of(leastSquares),
      descent: of(descent(stepSize, steps)),
      nearest: relativeErrorOfNeighbours(neighbours, distribution, noise),
      zero: 1,
      reach: stepSize * (seen.eigenvalues.at(-1) ?? NaN),
    };
  });
}

/** The errors without examples. */
const unanswered: ContextErrors = {
  ridge: 1,
  squares: 1,
  descent: 1,
  nearest: 1,
  zero: 1,
  reach: 0,
};

/** gram + x xᵀ, in place. */
function addOuterProduct(gram: readonly Float64Array[], x: Float64Array): void {
  gram.forEach((row, i) => {
    for (let j = 0; j < row.length; j += 1) {
      row[j] = (row[j] ?? NaN) + (x[i] ?? NaN) * (x[j] ?? NaN);
    }
  });
}
