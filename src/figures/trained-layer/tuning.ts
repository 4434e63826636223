import type { Steps } from './construction.ts';
import type { Prompt } from './prompt.ts';
import { multiply } from './square.ts';

/** Coefficients, from that of a⁰ on. */
type Polynomial = readonly number[];

/**
 * The two steps from 0 of least error for a new query, for inputs ~ N(0, I): plain ones with γ = 0, and those of GD++ of
 * von Oswald et al. (2023), App. A.10, who tune them too. After both, Σ x_i x_iᵀ = A leaves the share
 * p(A) = (1 − η₁ A/N)(1 − η₂ A/N (1 − γ A)²) of w, so that E (ŷ − y)² / E y² = 1/d E tr p(A)². The expectation is the
 * mean over these prompts.
 *
 * @param pairs N
 */
export function tuneTwoSteps(
  prompts: readonly Prompt[],
  pairs: number,
): Record<'plain' | 'plusPlus', Steps> {
  const moments = measureMoments(prompts);
  const tune = (contraction: number) => tuneStepSizes(contraction, moments, pairs);
  // The error is searched on a grid of γ, then twelve times on a finer one around the best value.
  let [from, to, best] = [0, 0.1, tune(0)];
  for (let round = 0; round < 12; round += 1) {
    const width = (to - from) / 20;
    for (let n = 0; n <= 20; n += 1) {
      const tried = tune(from + n * width);
      if (tried.error < best.error) best = tried;
    }
    [from, to] = [best.steps.contraction - width, best.steps.contraction + width];
  }
  return { plain: tune(0).steps, plusPlus: best.steps };
}

/** η₁ and η₂ for one γ, each in turn at its least error, which is a parabola in it. */
function tuneStepSizes(contraction: number, moments: readonly number[], pairs: number) {
  const inner = (f: Polynomial, g: Polynomial) =>
    times(f, g).reduce((sum, value, n) => sum + value * Number(moments[n]), 0);
  const shrink = [1, -contraction];
  // The factors of η₁ and η₂.
  const first: Polynomial = [0, 1 / pairs];
  const second = times(first, times(shrink, shrink));
  const left = (stepSize: number, step: Polynomial) => [
    1,
    ...step.slice(1).map((value) => -stepSize * value),
  ];
  let [one, two] = [1, 0.5];
  for (let round = 0; round < 200; round += 1) {
    const afterTwo = left(two, second);
    const byFirst = times(first, afterTwo);
    one = inner(afterTwo, byFirst) / inner(byFirst, byFirst);
    const afterOne = left(one, first);
    const bySecond = times(second, afterOne);
    two = inner(afterOne, bySecond) / inner(bySecond, bySecond);
  }
  const rest = times(left(one, first), left(two, second));
  return { steps: { stepSizes: [one, two], contraction }, error: inner(rest, rest) };
}

/** 1/d tr A^k for k from 0 to 8, as means over prompts: A is the upper left d×d part of the sum over their pairs. */
function measureMoments(prompts: readonly Prompt[]): number[] {
  const sums = Array<number>(9).fill(0);
  for (const { gram, query } of prompts) {
    const d = query.length - 1;
    const A = gram.filter((_, place) => place % (d + 1) < d).slice(0, d * d);
    let power: number[] = A.map((_, place) => (place % (d + 1) === 0 ? 1 : 0));
    for (let k = 0; k <= 8; k += 1) {
      for (let n = 0; n < d; n += 1) sums[k] = Number(sums[k]) + Number(power[n * (d + 1)]) / d;
      power = multiply(power, A, d);
    }
  }
  return sums.map((sum) => sum / prompts.length);
}

function times(f: Polynomial, g: Polynomial): number[] {
  const product = Array<number>(f.length + g.length - 1).fill(0);
  f.forEach((a, i) => {
    g.forEach((b, j) => (product[i + j] = Number(product[i + j]) + a * b));
  });
  return product;
}
