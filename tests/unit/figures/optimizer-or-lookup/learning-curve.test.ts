import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contextErrors, drawContext } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import { compute, refine } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { trainingDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { descent, estimators } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import { squaresTail } from '../../../../src/figures/optimizer-or-lookup/learning-curve.ts';
import { emptyMean, halfWidth, include } from '../../../../src/figures/optimizer-or-lookup/mean.ts';
import {
  bestStepSize,
  tuneDescent,
} from '../../../../src/figures/optimizer-or-lookup/step-size.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { allowed, at, plain, range, shifts, type Chosen } from './specimen.ts';

/**
 * E of the relative error of least squares for x ~ N(0, I), w ~ N(0, I) and a query without noise. For
 * N > d + 1 it is σ² E tr (XᵀX)⁻¹ / d = σ²/(N − d − 1), the mean of an inverse Wishart matrix being
 * I/(N − d − 1) (Mardia, Kent and Bibby 1979, “Multivariate Analysis”, §3.8). For N < d − 1 the null
 * space adds 1 − N/d, and (XXᵀ)⁻¹, N×N with d degrees of freedom, has the trace N/(d − N − 1).
 */
function squaresInTheory(examples: number, dimension: number, noise: number): number {
  return examples > dimension + 1
    ? noise ** 2 / (examples - dimension - 1)
    : 1 - examples / dimension + (noise ** 2 * examples) / (dimension * (dimension - examples - 1));
}

const resultOf = (values: Chosen) => ({ ...values, ...compute(values) });
const six = resultOf(plain);
const eight = resultOf({ ...plain, dimension: 8, noise: 0.3, seed: 2, shift: 'covariance' });
const three = resultOf({ ...plain, dimension: 3, noise: 2, seed: 3, steps: 12, shift: 'weights' });
const results = [six, eight, three];

describe('least squares in distribution', () => {
  test('is σ²/(N − d − 1), and with fewer examples 1 − N/d and its noise', () => {
    let compared = 0;
    for (const { dimension, noise, counts, training } of results) {
      counts.forEach((count, n) => {
        if (squaresTail(count, dimension) !== 'light') return;
        const [mean, half] = at(training, 'squares', n);
        const expected = squaresInTheory(count, dimension, noise);
        const message = `d = ${dimension}, N = ${count}: ${mean} ± ${half}, not ${expected}`;
        assert.ok(Math.abs(mean - expected) <= allowed * half + 1e-12, message);
        compared += 1;
      });
    }
    assert.ok(compared > 20, `only ${compared} are compared`);
  });

  test('is the same for inputs of another covariance with as many examples', () => {
    eight.counts.forEach((count, n) => {
      if (count < 8 + 4) return;
      const [mean, half] = at(eight.shifted, 'squares', n);
      assert.ok(Math.abs(mean - squaresInTheory(count, 8, 0.3)) <= allowed * half);
    });
  });

  test('peaks at N = d: the mean is infinite there and beside it, and nowhere else', () => {
    for (const { dimension, counts, training } of results) {
      const infinite = counts.filter((_, n) => training.squares.means[n] === Infinity);
      assert.deepEqual(infinite, [dimension - 1, dimension, dimension + 1]);
    }
  });

  test('has no interval where it has no variance', () => {
    assert.deepEqual(
      range(12).map((count) => squaresTail(count, 6)),
      [
        ...['light', 'light', 'light', 'no variance', 'no variance'],
        ...['no mean', 'no mean', 'no mean', 'no variance', 'no variance', 'light', 'light'],
      ],
    );
    assert.equal(squaresTail(0, 2), 'light', 'without examples nothing is random');
    six.counts.forEach((count, n) => {
      const [, half] = at(six.training, 'squares', n);
      assert.equal(Number.isFinite(half), squaresTail(count, 6) === 'light');
    });
  });

  test('the tails about N = d are as heavy as they are said to be', () => {
    // P(error > t) ∝ t^(−(|N − d| + 1)/2): at N = d four times as large an error is half as frequent,
    // one example off a quarter as frequent, and two off an eighth.
    const training = trainingDistribution(3);
    const random = seededRandom(1);
    const counts = [1, 2, 3, 4, 5];
    const tuned = tuneDescent(counts, 3, plain);
    const rows = range(20_000).map(() =>
      contextErrors(drawContext(random, 5, 3), counts, training, tuned),
    );
    counts.forEach((count, n) => {
      const errors = rows.map((row) => row[n]?.squares ?? NaN);
      const above = (bound: number) => errors.filter((error) => error > bound).length;
      const [bound, off] = [[30, 10, 3][Math.abs(count - 3)] ?? NaN, Math.abs(count - 3)];
      const [ratio, expected] = [above(4 * bound) / above(bound), 2 ** -(off + 1)];
      assert.ok(Math.abs(ratio / expected - 1) < 0.3, `N = ${count}: ${ratio}, not ${expected}`);
    });
  });

  test('without noise it is exact from N = d on, under every shift', () => {
    for (const shift of shifts) {
      const [, value] = refine({ ...plain, noise: 0, shift, strength: 1 });
      assert.ok(value !== undefined);
      value.counts.forEach((count, n) => {
        for (const curves of [value.training, value.shifted]) {
          const [mean, half] = at(curves, 'squares', n);
          assert.equal(mean < 1e-12, count >= 6, `${shift}: ${mean} after ${count}`);
          assert.ok(Number.isFinite(half));
        }
      });
    }
  });
});

describe('in distribution', () => {
  test('no estimator is better than ridge, at any number of examples', () => {
    for (const { counts, training } of results) {
      counts.forEach((count, n) => {
        const [ridge, half] = at(training, 'ridge', n);
        for (const estimator of estimators) {
          const [other, otherHalf] = at(training, estimator, n);
          // Ridge is best in each context, except by chance: the neighbours draw a query, the table draws a task.
          const isDrawn = estimator === 'nearest' || estimator === 'table';
          const slack = isDrawn ? allowed * Math.hypot(half, otherHalf) : 1e-12;
          assert.ok(ridge <= other + slack, `${estimator} after ${count}: ${other} < ${ridge}`);
        }
      });
    }
  });

  test('answering zero has the error 1, and so has every answer without examples but that of the table', () => {
    for (const { counts, training, shifted } of results) {
      for (const curves of [training, shifted]) {
        counts.forEach((_, n) => assert.deepEqual(at(curves, 'zero', n), [1, 0]));
        for (const estimator of estimators) {
          if (estimator !== 'table') assert.deepEqual(at(curves, estimator, 0), [1, 0]);
        }
      }
    }
  });

  test('with one example, the only neighbour is 2 + σ²/d off', () => {
    for (const { dimension, noise, training } of results) {
      const [mean, half] = at(training, 'nearest', 1);
      assert.ok(Math.abs(mean - 2 - noise ** 2 / dimension) <= allowed * half);
    }
  });
});

describe('descent in distribution', () => {
  /** E f(s) for s ~ χ²_2, whose density is ½ e^(−s/2): by the midpoint rule. */
  const expect = (f: (s: number) => number) =>
    range(30_000).reduce((sum, i) => {
      const s = (i + 0.5) / 100;
      return sum + (f(s) * Math.exp(-s / 2)) / 200;
    }, 0);

  test('has the mean of theory after one example, the only eigenvalue being χ²', () => {
    for (const steps of [1, 4, 12]) {
      const values = { ...plain, dimension: 2, steps };
      const { training } = compute(values);
      const filter = descent(bestStepSize(1, 2, values), steps);
      const expected = (1 + expect((s) => (1 - filter(s)) ** 2 + filter(s) ** 2 / s)) / 2;
      const [mean, half] = at(training, 'descent', 1);
      // Of more than one step, rare contexts rule the variance, and there is no interval.
      assert.equal(Number.isNaN(half), steps > 1);
      const slack = steps > 1 ? 0.02 : allowed * half;
      assert.ok(Math.abs(mean - expected) <= slack, `${mean} ± ${half}, not ${expected}`);
    }
  });
});

describe('intervals', () => {
  test('hold the mean that is known about 95 times in 100', () => {
    const training = trainingDistribution(2);
    const expected = squaresInTheory(12, 2, 1);
    const trials = 250;
    const tuned = tuneDescent([12], 2, plain);
    const holding = range(trials).filter((seed) => {
      const random = seededRandom(seed);
      const running = emptyMean();
      for (let context = 0; context < 64; context += 1) {
        const [errors] = contextErrors(drawContext(random, 12, 2), [12], training, tuned);
        include(running, errors?.squares ?? NaN);
      }
      return Math.abs(running.mean - expected) <= halfWidth(running);
    });
    const share = holding.length / trials;
    assert.ok(share > 0.9 && share < 0.98, `${share}`);
  });

  test('by hand: of 1, 2, 3, 4', () => {
    const running = emptyMean();
    for (const value of [1, 2, 3, 4]) include(running, value);
    assert.equal(running.mean, 2.5);
    assert.ok(Math.abs(halfWidth(running) - 1.96 * Math.sqrt(5 / 3 / 4)) < 1e-12);
    assert.throws(() => halfWidth({ count: 1, mean: 0, squares: 0 }), RangeError);
  });
});
