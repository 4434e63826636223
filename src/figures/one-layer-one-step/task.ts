import { dot, type Matrix, type Vector } from '../shared/linear-algebra.ts';
import { seededRandom } from '../shared/random.ts';

/** A linear regression task as it stands in a context: N pairs of input and target, and a query. */
export interface LinearTask {
  /** w, d numbers: the weights that made the targets. */
  readonly teacher: Vector;
  /** Xᵀ, N×d: one input per row. */
  readonly inputs: Matrix;
  /** Y, N numbers: the targets y_i = w x_i + σ ε_i. */
  readonly targets: Vector;
  /** x_{N+1}, d numbers: the input whose target is to be predicted. */
  readonly query: Vector;
}

/** How a task is drawn. */
export interface TaskChoice {
  /** N, at least 1. */
  readonly pairs: number;
  /** d, at least 1. */
  readonly dimension: number;
  /** σ, at least 0: the standard deviation of the targets about w x. */
  readonly noise: number;
  /** An integer. */
  readonly seed: number;
}

/**
 * A task of von Oswald et al. (2023), §3: w ~ N(0, I), inputs and query uniform on [−1, 1]^d. Their
 * targets are exact; here Gaussian noise of standard deviation σ is added, none at σ = 0.
 *
 * A longer context begins with the pairs of a shorter one, and the noise changes the targets alone.
 *
 * @throws RangeError if pairs or dimension are not positive integers, the noise is negative or not
 * finite, or the seed is not an integer
 */
export function randomTask({ pairs, dimension, noise, seed }: TaskChoice): LinearTask {
  for (const count of [pairs, dimension]) {
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(`A task has whole numbers of pairs and dimensions, not ${count}.`);
    }
  }
  if (!(noise >= 0 && noise < Infinity)) {
    throw new RangeError(`Noise has a standard deviation of at least 0, not ${noise}.`);
  }
  const { uniform, normal } = seededRandom(seed);
  const input = () => Array.from({ length: dimension }, () => 2 * uniform() - 1);

  const teacher = Array.from({ length: dimension }, normal);
  const query = input();
  const drawn = Array.from({ length: pairs }, () => ({ input: input(), error: normal() }));
  return {
    teacher,
    inputs: drawn.map((pair) => pair.input),
    targets: drawn.map((pair) => dot(teacher, pair.input) + noise * pair.error),
    query,
  };
}
