import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareLayersAndSteps } from '../../../../src/figures/one-layer-one-step/core.ts';
import { descend } from '../../../../src/figures/one-layer-one-step/gradient-descent.ts';
import {
  attend,
  gdPlusPlusLayer,
  gradientDescentLayer,
  predictByAttention,
} from '../../../../src/figures/one-layer-one-step/linear-self-attention.ts';
import { randomTask, type LinearTask } from '../../../../src/figures/one-layer-one-step/task.ts';
import { dot } from '../../../../src/figures/shared/linear-algebra.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { anyChoice, choose, variants } from './specimen.ts';

function assertClose(actual: number, expected: number, tolerance = 1e-10): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Values as a reader could choose them, another mixture at each trial. */
function chooseAtRandom(trial: number) {
  const { uniform } = seededRandom(trial);
  const within = (least: number, most: number) =>
    least + Math.floor((most - least + 1) * uniform());
  const pairs = within(4, 64);
  return {
    pairs,
    dimension: Math.min(within(1, 8), pairs),
    step: 0.05 * within(1, 60),
    startAcross: 0.05 * within(-60, 60),
    startUp: 0.05 * within(-60, 60),
    noise: 0.05 * within(0, 20),
    seed: within(1, 999_999),
  };
}

describe('a layer is a step', () => {
  for (const variant of variants) {
    for (const layers of [1, 2, 3, 4]) {
      test(`${variant}: ${layers} of them, on 1,000 random tasks, to 1e-10`, () => {
        for (const trial of range(1000)) {
          const values = choose({ ...chooseAtRandom(trial), variant, layers });
          const { stages } = compareLayersAndSteps(values);
          assert.equal(stages.length, layers + 1);
          for (const { attention, descent, impliedWeights, weights } of stages) {
            assertClose(attention, descent);
            assert.equal(impliedWeights.length, values.dimension);
            impliedWeights.forEach((weight, n) => assertClose(weight, weights[n] ?? NaN));
          }
        }
      });
    }
  }

  test('gradient descent from any initial weights, not from zero alone', () => {
    for (const trial of range(200)) {
      const { pairs, dimension, noise, seed, step } = chooseAtRandom(trial);
      const task = randomTask({ pairs, dimension, noise, seed });
      const { normal } = seededRandom(trial);
      const initial = range(dimension).map(normal);
      const stack = range(4).map(() => gradientDescentLayer(initial, step, pairs));
      const predictions = predictByAttention(stack, task, [task.query], initial);
      const steps = range(4).map(() => ({ stepSize: step, contraction: 0 }));
      descend(task, steps, initial).forEach((weights, index) =>
        assertClose(predictions[index]?.[0] ?? NaN, dot(weights, task.query)),
      );
    }
  });

  test('the first one from zero predicts η/N Σ y_i x_iᵀ x', () => {
    fc.assert(
      fc.property(anyChoice, (chosen) => {
        const values = { ...chosen, startAcross: 0, startUp: 0 };
        const { stages, stepSize } = compareLayersAndSteps(values);
        const { inputs, targets, query } = randomTask(values);
        const predicted = sum(
          range(values.pairs).map(
            (i) =>
              (targets[i] ?? NaN) *
              sum(range(values.dimension).map((n) => (inputs[i]?.[n] ?? NaN) * (query[n] ?? NaN))),
          ),
        );
        const expected = (stepSize / values.pairs) * predicted;
        assert.deepEqual([stages[0]?.attention, stages[0]?.descent], [0, 0]);
        assertClose(stages[1]?.attention ?? NaN, expected, 1e-12);
        assertClose(stages[1]?.descent ?? NaN, expected, 1e-12);
      }),
    );
  });
});

describe('the constructed weights', () => {
  const initial = [3, 5];
  const toTokens = ({ inputs, targets }: LinearTask) =>
    inputs.map((input, i) => [...input, targets[i] ?? NaN]);

  test('are those of Proposition 1', () => {
    const { keys, queries, values, projection } = gradientDescentLayer(initial, 0.5, 10);
    assert.deepEqual(keys, [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    assert.deepEqual(queries, keys);
    assert.deepEqual(values, [
      [0, 0, 0],
      [0, 0, 0],
      [3, 5, -1],
    ]);
    assert.deepEqual(projection, [
      [0.05, 0, 0],
      [0, 0.05, 0],
      [0, 0, 0.05],
    ]);
  });

  test('leave the inputs of gradient descent alone, and subtract ΔW x from the targets', () => {
    const task = randomTask({ pairs: 6, dimension: 2, noise: 0.3, seed: 5 });
    const after = attend(gradientDescentLayer(initial, 0.5, 6), toTokens(task), 6);
    const [, stepped = initial] = descend(task, [{ stepSize: 0.5, contraction: 0 }], initial);
    const change = stepped.map((weight, n) => weight - (initial[n] ?? NaN));
    task.inputs.forEach((input, i) => {
      const [first, second, last = NaN] = after[i] ?? [];
      assert.deepEqual([first, second], input);
      assertClose(last, (task.targets[i] ?? NaN) - dot(change, input), 1e-14);
    });
  });

  test('of GD++ take each input x to (I − γ X Xᵀ) x', () => {
    const task = randomTask({ pairs: 7, dimension: 3, noise: 0.3, seed: 6 });
    const [stepSize, contraction] = [0.5, 0.07];
    const after = attend(gdPlusPlusLayer(3, { stepSize, contraction }, 7), toTokens(task), 7);
    const entry = (n: number, i: number) => task.inputs[i]?.[n] ?? NaN;
    for (const j of range(7)) {
      const inner = range(7).map((i) => sum(range(3).map((n) => entry(n, i) * entry(n, j))));
      for (const n of range(3)) {
        const pull = sum(range(7).map((i) => entry(n, i) * (inner[i] ?? NaN)));
        assertClose(after[j]?.[n] ?? NaN, entry(n, j) - contraction * pull, 1e-14);
      }
    }
  });

  test('let no token read a query', () => {
    const task = randomTask({ pairs: 5, dimension: 2, noise: 0, seed: 7 });
    const layer = gdPlusPlusLayer(2, { stepSize: 1, contraction: 0.05 }, 5);
    const alone = predictByAttention([layer, layer], task, [task.query]);
    const beside = predictByAttention([layer, layer], task, [task.query, [4, 4]]);
    assert.deepEqual(
      beside.map((row) => row[0]),
      alone.map((row) => row[0]),
    );
  });
});
