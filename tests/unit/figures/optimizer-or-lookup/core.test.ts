import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  compute,
  exampleCounts,
  refine,
  sampleSizes,
  type EstimatorErrors,
} from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { shiftedDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { allowed, at, medianOf, plain, range, shifts } from './specimen.ts';

describe('shifts', () => {
  const first = (values: typeof plain): EstimatorErrors => {
    const { value } = refine(values).next();
    assert.ok(value !== undefined);
    return value;
  };

  test('of strength 0 change nothing', () => {
    for (const shift of shifts) {
      const { training, shifted } = first({ ...plain, shift, strength: 0 });
      assert.deepEqual(shifted, training);
    }
  });

  test('skewed inputs keep their mean square, and have eigenvalues ∝ 1/j² in the middle', () => {
    const { deviations } = shiftedDistribution({ ...plain, shift: 'covariance', strength: 0.5 });
    const squares = deviations.map((deviation) => deviation ** 2);
    assert.ok(Math.abs(squares.reduce((sum, square) => sum + square, 0) - 6) < 1e-12);
    squares.forEach((square, j) => {
      assert.ok(Math.abs(square * (j + 1) ** 2 - (squares[0] ?? NaN)) < 1e-12);
    });
  });

  test('larger inputs: least squares gains what the noise loses, descent diverges', () => {
    const { counts, training, shifted } = first({ ...plain, strength: 0.75 });
    const factor = 4 ** 0.75;
    counts.forEach((count, n) => {
      if (count <= 7) return;
      const gain = at(training, 'squares', n)[0] / at(shifted, 'squares', n)[0];
      assert.ok(Math.abs(gain / factor ** 2 - 1) < 1e-9);
      assert.ok(at(training, 'descent', n)[0] < 1 && medianOf(shifted, n) > 1);
      assert.ok(at(shifted, 'nearest', n)[0] > 5 * at(shifted, 'ridge', n)[0]);
    });
  });

  test('larger weights: ridge holds on to what it was made for, and least squares is better', () => {
    const { counts, shifted } = first({ ...plain, shift: 'weights', strength: 1 });
    const last = counts.length - 1;
    assert.ok(at(shifted, 'squares', last)[0] < at(shifted, 'ridge', last)[0]);
  });

  test('inputs in one orthant: the nearest neighbours are worse than answering zero', () => {
    const { counts, training, shifted } = compute({ ...plain, shift: 'orthant', strength: 1 });
    const last = counts.length - 1;
    const [mean, half] = at(shifted, 'nearest', last);
    assert.ok(mean - half > 1 && at(training, 'nearest', last)[0] < 1);
    assert.ok(at(shifted, 'ridge', last)[0] < 0.5);
    // With one example it is as before: E ‖|x| − q‖² = 2d, for q has both signs.
    const [one, oneHalf] = at(shifted, 'nearest', 1);
    assert.ok(Math.abs(one - 2 - 1 / 6) <= allowed * oneHalf);
  });

  test('the nearest neighbours stay the same in other units: only their noise counts less', () => {
    for (const shift of ['inputs', 'weights'] as const) {
      const { counts, training, shifted } = first({ ...plain, shift, strength: 0.5 });
      counts.forEach((count, n) => {
        if (count === 0) return;
        const gain = at(training, 'nearest', n)[0] - at(shifted, 'nearest', n)[0];
        assert.ok(
          Math.abs(gain - (1 - 1 / 4) / 6 / Math.min(3, count)) < 1e-9,
          `${shift}: ${gain} after ${count}`,
        );
      });
    }
  });
});

describe('results', () => {
  // With more steps, rare contexts would rule the variance.
  const values = { ...plain, dimension: 2, steps: 1 };
  const grown = [...refine(values)];

  test('are the same for the same values, and others for another seed', () => {
    const result = compute(values);
    assert.deepEqual(compute(values), result);
    assert.notDeepEqual(compute({ ...values, seed: 2 }).training, result.training);
  });

  test('take the tables from numbers that nothing else takes', () => {
    // Each stream is a part of one cycle of 2³² numbers: that of seed s begins at the place p with 0x6d2b79f5 p = s.
    const cycle = 2n ** 32n;
    let inverse = 1n;
    for (let i = 0; i < 6; i += 1) {
      // Newton's method: each pass doubles the number of bits that are right.
      inverse = BigInt.asUintN(32, inverse * (2n - 0x6d2b79f5n * inverse));
    }
    assert.equal((0x6d2b79f5n * inverse) % cycle, 1n);
    const distance = (10_000n * inverse) % cycle;
    // The tables are 1,024 of 64 tasks in ten dimensions, or fewer; a normal number takes about 16 of the cycle.
    const longest = BigInt(1024 * 64 * 10 * 20);
    assert.ok(distance > longest && cycle - distance > longest);
  });

  test('grow, each over more contexts, to that of compute', () => {
    assert.deepEqual(
      grown.map(({ contexts }) => contexts),
      sampleSizes(2),
    );
    assert.deepEqual(grown.at(-1), compute(values));
  });

  test('have intervals that shrink as 1/√T', () => {
    const few = grown[1];
    const many = grown.at(-1);
    assert.ok(few !== undefined && many !== undefined);
    assert.equal(many.contexts / few.contexts, 16);
    for (const estimator of ['ridge', 'descent', 'nearest'] as const) {
      for (const n of [1, 3, 5]) {
        const ratio = at(few.training, estimator, n)[1] / at(many.training, estimator, n)[1];
        assert.ok(ratio > 2.6 && ratio < 6, `${estimator}: ${ratio}`);
      }
    }
  });

  test('have places for the peak, and no more of them than a table can hold', () => {
    for (const dimension of range(19).map((d) => d + 2)) {
      const counts = exampleCounts(dimension);
      for (const count of [0, dimension - 1, dimension, dimension + 1]) {
        assert.ok(counts.includes(count), `${count} of ${dimension}`);
      }
      assert.ok(counts.length <= 28 && (counts.at(-1) ?? 0) >= 3 * dimension);
      assert.deepEqual(
        counts,
        [...new Set(counts)].toSorted((a, b) => a - b),
      );
    }
  });
});
