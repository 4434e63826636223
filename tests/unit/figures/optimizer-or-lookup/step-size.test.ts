import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compute } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { trainingDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { descent } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import { relativeError, type Spectrum } from '../../../../src/figures/optimizer-or-lookup/risk.ts';
import {
  bestStepSize,
  gramMoments,
  tuneDescent,
} from '../../../../src/figures/optimizer-or-lookup/step-size.ts';
import { allowed, at, inputsOf, plain, range, spectrumOf } from './specimen.ts';

/** All ways to write n as a sum of numbers that do not grow. */
function partitions(n: number, most = n): number[][] {
  if (n === 0) return [[]];
  return range(Math.min(n, most)).flatMap((i) =>
    partitions(n - i - 1, i + 1).map((rest) => [i + 1, ...rest]),
  );
}

/**
 * E tr(Sⁿ)/d by zonal polynomials: the power sum is Σ_λ 2n ∏(2a′ − l′)/∏(2a + l + 1)(2a + l + 2) Z_λ, without the first
 * box in the upper product, and E Z_λ(S) = ∏(d + 2a′ − l′)(N + 2a′ − l′) (Macdonald 1995, “Symmetric Functions and Hall
 * Polynomials”, VI.10 and VII.2; Muirhead 1982, “Aspects of Multivariate Statistical Theory”, Theorem 7.2.7).
 */
function momentByZonalPolynomials(examples: number, dimension: number, n: number): number {
  const terms = partitions(n).map((rows) => {
    let term = 2 * n;
    rows.forEach((length, i) => {
      for (let j = 0; j < length; j += 1) {
        const [arm, leg] = [length - j - 1, rows.filter((other) => other > j).length - i - 1];
        const content = 2 * j - i;
        if (i + j > 0) term *= content;
        term *= (dimension + content) * (examples + content);
        term /= (2 * arm + leg + 1) * (2 * arm + leg + 2);
      }
    });
    return term;
  });
  return terms.reduce((sum, term) => sum + term, 0) / dimension;
}

describe('the moments of XᵀX', () => {
  test('are those of zonal polynomials', () => {
    for (const [examples, dimension] of [
      [12, 6],
      [3, 6],
      [1, 2],
      [6, 6],
      [60, 20],
    ] as const) {
      gramMoments(examples, dimension, 8).forEach((moment, n) => {
        const expected = n === 0 ? 1 : momentByZonalPolynomials(examples, dimension, n);
        assert.ok(Math.abs(moment / expected - 1) < 1e-9, `${moment} is not ${expected}`);
      });
    }
  });

  test('are those of χ² in one dimension, and with one example', () => {
    let expected = 1;
    gramMoments(5, 1, 24).forEach((moment, n) => {
      assert.ok(Math.abs(moment / expected - 1) < 1e-12);
      // The only eigenvalue is the same for one example in five dimensions, of which it is in one.
      const other = gramMoments(1, 5, 24)[n] ?? NaN;
      assert.ok(n === 0 || Math.abs((5 * other) / expected - 1) < 1e-12);
      expected *= 5 + 2 * n;
    });
  });
});

describe('the best step size', () => {
  test('of one step is 1/(N + d + 1 + σ²)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 20 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (examples, dimension, noise) => {
          const step = bestStepSize(examples, dimension, { noise, steps: 1 });
          assert.ok(Math.abs(step * (examples + dimension + 1 + noise ** 2) - 1) < 1e-12);
        },
      ),
      { seed: 1 },
    );
  });

  test('of one step leaves 1 − N/(N + d + 1 + σ²), which is 0.4 in six dimensions after twelve', () => {
    const { counts, contexts, training } = compute({ ...plain, steps: 1 });
    assert.equal(contexts, 1024);
    counts.forEach((count, n) => {
      const [mean, half] = at(training, 'descent', n);
      assert.ok(Math.abs(mean - (1 - count / (count + 6 + 1 + 1))) <= allowed * half);
    });
    const [mean] = at(training, 'descent', counts.indexOf(12));
    assert.ok(Math.abs(mean - 0.4) < 0.005, `${mean}`);
  });

  /** The mean error of k steps of a size over the same contexts of N examples. */
  const training = trainingDistribution(6);
  const spectra = [2, 6, 12].map((examples) => ({
    examples,
    contexts: range(2000).map((seed) => spectrumOf(inputsOf(seed, examples, training), training)),
  }));
  function errorOf(step: number, steps: number, contexts: readonly Spectrum[]): number {
    const errors = contexts.map((seen) => relativeError(descent(step, steps), seen, training, 1));
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  }

  test('is better than a longer one, a shorter one, and one that suits every context', () => {
    for (const { examples, contexts } of spectra) {
      for (const steps of [1, 2, 3, 6]) {
        const best = bestStepSize(examples, 6, { noise: 1, steps });
        const sure = 1 / (Math.sqrt(examples) + Math.sqrt(6) + 2) ** 2;
        const least = errorOf(best, steps, contexts);
        for (const other of [0.8 * best, 1.25 * best, sure]) {
          const error = errorOf(other, steps, contexts);
          assert.ok(least < error, `${steps} steps of ${other} after ${examples}: ${error}`);
        }
      }
    }
  });

  test('leaves a smaller error the more steps there are', () => {
    for (const { examples, contexts } of spectra) {
      const errors = [1, 2, 4, 8, 12].map((steps) => {
        const best = bestStepSize(examples, 6, { noise: 1, steps });
        return errorOf(best, steps, contexts);
      });
      assert.deepEqual(
        errors,
        errors.toSorted((a, b) => b - a),
      );
    }
  });

  test('is found whatever the reader chooses: the expected error has one minimum there', () => {
    // By the moments of zonal polynomials, R(η) = Σ_j (−η)^j (C(2k, j) m_j + σ² (C(2k, j) − 2 C(k, j)) m_(j − 1)).
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    for (const [examples, dimension, noise, steps] of [
      [1, 2, 0, 2],
      [3, 6, 1, 3],
      [6, 2, 2, 4],
      [24, 8, 0.5, 4],
    ] as const) {
      const moments = range(2 * steps + 1).map((n) =>
        n === 0 ? 1 : momentByZonalPolynomials(examples, dimension, n),
      );
      const risk = (step: number) =>
        moments.reduce((sum, moment, j) => {
          const [twice, once] = [choose(2 * steps, j), choose(steps, j)];
          const variance = noise ** 2 * (twice - 2 * once) * (moments[j - 1] ?? 0);
          return sum + (-step) ** j * (twice * moment + variance);
        }, 0);
      const best = bestStepSize(examples, dimension, { noise, steps });
      for (const share of range(200).map((i) => (i + 1) / 50)) {
        assert.ok(risk(best) <= risk(share * best) + 1e-12, `${share} of ${best}`);
      }
    }
  });

  test('is none without examples', () => {
    assert.deepEqual(tuneDescent([0, 3], 2, { noise: 0, steps: 1 }).stepSizes.slice(0, 1), [0]);
  });
});
