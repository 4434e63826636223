/** A number of steps of gradient descent, and the noise for which their size is tuned. */
export interface DescentSetting {
  /** σ. */
  readonly noise: number;
  /** k. */
  readonly steps: number;
}

/** Descent with a step size η for each number of examples. */
export interface TunedDescent extends DescentSetting {
  readonly stepSizes: readonly number[];
}

/** Descent with the best step sizes after these numbers of examples; without examples there is no step. */
export function tuneDescent(
  counts: readonly number[],
  dimension: number,
  { noise, steps }: DescentSetting,
): TunedDescent {
  const stepSizes = counts.map((count) =>
    count === 0 ? 0 : bestStepSize(count, dimension, { noise, steps }),
  );
  return { noise, steps, stepSizes };
}

/**
 * The step size η of least expected error of k steps of gradient descent from 0 on ½‖Xw − y‖², over N inputs and
 * weights of standard normal numbers and noise σ. With S = XᵀX and g(s) = 1 − (1 − ηs)^k, that error is
 *
 * R(η) = E tr[(I − ηS)^2k + σ² S⁻¹ g(S)²]/d
 *
 * in each dimension: a polynomial in η whose coefficients are moments of S. For one step it is
 * 1 − 2ηN + η²N(N + d + 1 + σ²), least at η = 1/(N + d + 1 + σ²). Von Oswald et al. (2023), §3, also tune one step
 * size for all tasks.
 *
 * It depends on the distribution alone: like the weights of a trained layer, it does not change with the inputs.
 *
 * @param examples N, at least 1
 * @param dimension d
 * @returns η, in the unit of 1/S. On the mean loss of von Oswald et al., it is N times that
 */
export function bestStepSize(
  examples: number,
  dimension: number,
  { noise, steps }: DescentSetting,
): number {
  const moments = gramMoments(examples, dimension, 2 * steps);
  // R(η) is the sum of these times (−η)^j.
  const coefficients = moments.map((moment, j) => {
    const [once, twice] = [binomial(steps, j), binomial(2 * steps, j)];
    return twice * moment + noise ** 2 * (twice - 2 * once) * (moments[j - 1] ?? 0);
  });
  const slope = (step: number) =>
    coefficients.slice(1).reduceRight((sum, value, i) => -(i + 1) * value - step * sum, 0);

  // R falls from η = 0 to its only minimum, and rises before 2/(N + d + 1), where one step is no better than none.
  let [low, high] = [0, 2 / (examples + dimension + 1)];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The moments E tr(Sʲ)/d of S = XᵀX, for N×d standard normal numbers X and j from 0 to `order`.
 *
 * Rotations from both sides make X bidiagonal, with independent entries χ of N, d − 1, N − 1, d − 2, … degrees of
 * freedom (Dumitriu and Edelman 2002, “Matrix models for beta ensembles”). They leave the first unit vector e₁ as it is,
 * so E tr(Sʲ)/d = E e₁ᵀSʲe₁ is a sum over the paths of j steps up and j down from the ground. A path with c_i steps up
 * along entry i contributes the product of the moments E χ_i^(2c_i). There are C(c_i + c_(i+1) − 1, c_(i+1)) ways to
 * place the steps of one entry among those of the entry below. No term is negative, so none cancels another.
 */
export function gramMoments(examples: number, dimension: number, order: number): number[] {
  const moments = [1, ...Array<number>(order).fill(0)];
  const noPaths = () => moments.map(() => new Float64Array(order + 1));
  // By c_i, and by the number of steps up so far; there is one way to begin, as after one step.
  let paths = noPaths();
  paths[1]?.fill(1, 0, 1);
  for (let entry = 0; entry < order; entry += 1) {
    const freedom = entry % 2 === 0 ? examples - entry / 2 : dimension - (entry + 1) / 2;
    if (freedom <= 0) break;
    const next = noPaths();
    paths.forEach((row, before) => {
      row.forEach((ways, up) => {
        let weight = ways;
        for (let more = 1; weight > 0 && up + more <= order; more += 1) {
          weight *= ((before + more - 1) / more) * (freedom + 2 * (more - 1));
          const target = next[more];
          if (target !== undefined) target[up + more] = (target[up + more] ?? 0) + weight;
          moments[up + more] = (moments[up + more] ?? 0) + weight;
        }
      });
    });
    paths = next;
  }
  return moments;
}

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i += 1) ways *= (n - i) / (i + 1);
  return ways;
}
