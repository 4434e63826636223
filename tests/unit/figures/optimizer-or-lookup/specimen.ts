import { Matrix } from 'ml-matrix';
import type { Values } from '../../../../src/figures/shared/parameter.ts';
import { drawContext } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import type { Distribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import type { Estimator } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import type { LearningCurves } from '../../../../src/figures/optimizer-or-lookup/learning-curve.ts';
import type { parameters } from '../../../../src/figures/optimizer-or-lookup/parameters.ts';
import { spectrum, type Spectrum } from '../../../../src/figures/optimizer-or-lookup/risk.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

export type Chosen = Values<typeof parameters>;

export const shifts: Chosen['shift'][] = ['inputs', 'covariance', 'orthant', 'weights'];

/** Values of the parameters where a test says none. */
export const plain: Chosen = {
  dimension: 6,
  noise: 1,
  steps: 3,
  shift: 'inputs',
  strength: 0.5,
  stored: 3,
  task: 'new',
  seed: 1,
};

/** N inputs, N×d, of standard normal numbers times deviations. */
export function inputsOf(seed: number, examples: number, { deviations }: Distribution): Matrix {
  const { context } = drawContext(seededRandom(seed), examples, deviations.length);
  return new Matrix(
    context.map((z) => Array.from(z, (value, j) => value * (deviations[j] ?? NaN))),
  );
}

export function spectrumOf(inputs: Matrix, distribution: Distribution): Spectrum {
  return spectrum(inputs.transpose().mmul(inputs).to2DArray(), inputs.rows, distribution);
}

export const range = (length: number) => Array.from({ length }, (_, i) => i);

/** The intervals are of 1.96 standard errors; in a few hundred comparisons one can be 4 off. */
export const allowed = 4 / 1.96;

/** The mean of an estimator at the n-th number of examples, and half the width of its interval. */
export function at(curves: LearningCurves, estimator: Estimator, n: number): [number, number] {
  const { means, halfWidths } = curves[estimator];
  return [means[n] ?? NaN, halfWidths[n] ?? NaN];
}

/** The median of descent at the n-th number of examples. */
export function medianOf({ descent }: LearningCurves, n: number): number {
  return descent.medians?.[n] ?? NaN;
}
