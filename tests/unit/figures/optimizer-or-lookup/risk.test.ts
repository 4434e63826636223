import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inverse, Matrix, pseudoInverse } from 'ml-matrix';
import { contextErrors, drawContext } from '../../../../src/figures/optimizer-or-lookup/context.ts';
import {
  shiftedDistribution,
  trainingDistribution,
  type Distribution,
} from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import {
  descent,
  leastSquares,
  ridge,
  type Filter,
} from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import { nearestNeighbours } from '../../../../src/figures/optimizer-or-lookup/neighbours.ts';
import {
  relativeError,
  relativeErrorOfNeighbours,
} from '../../../../src/figures/optimizer-or-lookup/risk.ts';
import {
  bestStepSize,
  tuneDescent,
} from '../../../../src/figures/optimizer-or-lookup/step-size.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { inputsOf, plain, range, shifts, spectrumOf } from './specimen.ts';

function assertClose(actual: number, expected: number, tolerance = 1e-8): void {
  const error = Math.abs(actual - expected) / Math.max(1e-6, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

/** Contexts with fewer examples than dimensions, as many, and more, under each shift. */
const trials = shifts.flatMap((shift, s) =>
  [1, 3, 6, 7, 20].map((examples) => {
    const distribution = shiftedDistribution({ ...plain, shift, strength: 0.4 });
    const inputs = inputsOf(10 * s + examples, examples, distribution);
    return { inputs, examples, distribution, seen: spectrumOf(inputs, distribution) };
  }),
);

/**
 * The relative error of ŵ = A y for a matrix A, d×N, by the definition:
 * τ² ‖(AX − I)ᵀ‖² + σ² ‖Aᵀ‖² in the norm of Σ, over τ² tr Σ.
 */
function errorOfMap(A: Matrix, X: Matrix, distribution: Distribution, noise: number): number {
  const { deviations, weightScale } = distribution;
  const root = Matrix.diag([...deviations]);
  const size = (matrix: Matrix) => root.mmul(matrix).norm('frobenius') ** 2;
  const bias = weightScale ** 2 * size(A.mmul(X).sub(Matrix.eye(X.columns)));
  return (bias + noise ** 2 * size(A)) / (weightScale ** 2 * root.norm('frobenius') ** 2);
}

/** A of k steps of w ← w − η Xᵀ(Xw − y) from 0, taken one after the other. */
function descend(X: Matrix, step: number, steps: number): Matrix {
  let A = Matrix.zeros(X.columns, X.rows);
  const target = Matrix.eye(X.rows);
  for (let k = 0; k < steps; k += 1) {
    A = A.clone().sub(X.transpose().mmul(X.mmul(A).sub(target)).mul(step));
  }
  return A;
}

describe('the expected error of a filter is that of the algorithm', () => {
  const noise = 0.7;

  test('ridge regression, solved', () => {
    for (const { inputs: X, distribution, seen } of trials) {
      const gram = X.transpose().mmul(X).add(Matrix.eye(X.columns).mul(0.3));
      const A = inverse(gram).mmul(X.transpose());
      const expected = errorOfMap(A, X, distribution, noise);
      assertClose(relativeError(ridge(0.3), seen, distribution, noise), expected);
    }
  });

  test('ridge regression as the figure has it: with the penalty σ²/τ² of training, solved', () => {
    for (const shift of shifts.filter((name) => name !== 'orthant')) {
      for (const examples of [3, 6, 20]) {
        const distribution = shiftedDistribution({ ...plain, shift, strength: 0.4 });
        const draw = drawContext(seededRandom(examples), examples, 6);
        const tuned = tuneDescent([examples], 6, { noise, steps: 1 });
        const [errors] = contextErrors(draw, [examples], distribution, tuned);
        const X = inputsOf(examples, examples, distribution);
        const gram = X.transpose()
          .mmul(X)
          .add(Matrix.eye(6).mul(noise ** 2));
        const expected = errorOfMap(inverse(gram).mmul(X.transpose()), X, distribution, noise);
        assertClose(errors?.ridge ?? NaN, expected);
      }
    }
  });

  test('least squares, by the pseudoinverse', () => {
    for (const { inputs: X, distribution, seen } of trials) {
      const expected = errorOfMap(pseudoInverse(X), X, distribution, noise);
      assertClose(relativeError(leastSquares, seen, distribution, noise), expected, 1e-6);
    }
  });

  test('gradient descent, step by step', () => {
    for (const { inputs: X, distribution, seen } of trials) {
      for (const steps of [1, 2, 7]) {
        const expected = errorOfMap(descend(X, 0.02, steps), X, distribution, noise);
        assertClose(relativeError(descent(0.02, steps), seen, distribution, noise), expected);
      }
    }
  });

  test('answering 0 has the error 1, and so has no step of descent', () => {
    for (const { distribution, seen } of trials) {
      assertClose(
        relativeError(() => 0, seen, distribution, noise),
        1,
        1e-14,
      );
      assertClose(relativeError(descent(0.1, 0), seen, distribution, noise), 1, 1e-14);
    }
  });

  test('all of it in numbers drawn: weights, noise and queries', () => {
    const distribution = shiftedDistribution({ ...plain, shift: 'covariance', strength: 0.5 });
    const { deviations } = distribution;
    const X = inputsOf(3, 9, distribution);
    const gram = X.transpose().mmul(X).add(Matrix.eye(6));
    const A = inverse(gram).mmul(X.transpose());
    const { normal } = seededRandom(5);
    const vector = (length: number) => Matrix.columnVector(range(length).map(normal));
    const errors = range(8_000).map(() => {
      const w = vector(6);
      const y = X.mmul(w).add(vector(9).mul(0.7));
      const query = Matrix.rowVector(deviations.map((deviation) => deviation * normal()));
      return query.mmul(A.mmul(y).sub(w)).get(0, 0) ** 2 / 6;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const expected = relativeError(ridge(1), spectrumOf(X, distribution), distribution, 0.7);
    // Of a multiple of χ²₁ at the least, the standard deviation is √2 times the mean and little more.
    assertClose(mean, expected, (4 * 2) / Math.sqrt(errors.length));
  });
});

describe('ridge regression with the matched penalty', () => {
  test('is never worse than another penalty, least squares or descent, in any context', () => {
    const training = trainingDistribution(6);
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1000),
          examples: fc.integer({ min: 1, max: 24 }),
          noise: fc.double({ min: 0.05, max: 3, noNaN: true }),
          penalty: fc.double({ min: 0, max: 20, noNaN: true }),
          steps: fc.integer({ min: 1, max: 30 }),
        }),
        ({ seed, examples, noise, penalty, steps }) => {
          const seen = spectrumOf(inputsOf(seed, examples, training), training);
          const error = (filter: Filter) => relativeError(filter, seen, training, noise);
          const best = error(ridge(noise ** 2));
          const others = [
            ridge(penalty),
            leastSquares,
            descent(bestStepSize(examples, 6, { noise, steps }), steps),
          ];
          for (const other of others) assert.ok(best <= error(other) * (1 + 1e-12));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  test('is least squares where the penalty is 0; a negative one is refused', () => {
    for (const s of [0, 1e-9, 1, 100]) assert.equal(ridge(0)(s), leastSquares(s));
    assert.throws(() => ridge(-1), RangeError);
    assert.throws(() => ridge(NaN), RangeError);
  });
});

describe('descent with a fixed step', () => {
  const training = trainingDistribution(6);

  test('tends to least squares, of least norm where examples are few', () => {
    for (const examples of [3, 6, 20]) {
      const seen = spectrumOf(inputsOf(examples, examples, training), training);
      const error = (filter: Filter) => relativeError(filter, seen, training, 1);
      const step = 1 / Math.max(...seen.eigenvalues);
      assertClose(error(descent(step, 1_000_000)), error(leastSquares), 1e-6);
    }
  });

  test('diverges if and only if the inputs are scaled beyond α² η λ_max = 2', () => {
    const X = inputsOf(4, 12, training);
    const largest = Math.max(...spectrumOf(X, training).eigenvalues);
    const step = 1 / (2 * largest);
    const critical = Math.sqrt(2 / (step * largest));
    const errorAfter = (scale: number, steps: number) => {
      const scaled = { ...training, deviations: training.deviations.map(() => scale) };
      const seen = spectrumOf(Matrix.mul(X, scale), scaled);
      return relativeError(descent(step, steps), seen, scaled, 0);
    };
    assert.ok(errorAfter(0.99 * critical, 3000) < 1e-6);
    assert.ok(errorAfter(1.01 * critical, 3000) > 1e6);
  });
});

describe('least squares without noise', () => {
  test('is exact from N = d on, under every shift', () => {
    for (const { distribution, examples, seen } of trials) {
      const error = relativeError(leastSquares, seen, distribution, 0);
      assert.equal(error < 1e-12, examples >= 6, `${error} after ${examples}`);
    }
  });

  test('errs alike in whatever unit inputs and weights are', () => {
    const training = trainingDistribution(6);
    const X = inputsOf(8, 4, training);
    const error = relativeError(leastSquares, spectrumOf(X, training), training, 0);
    const scaled = { ...training, deviations: training.deviations.map(() => 3), weightScale: 5 };
    const seen = spectrumOf(Matrix.mul(X, 3), scaled);
    assertClose(relativeError(leastSquares, seen, scaled, 0), error);
  });
});

describe('the nearest neighbours', () => {
  const vectors = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });

  test('are the three nearest, or all where there are fewer, by sorting all of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(vectors, { minLength: 1, maxLength: 12, selector: String }),
        vectors,
        (inputs, query) => {
          const distance = (input: readonly number[]) =>
            input.reduce((sum, x, j) => sum + (x - (query[j] ?? NaN)) ** 2, 0);
          const found = nearestNeighbours(
            inputs.map((input) => Float64Array.from(input)),
            Float64Array.from(query),
          );
          found.forEach(({ count, distance: actual }, n) => {
            const nearest = inputs
              .slice(0, n + 1)
              .toSorted((a, b) => distance(a) - distance(b))
              .slice(0, 3);
            assert.equal(count, nearest.length);
            const center = query.map((_, j) => {
              return nearest.reduce((sum, input) => sum + (input[j] ?? NaN), 0) / nearest.length;
            });
            assert.ok(Math.abs(actual - distance(center)) < 1e-9);
          });
        },
      ),
      { seed: 1 },
    );
  });

  test('err by the distance of their mean and its noise: weights and noise drawn', () => {
    const distribution = { ...trainingDistribution(2), weightScale: 1.5 };
    const inputs = [
      [0.3, -1],
      [0.9, 1.5],
      [3, -0.5],
    ];
    const query = [1, 0.5];
    const { normal } = seededRandom(2);
    const errors = range(20_000).map(() => {
      const w = [1.5 * normal(), 1.5 * normal()];
      const of = (x: readonly number[]) =>
        x.reduce((sum, value, j) => sum + value * (w[j] ?? NaN), 0);
      const outputs = inputs.map((input) => of(input) + 0.8 * normal());
      const answer = outputs.reduce((sum, output) => sum + output, 0) / 3;
      return (answer - of(query)) ** 2 / (1.5 ** 2 * 2);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const [, , neighbours] = nearestNeighbours(
      inputs.map((input) => Float64Array.from(input)),
      Float64Array.from(query),
    );
    assert.ok(neighbours !== undefined);
    const expected = relativeErrorOfNeighbours(neighbours, distribution, 0.8);
    assertClose(mean, expected, (4 * Math.SQRT2) / Math.sqrt(errors.length));
  });
});
