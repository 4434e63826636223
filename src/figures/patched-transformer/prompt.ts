import { dot } from '../shared/linear-algebra.ts';
import type { Random } from '../shared/random.ts';

/** A distribution of prompts for in-context regression: d, N and σ. */
export interface Regression {
  readonly dimension: number;
  readonly pairs: number;
  /** The standard deviation of the noise of the outputs. */
  readonly noise: number;
}

export interface Prompt {
  /** N × d by rows. */
  readonly inputs: readonly (readonly number[])[];
  /** wᵀ x_i + ε_i. */
  readonly outputs: readonly number[];
  readonly query: readonly number[];
  /** w. */
  readonly task: readonly number[];
  /** wᵀ x_{N+1}. */
  readonly target: number;
}

const draw = (random: Random, length: number) => Array.from({ length }, random.normal);

/** M tasks w ~ N(0, I). */
export function drawTasks(random: Random, count: number, dimension: number): number[][] {
  return Array.from({ length: count }, () => draw(random, dimension));
}

/** A prompt of a task: x ~ N(0, I) and y = wᵀ x + ε with ε ~ N(0, σ²), as in Raventós et al. (2023), §2. */
export function drawPrompt(
  random: Random,
  { dimension, pairs, noise }: Regression,
  task: readonly number[],
): Prompt {
  const inputs = Array.from({ length: pairs }, () => draw(random, dimension));
  const outputs = inputs.map((input) => dot(task, input) + noise * random.normal());
  const query = draw(random, dimension);
  return { inputs, outputs, query, task, target: dot(task, query) };
}

/** Its tokens by rows: (x_i, y_i, 1, 0) for each pair, and (x_{N+1}, 0, 0, 1) for the query. */
export function writeTokens({
  inputs,
  outputs,
  query,
}: Pick<Prompt, 'inputs' | 'outputs' | 'query'>): Float64Array {
  const rows = inputs.map((input, index) => [...input, Number(outputs[index]), 1, 0]);
  return Float64Array.from([...rows, [...query, 0, 0, 1]].flat());
}
