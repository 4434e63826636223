import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contextErrors, drawContext } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import { refine } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { shiftedDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import {
  addErrors,
  emptySums,
  learningCurves,
} from '../../../../src/figures/optimizer-or-lookup/learning-curve.ts';
import { descentTail, median } from '../../../../src/figures/optimizer-or-lookup/tail.ts';
import { descent } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import {
  bestStepSize,
  tuneDescent,
} from '../../../../src/figures/optimizer-or-lookup/step-size.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { medianOf, plain, range, type Chosen } from './specimen.ts';

describe('the tail of descent', () => {
  /**
   * The shares of the mean and of the variance of the error that the hundredth with the largest s carries, for
   * the s ~ a² χ²_2 of one example in two dimensions: integrals, no samples.
   */
  function sharesInTheory(values: Chosen): [number, number] {
    const squared = 16 ** values.strength;
    const filter = descent(bestStepSize(1, 2, values), values.steps);
    let [mass, mean, square, tailMean, tailSquare] = [0, 0, 0, 0, 0];
    for (const i of range(10_000)) {
      const chi = (i + 0.5) / 50;
      const weight = Math.exp(-chi / 2) / 100;
      const g = filter(squared * chi);
      // One direction of the two is never seen.
      const error = (1 + (1 - g) ** 2 + g ** 2 / (squared * chi)) / 2;
      if (weight < 0.01 / 100) {
        tailMean += weight * error;
        tailSquare += weight * error ** 2;
      } else {
        mass += weight;
        mean += weight * error;
        square += weight * error ** 2;
      }
    }
    const variance = square - mean ** 2 / mass;
    return [tailMean / (tailMean + mean), tailSquare / (tailSquare + variance)];
  }

  test('is told right from contexts that lack it, against the integral', () => {
    const told = new Set<string>();
    for (const steps of [1, 2, 3, 12]) {
      for (const strength of [0, 0.3, 0.6, 1]) {
        const values = { ...plain, dimension: 2, steps, strength };
        const distribution = shiftedDistribution(values);
        const [mean, variance] = sharesInTheory(values);
        for (const seed of [1, 2, 3]) {
          const random = seededRandom(seed);
          const tuned = tuneDescent([1], 2, values);
          const rows = range(256).flatMap(() =>
            contextErrors(drawContext(random, 1, 2), [1], distribution, tuned),
          );
          const errors = rows.map(({ descent }) => descent);
          const reaches = rows.map(({ reach }) => reach);
          const tail = descentTail(
            { errors, reaches },
            tuned.stepSizes[0] ?? NaN,
            distribution,
            tuned,
          );
          const where = `${steps} steps, strength ${strength}: ${mean}, ${variance}, ${tail}`;
          if (mean > 0.35) assert.equal(tail, 'no mean', where);
          if (mean < 0.1) assert.notEqual(tail, 'no mean', where);
          if (variance > 0.9) assert.notEqual(tail, 'light', where);
          if (variance < 0.4) assert.equal(tail, 'light', where);
          told.add(tail);
        }
      }
    }
    assert.equal(told.size, 3);
  });

  test('is of no mean where no sample of a thousand would tell it, with any seed', () => {
    for (const values of [
      { ...plain, dimension: 2, strength: 1, steps: 12, noise: 0 },
      ...range(5).map((i) => ({
        ...plain,
        shift: 'covariance' as const,
        strength: 0.5,
        steps: 12,
        seed: i + 1,
      })),
    ]) {
      const [, value] = refine(values);
      assert.ok(value !== undefined);
      value.counts.slice(1).forEach((count, n) => {
        assert.ok(Number.isNaN(value.shifted.descent.means[n + 1]), `after ${count}`);
        assert.ok(Number.isNaN(value.shifted.descent.halfWidths[n + 1]));
        assert.ok(medianOf(value.shifted, n + 1) > 0);
      });
    }
  });

  test('has bands in distribution, and where one step errs much but everywhere', () => {
    const [, , value] = refine({ ...plain, steps: 1, strength: 0 });
    assert.ok(value?.training.descent.halfWidths.every(Number.isFinite));
    const [first, second] = refine({
      ...plain,
      dimension: 20,
      steps: 1,
      shift: 'orthant',
      strength: 1,
    });
    assert.ok(first?.shifted.descent.halfWidths.every(Number.isNaN), 'eight contexts are too few');
    assert.ok(second !== undefined && second.overshooting > 0.9);
    assert.ok(second.shifted.descent.means.every(Number.isFinite));
  });

  test('where a band is drawn, it holds the mean at least 85 times in 100', () => {
    const [trials, contexts] = [32, 192];
    let [drawn, holding] = [0, 0];
    for (const [dimension, strength, steps] of [
      [2, 0, 1],
      [2, 0.3, 2],
      [2, 0.6, 2],
      [2, 1, 12],
      [3, 0, 2],
      [3, 0.4, 3],
      [3, 0.6, 2],
      [3, 1, 1],
    ] as const) {
      const values = { ...plain, dimension, strength, steps };
      const distribution = shiftedDistribution(values);
      const counts = [1, dimension, 3 * dimension];
      const tuned = tuneDescent(counts, dimension, values);
      const random = seededRandom(dimension + steps);
      const total = counts.map(() => 0);
      const curves = range(trials).map(() => {
        const sums = emptySums(counts);
        for (let context = 0; context < contexts; context += 1) {
          const draw = drawContext(random, 3 * dimension, dimension);
          const errors = contextErrors(draw, counts, distribution, tuned);
          addErrors(sums, errors, []);
          errors.forEach(({ descent }, n) => (total[n] = (total[n] ?? NaN) + descent));
        }
        return learningCurves(sums, counts, distribution, tuned).descent;
      });
      counts.forEach((_, n) => {
        const mean = (total[n] ?? NaN) / trials / contexts;
        for (const { means, halfWidths } of curves) {
          const half = halfWidths[n] ?? NaN;
          if (Number.isNaN(half)) continue;
          drawn += 1;
          if (Math.abs((means[n] ?? NaN) - mean) <= half) holding += 1;
        }
      });
    }
    assert.ok(drawn > 150, `only ${drawn} are drawn`);
    assert.ok(holding / drawn > 0.85, `${holding} of ${drawn}`);
  });

  test('the median is the middle', () => {
    assert.equal(median([5, 1, 9]), 5);
    assert.equal(median([5, 1, 9, 10]), 5);
  });
});
