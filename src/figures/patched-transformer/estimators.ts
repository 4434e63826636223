import { dot } from '../shared/linear-algebra.ts';
import { bestStepSize } from '../optimizer-or-lookup/step-size.ts';
import type { Prompt, Regression } from './prompt.ts';

/**
 * The answer of the lookup table (“dMMSE”, Raventós et al. 2023, §2): Σ_m p_m w^(m)ᵀ x with
 * p_m ∝ exp(−Σ_j (y_j − w^(m)ᵀ x_j)² / 2σ²).
 *
 * @param stored w^(1), …, w^(M)
 */
export function answerByTable(
  { inputs, outputs, query }: Prompt,
  stored: readonly (readonly number[])[],
  noise: number,
): number {
  const misfits = stored.map((task) =>
    sum(inputs.map((input, i) => (Number(outputs[i]) - dot(task, input)) ** 2)),
  );
  const least = Math.min(...misfits);
  const shares = misfits.map((misfit) => Math.exp((least - misfit) / (2 * noise ** 2)));
  return sum(shares.map((share, m) => share * dot(stored[m] ?? [], query))) / sum(shares);
}

/**
 * The answer of ridge regression, xᵀ (XᵀX + σ² I)⁻¹ Xᵀ y in two dimensions: the best for w ~ N(0, I) (Raventós et al.
 * 2023, §2).
 */
export function answerByRidge({ inputs, outputs, query }: Prompt, noise: number): number {
  const { a, b, c, e, f } = summarizePairs(inputs, outputs);
  const [p, q] = [a + noise ** 2, c + noise ** 2];
  const determinant = p * q - b * b;
  return dot(query, [(q * e - b * f) / determinant, (p * f - b * e) / determinant]);
}

/** The answer after some steps of gradient descent from 0 on ½ Σ (wᵀ x_i − y_i)², of this size. */
export function answerByDescent(
  { inputs, outputs, query }: Prompt,
  { steps, stepSize }: { steps: number; stepSize: number },
): number {
  const { a, b, c, e, f } = summarizePairs(inputs, outputs);
  let [u, v] = [0, 0];
  for (let step = 0; step < steps; step += 1)
    [u, v] = [u - stepSize * (a * u + b * v - e), v - stepSize * (b * u + c * v - f)];
  return dot(query, [u, v]);
}

/** As many steps of descent as the transformers have layers, of the size with the least expected error in training. */
export function tuneDescent({ pairs, dimension, noise }: Regression, steps: number) {
  return { steps, stepSize: bestStepSize(pairs, dimension, { noise, steps }) };
}

/** The largest eigenvalue of XᵀX in two dimensions: descent of step size η diverges where it is above 2/η (Goh, 2017). */
export function largestCurvature({ inputs }: Pick<Prompt, 'inputs'>): number {
  const { a, b, c } = summarizePairs(inputs, []);
  return (a + c + Math.sqrt((a - c) ** 2 + 4 * b * b)) / 2;
}

/** XᵀX = (a b; b c) and Xᵀy = (e f). */
function summarizePairs(inputs: Prompt['inputs'], outputs: readonly number[]) {
  let [a, b, c, e, f] = [0, 0, 0, 0, 0];
  inputs.forEach(([x = NaN, z = NaN], i) => {
    const y = Number(outputs[i]);
    [a, b, c] = [a + x * x, b + x * z, c + z * z];
    [e, f] = [e + x * y, f + z * y];
  });
  return { a, b, c, e, f };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
