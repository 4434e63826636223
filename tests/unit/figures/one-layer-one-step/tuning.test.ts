import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareLayersAndSteps } from '../../../../src/figures/one-layer-one-step/core.ts';
import {
  contextLoss,
  descend,
} from '../../../../src/figures/one-layer-one-step/gradient-descent.ts';
import { randomTask } from '../../../../src/figures/one-layer-one-step/task.ts';
import {
  expectedErrors,
  tuneSteps,
  type TuningChoice,
} from '../../../../src/figures/one-layer-one-step/tuning.ts';
import { choose, variants } from './specimen.ts';

const anyTuning: fc.Arbitrary<TuningChoice> = fc.record({
  pairs: fc.integer({ min: 8, max: 64 }),
  dimension: fc.integer({ min: 1, max: 8 }),
  noise: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
  layers: fc.integer({ min: 1, max: 4 }),
});

const lastError = (choice: TuningChoice, step: { stepSize: number; contraction: number }) =>
  expectedErrors(choice, step).at(-1) ?? NaN;

describe('tuned steps', () => {
  test('of GD++ leave no more error than those of gradient descent, and with two layers or more less', () => {
    fc.assert(
      fc.property(anyTuning, (choice) => {
        const tuned = tuneSteps(choice);
        const [plain = NaN, plus = NaN] = variants.map((name) => lastError(choice, tuned[name]));
        assert.ok(plus <= plain);
        if (choice.layers > 1 && choice.dimension > 1 && choice.noise === 0) {
          assert.ok(plus < 0.8 * plain, `${plus} is not below ${plain}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are those that a fine grid finds, to a hundredth of the error', () => {
    for (const [pairs, dimension, noise] of [
      [12, 2, 0.1],
      [12, 6, 0],
      [64, 8, 0.5],
    ] as const) {
      for (const layers of [1, 2, 4]) {
        const choice = { pairs, dimension, noise, layers };
        const tuned = tuneSteps(choice);
        const { stepSize } = tuned['gradient-descent'];
        let [plain, plus] = [Infinity, Infinity];
        for (let n = 1; n <= 100; n += 1) {
          const across = (n / 100) * 5 * stepSize;
          plain = Math.min(plain, lastError(choice, { stepSize: across, contraction: 0 }));
          for (let m = 0; m <= 30; m += 1) {
            const contraction = (m / 30) * (3 / pairs);
            plus = Math.min(plus, lastError(choice, { stepSize: across, contraction }));
          }
        }
        assert.ok(lastError(choice, tuned['gradient-descent']) <= 1.01 * plain);
        assert.ok(lastError(choice, tuned['gd-plus-plus']) <= 1.01 * plus);
      }
    }
  });

  test('have the errors that descents on many other tasks have', () => {
    const choice = { pairs: 12, dimension: 2, noise: 0.3, layers: 2 };
    const tuned = tuneSteps(choice);
    for (const variant of variants) {
      const steps = Array.from({ length: 2 }, () => tuned[variant]);
      const sums = [0, 0, 0];
      const runs = 20_000;
      for (let seed = 1; seed <= runs; seed += 1) {
        const task = randomTask({ ...choice, seed });
        descend(task, steps, [0, 0]).forEach((weights, k) => {
          // Over the query, E (w x)² = ‖w‖²/3.
          const square = weights.reduce(
            (sum, weight, n) => sum + (weight - (task.teacher[n] ?? NaN)) ** 2,
            0,
          );
          sums[k] = (sums[k] ?? 0) + square / 3 / runs;
        });
      }
      // Sixteen sets of inputs stand for all: their mean is that of others to a fifth.
      expectedErrors(choice, tuned[variant]).forEach((error, k) =>
        assert.ok(Math.abs(error / (sums[k] ?? NaN) - 1) < 0.2, `${error} is not ${sums[k]}`),
      );
    }
  });
});

describe('what the text says, “trained stacks did better than K plain steps; they matched GD++”', () => {
  test('is what a reader sees at the first values, in the loss of the task and over tasks', () => {
    const { variants: runs, stages } = compareLayersAndSteps(choose());
    const { 'gradient-descent': plain, 'gd-plus-plus': plus } = runs;
    assert.deepEqual(
      plain.losses,
      stages.map(({ loss }) => loss),
    );
    for (const k of [1, 2, 3, 4]) assert.ok((plus.losses[k] ?? NaN) < (plain.losses[k] ?? NaN));
    assert.ok((plus.errors.at(-1) ?? NaN) < (plain.errors.at(-1) ?? NaN) / 2);
  });

  for (const [pairs, dimension, least] of [
    [12, 2, 0.8],
    [64, 8, 0.99],
  ] as const) {
    test(`holds for at least ${100 * least} percent of tasks of ${pairs} pairs in ${dimension} dimensions`, () => {
      const tasks = 300;
      const tuned = tuneSteps({ pairs, dimension, noise: 0.1, layers: 4 });
      const zero = Array<number>(dimension).fill(0);
      let ahead = 0;
      for (let seed = 1; seed <= tasks; seed += 1) {
        const task = randomTask({ pairs, dimension, noise: 0.1, seed });
        const [plain = NaN, plus = NaN] = variants.map((name) => {
          const steps = Array.from({ length: 4 }, () => tuned[name]);
          return contextLoss(task, descend(task, steps, zero).at(-1) ?? zero);
        });
        if (plus < plain) ahead += 1;
      }
      assert.ok(ahead >= least * tasks, `GD++ ends ahead on ${ahead} of ${tasks} tasks`);
    });
  }
});
