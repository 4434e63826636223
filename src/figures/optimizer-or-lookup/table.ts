import type { Random } from '../shared/random.ts';
import { sumOfSquares, type Distribution } from './distribution.ts';

/** A task that is looked up in a table, with standard normal numbers for its weights, its noise and the table. */
export interface TaskDraw {
  /** w/τ, d. */
  readonly task: Float64Array;
  /** ε, one per example. */
  readonly noise: Float64Array;
  /** w^(1), …, w^(M), M×d by rows. */
  readonly stored: Float64Array;
}

/** A table, M×d by rows, and one of its tasks, d. */
export interface StoredTask {
  readonly stored: Float64Array;
  readonly task: Float64Array;
}

/**
 * Tables of M random tasks, with one of the tasks for each prompt. Prompts that share a table are not independent, but
 * an interval takes them to be. So up to 64 tasks each prompt has a table of its own. Larger tables take long to draw:
 * M/64 prompts share one, each with another of its tasks. These are so few that the intervals are nearly as wide as they
 * should be.
 *
 * @param size M, a power of two
 */
export function* drawStoredTasks(
  random: Random,
  dimension: number,
  size: number,
): Generator<StoredTask, never> {
  for (;;) {
    const stored = Float64Array.from({ length: size * dimension }, random.normal);
    for (let m = 0; m < size / 64; m += 1) {
      yield { stored, task: stored.subarray(m * dimension, (m + 1) * dimension) };
    }
  }
}

/** The next task of a stream, with N numbers for its noise: the one of the table, or a new one. */
export function drawTask(
  random: Random,
  examples: number,
  { stored, task }: StoredTask,
  isStored: boolean,
): TaskDraw {
  // Drawn for a stored task too, so that the same inputs follow.
  const fresh = Float64Array.from(task, random.normal);
  return {
    task: isStored ? task : fresh,
    noise: Float64Array.from({ length: examples }, random.normal),
    stored,
  };
}

/**
 * The relative errors of the lookup table after each number of examples, for one task and its noise: expectations
 * over the query.
 *
 * The table answers with the mean of its weights given the examples, where each of its M tasks is as likely before
 * them (“dMMSE”, Raventós et al. 2023, §2):
 *
 * ŵ = Σ_m p_m w^(m) with p_m ∝ exp(−Σ_j (y_j − w^(m)ᵀx_j)² / 2σ²).
 *
 * For a task of the table it is the best of all estimators. With M → ∞ it becomes ridge regression, the mean of w
 * given the examples for Gaussian weights. Without noise it answers with the tasks that fit best.
 *
 * @param prompt with the inputs of the context, N×d
 * @param counts numbers of examples, ascending, at most N
 * @param noiseScale σ
 */
export function tableErrors(
  prompt: TaskDraw & { readonly inputs: readonly Float64Array[] },
  counts: readonly number[],
  { deviations, weightScale }: Distribution,
  noiseScale: number,
): number[] {
  const { task, noise, stored, inputs } = prompt;
  const weights = task.map((value) => value * weightScale);
  const misfits = new Float64Array(stored.length / weights.length);
  const total = weightScale ** 2 * sumOfSquares(deviations);
  let added = 0;
  return counts.map((count) => {
    for (; added < count; added += 1) {
      const input = inputs[added] ?? new Float64Array();
      const output = dot(weights, input, 0) + noiseScale * (noise[added] ?? NaN);
      for (let m = 0; m < misfits.length; m += 1) {
        misfits[m] = (misfits[m] ?? NaN) + (dot(input, stored, m * input.length) - output) ** 2;
      }
    }
    const answer = posteriorMean(stored, misfits, noiseScale);
    return (
      answer.reduce(
        (sum, value, j) => sum + ((deviations[j] ?? NaN) * (value - (weights[j] ?? NaN))) ** 2,
        0,
      ) / total
    );
  });
}

/** Σ_m p_m w^(m), of tasks by rows and the sums of their squared residuals. */
function posteriorMean(stored: Float64Array, misfits: Float64Array, noise: number): Float64Array {
  const least = misfits.reduce((a, b) => Math.min(a, b), Infinity);
  const sum = new Float64Array(stored.length / misfits.length);
  let total = 0;
  misfits.forEach((misfit, m) => {
    // Without noise, 0/0 for the best: all of the rest have no share.
    const exponent = misfit === least ? 0 : (misfit - least) / (2 * noise ** 2);
    // A share below the rounding error needs no exponential.
    if (exponent > 50) return;
    const share = Math.exp(-exponent);
    total += share;
    for (let j = 0; j < sum.length; j += 1) {
      sum[j] = (sum[j] ?? NaN) + share * (stored[m * sum.length + j] ?? NaN);
    }
  });
  return sum.map((value) => value / total);
}

/** aᵀb, with the d numbers of b from a place on. */
function dot(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += (a[j] ?? NaN) * (b[from + j] ?? NaN);
  return sum;
}
