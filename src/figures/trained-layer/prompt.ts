import type { Random } from '../shared/random.ts';

/** A distribution of regression tasks. */
export interface TaskDistribution {
  /** N, at least 1. */
  readonly pairs: number;
  /** λ_1, …, λ_d: the variances of the entries of an input. */
  readonly variances: readonly number[];
}

/** A prompt as a stack of layers of linear attention reads it. */
export interface Prompt {
  /** Σ_i e_i e_iᵀ over the tokens e_i = (x_i, y_i) of the N pairs, (d+1)×(d+1) by rows. */
  readonly gram: readonly number[];
  /** The token of the query, (x_{N+1}, 0): d + 1 numbers. */
  readonly query: readonly number[];
  /** wᵀ x_{N+1}. */
  readonly target: number;
}

/**
 * Draws a prompt with a task of its own, without noise: w ~ N(0, I), inputs ~ N(0, diag λ), y = wᵀ x, as in
 * Ahn et al. (2023), §2 and Theorem 1. Layers see the pairs through sums over all of them alone, so these are kept
 * in place of the pairs.
 */
export function drawPrompt(random: Random, { pairs, variances }: TaskDistribution): Prompt {
  const weights = variances.map(() => random.normal());
  const deviations = variances.map(Math.sqrt);
  const drawToken = (): number[] => {
    const input = deviations.map((deviation) => deviation * random.normal());
    return [...input, input.reduce((sum, x, n) => sum + x * Number(weights[n]), 0)];
  };
  const size = variances.length + 1;
  const gram = Array<number>(size * size).fill(0);
  for (let pair = 0; pair < pairs; pair += 1) {
    const token = drawToken();
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        gram[i * size + j] = Number(gram[i * size + j]) + Number(token[i]) * Number(token[j]);
  }
  const query = drawToken();
  const target = Number(query.pop());
  return { gram, query: [...query, 0], target };
}
