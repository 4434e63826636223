import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Matrix } from 'ml-matrix';
import { drawContext, placeInputs } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import { refine, type EstimatorErrors } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import {
  shiftedDistribution,
  trainingDistribution,
} from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { estimators } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import {
  addErrors,
  emptySums,
  learningCurves,
  type LearningCurve,
} from '../../../../src/figures/optimizer-or-lookup/learning-curve.ts';
import { tuneDescent } from '../../../../src/figures/optimizer-or-lookup/step-size.ts';
import {
  drawStoredTasks,
  drawTask,
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
        const known = drawStoredTasks(seededRandom(8), 3, 16).next().value;
        const task = drawTask(random, 6, known, isStored);
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

  test('holds the stored task, and each prompt has another: of its own table, or of one that few share', () => {
    for (const [size, sharing] of [
      [1, 1],
      [8, 1],
      [64, 1],
      [128, 2],
      [1024, 16],
    ] as const) {
      const prompts = drawStoredTasks(seededRandom(1), 2, size);
      const asked = range(32).map(() => {
        const { task, stored } = drawTask(seededRandom(2), 3, prompts.next().value, true);
        assert.equal(stored.length, 2 * size);
        assert.ok(
          range(size).some((m) => stored[2 * m] === task[0] && stored[2 * m + 1] === task[1]),
        );
        return { task: task.join(), table: stored.join() };
      });
      assert.equal(new Set(asked.map(({ task }) => task)).size, 32);
      assert.equal(new Set(asked.map(({ table }) => table)).size, 32 / sharing);
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
          const slack = allowed * Math.hypot(half || 0, otherHalf || 0);
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

describe('the interval of the table', () => {
  const [examples, dimension] = [12, 2];
  const counts = [0, 1, 2, 4, examples];

  /** The curve of a table of two tasks over 192 contexts in distribution, for a stored task. */
  function curveOf(seed: number): LearningCurve {
    const distribution = trainingDistribution(dimension);
    const tuned = tuneDescent(counts, dimension, plain);
    const random = seededRandom(seed);
    const prompts = drawStoredTasks(seededRandom(1000 + seed), dimension, 2);
    const sums = emptySums(counts);
    for (let context = 0; context < 192; context += 1) {
      const inputs = placeInputs(drawContext(random, examples, dimension), distribution);
      const prompt = { ...drawTask(random, examples, prompts.next().value, true), inputs };
      addErrors(sums, [], tableErrors(prompt, counts, distribution, 1));
    }
    return learningCurves(sums, counts, distribution, tuned).table;
  }
  const curves = range(250).map(curveOf);
  const means = counts.map(
    (_, n) => curves.reduce((sum, curve) => sum + (curve.means[n] ?? NaN), 0) / curves.length,
  );

  /** Where an interval is drawn, whether it holds a mean. */
  const holds = (n: number, mean: number) =>
    curves.flatMap((curve) => {
      const [middle = NaN, half = NaN] = [curve.means[n], curve.halfWidths[n]];
      return Number.isNaN(half) ? [] : [Math.abs(middle - mean) <= half];
    });

  test('holds the mean that is known about 95 times in 100', () => {
    const held = holds(0, 1 / 2);
    const share = held.filter(Boolean).length / curves.length;
    assert.ok(share > 0.9 && share < 0.98, `${share}`);
  });

  test('holds the mean at least 85 times in 100 where it is drawn', () => {
    const held = counts.flatMap((_, n) => holds(n, means[n] ?? NaN));
    const share = held.filter(Boolean).length / held.length;
    assert.ok(held.length > 500, `only ${held.length} are drawn`);
    assert.ok(share > 0.85, `${share}`);
  });

  test('is not drawn where a few contexts with the wrong task are all that differs', () => {
    const { counts, training } = resultOf({ stored: 1, task: 'stored' });
    counts.forEach((count, n) => {
      const [mean, half] = at(training, 'table', n);
      if (count <= 1) assert.ok(half > 0, `after ${count}`);
      if (count >= 6) assert.ok(Number.isNaN(half) && mean > 0, `after ${count}`);
    });
  });

  test('is drawn everywhere for a new task, of few tasks or many', () => {
    for (const stored of [1, 3, 6]) {
      const { training } = resultOf({ stored });
      assert.ok(
        training.table.halfWidths.every((half) => half > 0),
        `2^${stored}`,
      );
    }
  });
});
