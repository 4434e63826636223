import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Matrix } from 'ml-matrix';
import { drawContext, placeInputs } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import { refine, type EstimatorErrors } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { shiftedDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { estimators } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import {
  drawPool,
  drawTask,
  poolSize,
  tableErrors,
} from '../../../../src/figures/optimizer-or-lookup/table.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { allowed, at, plain, range, shifts, type Chosen } from './specimen.ts';

/** The errors over a quarter of the contexts. */
function resultOf(values: Partial<Chosen>): EstimatorErrors {
  const result = refine({ ...plain, ...values }).find(({ contexts }) => contexts >= 256);
  assert.ok(result !== undefined);
  return result;
}

describe('the table', () => {
  /** The posterior mean by Bayes' rule, with the density of each output, and its error for queries of variance a². */
  function errorByDefinition(
    X: Matrix,
    outputs: number[],
    stored: Matrix,
    [truth, deviations, noise]: [Matrix, readonly number[], number],
  ): number {
    const likelihoods = stored.to2DArray().map((weights) => {
      const answers = X.mmul(Matrix.columnVector(weights)).to1DArray();
      return answers
        .map((answer, j) => Math.exp(-(((outputs[j] ?? NaN) - answer) ** 2) / (2 * noise ** 2)))
        .reduce((product, density) => product * density, 1);
    });
    const evidence = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
    const posterior = Matrix.rowVector(likelihoods.map((likelihood) => likelihood / evidence));
    const root = Matrix.diag([...deviations]);
    const missed = posterior.mmul(stored).sub(truth).mmul(root).norm('frobenius') ** 2;
    return missed / root.norm('frobenius') ** 2;
  }

  test('answers by the posterior mean of its tasks, under each shift', () => {
    for (const shift of shifts) {
      const distribution = shiftedDistribution({ ...plain, dimension: 3, shift, strength: 0.3 });
      const { deviations, weightScale } = distribution;
      for (const isStored of [true, false]) {
        const random = seededRandom(7);
        const draw = drawContext(random, 6, 3);
        const pool = drawPool(random, 3);
        const task = drawTask(random, pool, 6, { index: 21, size: 16, isStored });
        const inputs = placeInputs(draw, distribution);
        const counts = [0, 1, 2, 6];
        const errors = tableErrors({ ...task, inputs }, counts, distribution, 1.5);
        const truth = Matrix.rowVector(Array.from(task.task, (value) => value * weightScale));
        counts.forEach((count, n) => {
          const X = new Matrix(inputs.slice(0, count).map((input) => [...input]));
          const outputs = inputs.slice(0, count).map((input, j) => {
            const clean = Matrix.rowVector([...input])
              .mmul(truth.transpose())
              .get(0, 0);
            return clean + 1.5 * (task.noise[j] ?? NaN);
          });
          const stored = Matrix.from1DArray(16, 3, [...task.stored]);
          const expected =
            errorByDefinition(
              count === 0 ? Matrix.zeros(1, 3) : X,
              count === 0 ? [0] : outputs,
              stored,
              [truth, deviations, 1.5],
            ) /
            weightScale ** 2;
          const actual = errors[n] ?? NaN;
          assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${shift}: ${actual}, not ${expected}`);
        });
      }
    }
  });

  test('holds the stored task, and each task of the pool is the one that is asked for once', () => {
    const random = seededRandom(1);
    const pool = drawPool(random, 2);
    for (const size of [1, 8, 1024]) {
      const asked = range(poolSize).map((index) => {
        const { task, stored } = drawTask(random, pool, 3, { index, size, isStored: true });
        assert.equal(stored.length, 2 * size);
        assert.ok(
          range(size).some((m) => stored[2 * m] === task[0] && stored[2 * m + 1] === task[1]),
        );
        return task.join();
      });
      assert.equal(new Set(asked).size, poolSize);
    }
  });

  test('changes with its size and with the task, and no other estimator does', () => {
    const [small, large, stored] = [
      resultOf({ dimension: 2, stored: 1 }),
      resultOf({ dimension: 2, stored: 5 }),
      resultOf({ dimension: 2, stored: 1, task: 'stored' }),
    ];
    for (const other of [large, stored]) {
      for (const estimator of estimators) {
        const [before, after] = [small.shifted[estimator], other.shifted[estimator]];
        assert.equal(isDeepStrictEqual(before, after), estimator !== 'table', estimator);
      }
    }
  });
});

describe('the table in distribution', () => {
  test('of one task answers with it: exact for that task, and twice as bad as zero for a new one', () => {
    const known = resultOf({ stored: 0, task: 'stored' });
    known.counts.forEach((_, n) => assert.deepEqual(at(known.training, 'table', n), [0, 0]));
    const fresh = resultOf({ stored: 0 });
    fresh.counts.forEach((_, n) => {
      const [mean, half] = at(fresh.training, 'table', n);
      assert.ok(Math.abs(mean - 2) <= allowed * half);
    });
  });

  test('without examples answers with the mean of its tasks: 1 − 1/M of a stored one, 1 + 1/M of a new one', () => {
    for (const [task, sign] of [
      ['stored', -1],
      ['new', 1],
    ] as const) {
      const { training } = resultOf({ stored: 2, task });
      const [mean, half] = at(training, 'table', 0);
      assert.ok(Math.abs(mean - 1 - sign / 4) <= allowed * half, `${mean}`);
    }
  });

  test('is the best of all estimators for a stored task, whatever its size', () => {
    for (const stored of [1, 4, 7]) {
      const { counts, training } = resultOf({ stored, task: 'stored' });
      counts.forEach((count, n) => {
        const [table, half] = at(training, 'table', n);
        for (const estimator of estimators) {
          const [other, otherHalf] = at(training, estimator, n);
          const slack = allowed * Math.hypot(half, Number.isNaN(otherHalf) ? 0 : otherHalf);
          assert.ok(table <= other + slack, `2^${stored}, ${estimator} after ${count}: ${other}`);
        }
      });
    }
  });

  test('of few tasks finds a stored one in few examples, where ridge has to learn it', () => {
    const { counts, training } = resultOf({ stored: 2, task: 'stored' });
    const n = counts.indexOf(6);
    assert.ok(at(training, 'table', n)[0] < at(training, 'ridge', n)[0] / 10);
  });

  test('comes to ridge regression as it grows: from above for a new task, from below for a stored one', () => {
    for (const [task, sign] of [
      ['new', 1],
      ['stored', -1],
    ] as const) {
      const excesses = [1, 4, 7, 10].map((stored) => {
        const { counts, training } = resultOf({ stored, task });
        const n = counts.indexOf(12);
        return sign * (at(training, 'table', n)[0] - at(training, 'ridge', n)[0]);
      });
      assert.deepEqual(
        excesses,
        excesses.toSorted((a, b) => b - a),
        task,
      );
      assert.ok(excesses.every((excess) => excess > 0));
    }
  });

  test('of 1,024 tasks is ridge regression in two dimensions', () => {
    for (const task of ['new', 'stored'] as const) {
      const { counts, training } = resultOf({ dimension: 2, stored: 10, task });
      counts.forEach((count, n) => {
        const [[table, half], [ridge]] = [at(training, 'table', n), at(training, 'ridge', n)];
        assert.ok(Math.abs(table - ridge) <= allowed * half, `${task} after ${count}: ${table}`);
      });
    }
  });

  test('without noise knows a stored task from one example', () => {
    const { counts, training } = resultOf({ stored: 6, task: 'stored', noise: 0 });
    counts.forEach((count, n) => {
      assert.equal(at(training, 'table', n)[0] === 0, count > 0);
    });
  });
});
