import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  contextLoss,
  descend,
  hessian,
  leastSquares,
  lossGradient,
} from '../../../../src/figures/one-layer-one-step/gradient-descent.ts';
import { randomTask } from '../../../../src/figures/one-layer-one-step/task.ts';
import { addScaled, dot, type Vector } from '../../../../src/figures/shared/linear-algebra.ts';
import { decomposeSymmetric } from '../../../../src/figures/shared/symmetric-eigen.ts';
import { anyChoice, type Chosen } from './specimen.ts';

function assertClose(actual: number, expected: number, tolerance = 1e-9): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

const minus = (a: Vector, b: Vector) => addScaled(a, -1, b);
const norm = (vector: Vector) => Math.sqrt(dot(vector, vector));

/** A task with the spectrum of its loss, and a descent on it of any length. */
function descendOn(values: Chosen, layers: number) {
  const task = randomTask(values);
  const spectrum = decomposeSymmetric(hessian(task));
  const { values: eigenvalues, vectors } = spectrum;
  const largest = eigenvalues.at(-1) ?? NaN;
  const { variant, step: share, pairs } = values;
  const contraction = variant === 'gd-plus-plus' ? 1 / (3 * pairs * largest) : 0;
  const step = { stepSize: (2 * share) / largest, contraction };
  const steps = Array<typeof step>(layers).fill(step);
  const path = descend(task, steps, Array<number>(values.dimension).fill(0));
  const optimum = leastSquares(task, spectrum);
  /** W − W* along each eigenvector. */
  const errors = path.map((weights) =>
    vectors.map((vector) => dot(minus(weights, optimum), vector)),
  );
  return { task, eigenvalues, largest, steps, path, optimum, errors };
}

describe('the loss', () => {
  test('has the gradient that differences show', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const task = randomTask(values);
        const weights = task.teacher.map((weight) => 0.3 * weight);
        const gradient = lossGradient(task, weights);
        for (let n = 0; n < values.dimension; n += 1) {
          const [less, more] = [-1, 1].map((sign) => {
            const moved = (weights[n] ?? NaN) + sign * 1e-4;
            return contextLoss(task, weights.with(n, moved));
          });
          assertClose(gradient[n] ?? NaN, ((more ?? NaN) - (less ?? NaN)) / 2e-4);
        }
      }),
    );
  });

  test('is half the mean square, 0 for exact weights', () => {
    const pairs = { inputs: [[1], [2], [3]], targets: [2, 2, 2] };
    assert.equal(contextLoss(pairs, [1]), (1 + 0 + 1) / 6);
    const task = randomTask({ pairs: 20, dimension: 4, noise: 0, seed: 9 });
    assert.ok(contextLoss(task, task.teacher) < 1e-30);
  });

  test('is nowhere lower than at the weights of least squares, where its gradient vanishes', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const { task, optimum, path } = descendOn(values, 4);
        assert.ok(norm(lossGradient(task, optimum)) < 1e-9);
        const least = contextLoss(task, optimum);
        for (const weights of [...path, task.teacher]) {
          assert.ok(contextLoss(task, weights) >= least - 1e-12);
        }
      }),
    );
  });

  test('has shortest weights of least squares where the pairs leave some open', () => {
    // Both inputs are multiples of (3, 7, 1): the shortest weights are one too, 2 (3, 7, 1)/59.
    const inputs = [
      [0.3, 0.7, 0.1],
      [0.6, 1.4, 0.2],
    ];
    const pairs = { inputs, targets: [0.2, 0.4] };
    const weights = leastSquares(pairs, decomposeSymmetric(hessian(pairs)));
    [6, 14, 2].forEach((part, n) => assertClose(weights[n] ?? NaN, part / 59));
  });
});

describe('descent', () => {
  test('has the error (I − ηA)^k e_0', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const plain = { ...values, variant: 'gradient-descent' } as const;
        const { errors, eigenvalues, steps } = descendOn(plain, 6);
        const [first = []] = errors;
        const stepSize = steps[0]?.stepSize ?? NaN;
        const scale = Math.max(1, ...first.map(Math.abs));
        errors.forEach((error, k) =>
          error.forEach((component, n) => {
            const factor = (1 - stepSize * (eigenvalues[n] ?? NaN)) ** k;
            assertClose(component / scale, (factor * (first[n] ?? NaN)) / scale);
          }),
        );
      }),
    );
  });

  test('of GD++ has the error of a step on contracted inputs, λ ← λ (1 − γNλ)²', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const { errors, eigenvalues, largest } = descendOn(
          { ...values, variant: 'gd-plus-plus' },
          6,
        );
        const scale = Math.max(1, ...(errors[0] ?? []).map(Math.abs));
        eigenvalues.forEach((eigenvalue, n) => {
          // Of the largest eigenvalue that the first layer sees.
          let share = eigenvalue / largest;
          let expected = errors[0]?.[n] ?? NaN;
          for (const error of errors.slice(1)) {
            expected *= 1 - 2 * values.step * share;
            assertClose((error[n] ?? NaN) / scale, expected / scale);
            share *= (1 - share / 3) ** 2;
          }
        });
      }),
    );
  });

  test('has an error along the steepest direction that grows beyond the critical step', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const { errors } = descendOn({ ...values, variant: 'gradient-descent' }, 12);
        const [first = NaN, last = NaN] = [errors[0], errors.at(-1)].map((error) => error?.at(-1));
        fc.pre(Math.abs(first) > 1e-3);
        assertClose(last / first, (1 - 2 * values.step) ** 12, 1e-6);
        if (values.step < 1) assert.ok(Math.abs(last) < Math.abs(first));
        if (values.step > 1) assert.ok(Math.abs(last) > Math.abs(first));
      }),
    );
  });

  test('converges to least squares below the critical step, and diverges above', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const plain = { ...values, variant: 'gradient-descent' } as const;
        const { task, eigenvalues, largest, path, optimum } = descendOn(plain, 150);
        fc.pre((eigenvalues[0] ?? 0) > largest / 10 && values.step !== 1);
        const last = path.at(-1) ?? optimum;
        if (values.step < 1) {
          const slowest = Math.max(1 - values.step / 5, Math.abs(1 - 2 * values.step));
          const bound = norm(optimum) * slowest ** 150 + 1e-9;
          assert.ok(norm(minus(last, optimum)) < bound);
        } else {
          assert.ok(contextLoss(task, last) > 1e3 * contextLoss(task, path[0] ?? last));
        }
      }),
    );
  });

  test('of GD++ with no contraction is gradient descent', () => {
    const { task, path, steps } = descendOn(
      {
        startAcross: 0,
        startUp: 0,
        layers: 4,
        variant: 'gradient-descent',
        step: 0.7,
        pairs: 9,
        dimension: 3,
        noise: 0.2,
        seed: 8,
      },
      4,
    );
    assert.ok(steps.every(({ contraction }) => contraction === 0));
    let weights = [0, 0, 0];
    for (const [k, { stepSize }] of steps.entries()) {
      weights = addScaled(weights, -stepSize, lossGradient(task, weights));
      weights.forEach((w, n) => assertClose(w, path[k + 1]?.[n] ?? NaN, 1e-14));
    }
  });
});
