import { decomposeSymmetric } from '../shared/symmetric-eigen.ts';
import type { Steps } from './construction.ts';
import type { Prompt } from './prompt.ts';

/** Steps with the error that they leave: E (ŷ − y)² / E y². */
interface Tuned {
  steps: Steps;
  error: number;
}

/** How often each step size in turn is set to its best value. */
const rounds = 200;

/**
 * The K steps from 0 of least error for a new query, for inputs ~ N(0, I): plain ones with γ = 0, and those of GD++ of
 * von Oswald et al. (2023), App. A.10, who tune them too. A step of GD++ also turns each eigenvalue a of Σ x_i x_iᵀ
 * into a (1 − γ a)². After all steps, the share Π_k (1 − η_k a_k / N) of w is left along its eigenvector, so that
 * E (ŷ − y)² / E y² is the mean of the square of that share. It is taken over the eigenvalues of these prompts.
 *
 * @param count K
 * @param pairs N
 */
export function tuneSteps(
  prompts: readonly Prompt[],
  count: number,
  pairs: number,
): Record<'plain' | 'plusPlus', Steps> {
  const eigenvalues = prompts.flatMap(listEigenvalues);
  const tune = (contraction: number) => tuneStepSizes(contraction, eigenvalues, count, pairs);
  const plain = tune(0);
  // The error is searched on a grid of γ, then on finer ones around the best value.
  let [from, to, best] = [0, 0.1, plain];
  for (let round = 0; round < 4; round += 1) {
    const width = (to - from) / 10;
    for (let n = 0; n <= 10; n += 1) {
      const tried = tune(from + n * width);
      if (tried.error < best.error) best = tried;
    }
    [from, to] = [best.steps.contraction - width, best.steps.contraction + width];
  }
  return { plain: plain.steps, plusPlus: best.steps };
}

/** η_1, …, η_K for one γ, each in turn at its least error, which is a parabola in it. */
function tuneStepSizes(
  contraction: number,
  eigenvalues: readonly number[],
  count: number,
  pairs: number,
): Tuned {
  const spectra = eigenvalues.map((value) => followEigenvalue(value, contraction, count, pairs));
  const stepSizes = Array.from({ length: count }, (_, step) => 0.5 + 0.3 * step);
  const left = (spectrum: readonly number[], without?: number) =>
    spectrum.reduce(
      (share, a, step) => (step === without ? share : share * (1 - Number(stepSizes[step]) * a)),
      1,
    );
  for (let round = 0; round < rounds; round += 1)
    for (let step = 0; step < count; step += 1) {
      let [above, below] = [0, 0];
      for (const spectrum of spectra) {
        const share = left(spectrum, step);
        const a = Number(spectrum[step]);
        above += share * share * a;
        below += share * share * a * a;
      }
      stepSizes[step] = above / below;
    }
  const error =
    spectra.reduce((sum, spectrum) => {
      const share = left(spectrum);
      return sum + share * share;
    }, 0) / spectra.length;
  return { steps: { stepSizes, contraction }, error };
}

/** a_k / N before each step. */
function followEigenvalue(value: number, contraction: number, count: number, pairs: number) {
  let a = value;
  return Array.from({ length: count }, () => {
    const before = a / pairs;
    const factor = 1 - contraction * a;
    a *= factor * factor;
    return before;
  });
}

/** The d eigenvalues of Σ x_i x_iᵀ, the upper left d×d part of the sum over the pairs. */
function listEigenvalues({ gram, query }: Prompt): readonly number[] {
  const size = query.length;
  const rows = Array.from({ length: size - 1 }, (_, i) =>
    gram.slice(i * size, i * size + size - 1),
  );
  return decomposeSymmetric(rows).values;
}
