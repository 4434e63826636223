import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addGuesses,
  chanceOfNone,
  exactMatch,
  tokenEditDistance,
} from '../../../../src/figures/sharp-or-smooth/answer.ts';
import { binomialQuantiles } from '../../../../src/figures/sharp-or-smooth/binomial.ts';
import {
  compareMetrics,
  crossEntropy,
  effectiveTokens,
  smallestSeen,
  tokenProbability,
  unitSize,
  type Setting,
} from '../../../../src/figures/sharp-or-smooth/core.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

function assertClose(actual: number, expected: number, tolerance = 1e-12): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** P(X = k) for all k, by the sum over the outcomes of one trial after another. */
function listOutcomes(trials: number, chance: number): number[] {
  return range(trials).reduce(
    (weights) =>
      range(weights.length + 1).map(
        (k) => (weights[k] ?? 0) * (1 - chance) + (weights[k - 1] ?? 0) * chance,
      ),
    [1],
  );
}

const setting: Setting = {
  tokens: 5,
  correlation: 0,
  options: Infinity,
  slope: 0.4,
  metric: 'exact-match',
  items: 100,
  seed: 1,
};
const settings = fc.record({
  tokens: fc.integer({ min: 1, max: 50 }),
  correlation: fc.constant(0),
  options: fc.constant(Infinity),
  slope: fc.integer({ min: 2, max: 20 }).map((steps) => steps / 20),
  metric: fc.constantFrom('exact-match' as const, 'edit-distance' as const),
  items: fc.constantFrom(10, 100, 1000, 10000),
  seed: fc.integer({ min: 0, max: 999 }),
});

describe('the quantiles of a binomial distribution', () => {
  test('by summing the outcomes of few trials, at every level', () => {
    for (const trials of [0, 1, 2, 7, 10, 40])
      for (const chance of [0, 1e-9, 0.01, 0.25, 0.5, 0.9, 1 - 1e-9, 1]) {
        const outcomes = listOutcomes(trials, chance);
        // Not at a jump, where the last bits of two sums decide.
        const steps = range(200).map((step) => (step + 0.5 + 1e-7) / 200);
        const levels = [3e-11, ...steps, 1 - 3e-11];
        const expected = levels.map((level) => {
          let sum = 0;
          return outcomes.findIndex((weight) => (sum += weight) >= level);
        });
        assert.deepEqual(
          binomialQuantiles(trials, chance, levels),
          expected,
          `${trials} ${chance}`,
        );
      }
  });

  test('known values, as tables of the distribution have them', () => {
    // For 20 at ½, P(X ≤ 4, 5, 6) are 0.0059, 0.0207 and 0.0577.
    assert.deepEqual(binomialQuantiles(20, 0.5, [0.02, 0.025, 0.5, 0.975]), [5, 6, 10, 14]);
    // For 100 at ½ the central 95 % are 40 to 60.
    assert.deepEqual(binomialQuantiles(100, 0.5, [0.025, 0.975]), [40, 60]);
    // No success in ten at one in ten: 0.9¹⁰ = 0.3487.
    assert.deepEqual(binomialQuantiles(10, 0.1, [0.3486, 0.3487]), [0, 1]);
  });

  test('many trials are near the normal distribution', () => {
    const [trials, chance] = [500_000, 0.3];
    const deviation = Math.sqrt(trials * chance * (1 - chance));
    const quantiles = binomialQuantiles(trials, chance, [0.025, 0.5, 0.975]);
    [-1.959964, 0, 1.959964].forEach((z, index) => {
      const expected = trials * chance + z * deviation;
      assert.ok(Math.abs((quantiles[index] ?? NaN) - expected) < 2, `${quantiles[index]}`);
    });
  });

  test('they grow with the level and with the chance, and mirror under it', () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        probability,
        probability,
        probability,
        probability,
        (trials, q1, q2, level1, level2) => {
          const [less = 0, more = 0] = [q1, q2].sort((a, b) => a - b);
          const [low = 0, high = 0] = [level1, level2].sort((a, b) => a - b);
          const [k1 = NaN, k2 = NaN] = binomialQuantiles(trials, less, [low, high]);
          const [k3 = NaN] = binomialQuantiles(trials, more, [low]);
          assert.ok(0 <= k1 && k1 <= k2 && k2 <= trials);
          assert.ok(k1 <= k3);
          // P(X < k) < level ≤ P(X ≤ k), counted from the other side.
          const [mirrored = NaN] = binomialQuantiles(trials, 1 - less, [1 - low]);
          assert.ok(Math.abs(trials - mirrored - k1) <= 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what is no number of trials, probability or level is refused', () => {
    for (const [trials, chance, level] of [
      [-1, 0.5, 0.5],
      [1.5, 0.5, 0.5],
      [5, 1.1, 0.5],
      [5, NaN, 0.5],
      [5, 0.5, 0],
      [5, 0.5, 1],
    ] as const)
      assert.throws(() => binomialQuantiles(trials, chance, [level]), RangeError);
  });
});

describe('a family of models', () => {
  test('its loss is a power law, one nat at the size c, and p its exponential', () => {
    assert.equal(crossEntropy(unitSize, 0.37), 1);
    assertClose(crossEntropy(unitSize * 100, 0.5), 0.1);
    assertClose(crossEntropy(unitSize / 100, 0.5), 10);
    assertClose(tokenProbability(unitSize, 0.4), 1 / Math.E);
    assertClose(-Math.log(tokenProbability(3e9, 0.4)), crossEntropy(3e9, 0.4));
  });

  test('exact match is the product over the tokens, and the share of simulated answers', () => {
    for (const tokens of [1, 2, 5, 50])
      for (const p of [0, 0.3, 0.97, 1])
        assertClose(
          exactMatch(p, tokens),
          range(tokens).reduce((product) => product * p, 1),
        );

    const { uniform } = seededRandom(3);
    const [p, tokens, answers] = [0.8, 5, 40_000];
    let [right, wrongTokens] = [0, 0];
    for (let answer = 0; answer < answers; answer += 1) {
      const wrong = range(tokens).filter(() => uniform() >= p).length;
      right += wrong === 0 ? 1 : 0;
      wrongTokens += wrong;
    }
    // Five standard errors of the mean of that many answers.
    const accuracy = exactMatch(p, tokens);
    const error = Math.sqrt((accuracy * (1 - accuracy)) / answers);
    assert.ok(Math.abs(right / answers - accuracy) < 5 * error);
    const distanceError = Math.sqrt((tokens * p * (1 - p)) / answers);
    assert.ok(Math.abs(wrongTokens / answers - tokenEditDistance(p, tokens)) < 5 * distanceError);
  });

  test('exact match is the curve of p, moved L^(1/slope) times further along', () => {
    for (const slope of [0.1, 0.4, 1])
      for (const tokens of [2, 20])
        for (const size of [1e7, 1e9, 1e12])
          assertClose(
            exactMatch(tokenProbability(size, slope), tokens),
            tokenProbability(size / tokens ** (1 / slope), slope),
          );
  });

  test('an answer of one token: exact match is p, and the distance what is left of 1', () => {
    const byMatch = compareMetrics({ ...setting, tokens: 1 });
    const byDistance = compareMetrics({ ...setting, tokens: 1, metric: 'edit-distance' });
    byMatch.models.forEach((model, index) => {
      const other = byDistance.models[index];
      assert.equal(model.expected, model.probability);
      assertClose(other?.expected ?? NaN, 1 - model.expected);
      assertClose(other?.measured ?? NaN, 1 - model.measured);
      assertClose(other?.low ?? NaN, 1 - model.high);
      assertClose(other?.high ?? NaN, 1 - model.low);
    });
  });

  test('all grows with the size, but the distance falls', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const { curve } = compareMetrics(given);
        const sign = given.metric === 'exact-match' ? 1 : -1;
        curve.slice(1).forEach((point, index) => {
          const before = curve[index] ?? point;
          assert.ok(point.loss < before.loss && point.probability > before.probability);
          for (const name of ['expected', 'low', 'high'] as const)
            assert.ok(sign * (point[name] - before[name]) >= 0, name);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a longer answer is never more likely right, nor fewer of its tokens wrong', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 49 }),
        (p, tokens) => {
          assert.ok(exactMatch(p, tokens + 1) <= exactMatch(p, tokens));
          assert.ok(tokenEditDistance(p, tokens + 1) >= tokenEditDistance(p, tokens));
        },
      ),
    );
  });
});

/** All settings of the figure: with correlated tokens, and answers that can be guessed. */
const allSettings = fc
  .tuple(
    settings,
    fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    fc.constantFrom(Infinity, 4, 2),
  )
  .map(([given, correlation, options]): Setting => ({ ...given, correlation, options }));

/**
 * E[x^k (1 − x)^(L − k)] for x from a beta distribution with mean p and correlation ρ, by the midpoint rule
 * over u in (0, 1), x = u³ (10 − 15 u + 6 u²): an integrand that is smooth and flat at both ends.
 */
function integrateBeta(p: number, correlation: number, right: number, wrong: number): number {
  const sum = (1 - correlation) / correlation;
  const [alpha, beta] = [p * sum, (1 - p) * sum];
  const integrate = (a: number, b: number) => {
    const count = 20_000;
    let total = 0;
    for (let step = 0; step < count; step += 1) {
      const u = (step + 0.5) / count;
      // The other side of 1 by the same formula, so that it keeps its digits near 1.
      const curve = (v: number) => v ** 3 * (10 - 15 * v + 6 * v * v);
      const density = 30 * u * u * (1 - u) ** 2;
      total += (curve(u) ** (a - 1) * curve(1 - u) ** (b - 1) * density) / count;
    }
    return total;
  };
  return integrate(alpha + right, beta + wrong) / integrate(alpha, beta);
}

describe('correlated tokens', () => {
  const correlations = range(21).map((step) => step / 20);

  test('all are right as often as the integral over the answers says', () => {
    for (const [p, correlation] of [
      [0.5, 0.05],
      [0.37, 0.2],
      [0.8, 0.3],
      [0.5, 0.5],
    ] as const)
      for (const tokens of [1, 2, 5, 20])
        assertClose(
          exactMatch(p, tokens, correlation),
          integrateBeta(p, correlation, tokens, 0),
          1e-6,
        );
  });

  test('independent ones give p to the power of L, fully correlated ones p', () => {
    for (const tokens of [1, 2, 50])
      for (const p of [0, 1e-6, 0.3, 0.97, 1]) {
        assertClose(exactMatch(p, tokens, 0), p ** tokens);
        assertClose(exactMatch(p, tokens, 1), p);
        // Near the ends as at them: no step.
        assertClose(exactMatch(p, tokens, 1e-9), p ** tokens, 1e-6);
        assertClose(exactMatch(p, tokens, 1 - 1e-9), p, 1e-6);
      }
  });

  test('of two tokens the correlation is the one that is set', () => {
    for (const correlation of correlations)
      for (const p of [0.1, 0.5, 0.9])
        assertClose((exactMatch(p, 2, correlation) - p * p) / (p * (1 - p)), correlation);
  });

  test('the more they are correlated, the more answers are right, between p to the power of L and p', () => {
    for (const tokens of [2, 5, 50])
      for (const p of [0.05, 0.5, 0.95]) {
        const accuracies = correlations.map((correlation) => exactMatch(p, tokens, correlation));
        accuracies
          .slice(1)
          .forEach((accuracy, index) => assert.ok(accuracy > (accuracies[index] ?? NaN)));
      }
  });

  test('they make a rise less steep where few tokens are right', () => {
    // d log a / d log p: L without correlation, 1 with full.
    const steepness = (correlation: number) =>
      Math.log(exactMatch(0.0101, 20, correlation) / exactMatch(0.01, 20, correlation)) /
      Math.log(1.01);
    assertClose(steepness(0), 20, 1e-9);
    assertClose(steepness(1), 1, 1e-9);
    correlations
      .slice(1)
      .forEach((correlation, index) =>
        assert.ok(steepness(correlation) < steepness(correlations[index] ?? 0)),
      );
  });

  test('the tokens that vary as much have the variance of a sum over the answers', () => {
    const [p, correlation, tokens, items] = [0.37, 0.2, 5, 1000];
    // The distribution of the right tokens of one answer, and n times its variance.
    const choose = [1, 5, 10, 10, 5, 1];
    const weights = choose.map(
      (ways, right) => ways * integrateBeta(p, correlation, right, tokens - right),
    );
    const moment = (power: number) =>
      weights.reduce((sum, weight, right) => sum + weight * right ** power, 0);
    assertClose(moment(0), 1, 1e-6);
    const variance = items * (moment(2) - moment(1) ** 2);
    const given = { ...setting, tokens, correlation, items };
    const scale = (items * tokens) / effectiveTokens(given);
    assertClose((scale ** 2 * effectiveTokens(given) * p * (1 - p)) / variance, 1, 1e-3);
    assert.equal(effectiveTokens({ ...given, correlation: 0 }), 5000);
    assert.equal(effectiveTokens({ ...given, correlation: 1 }), 1000);
  });
});

describe('the band of correlated tokens', () => {
  test('holds about 95 % of tests, by the exact distribution of a sum of answers', () => {
    // An urn of Pólya: each token that is drawn makes the next one of its kind likelier, by ρ/(1 − ρ).
    const listRight = (p: number, tokens: number, correlation: number) =>
      range(tokens).reduce<number[]>(
        (weights, drawn) => {
          const grow = correlation / (1 - correlation);
          const chanceAt = (right: number) => (p + right * grow) / (1 + drawn * grow);
          return range(drawn + 2).map(
            (right) =>
              (weights[right - 1] ?? 0) * chanceAt(right - 1) +
              (weights[right] ?? 0) * (1 - chanceAt(right)),
          );
        },
        [1],
      );
    const convolve = (a: readonly number[], b: readonly number[]) => {
      const sums = Array.from({ length: a.length + b.length - 1 }, () => 0);
      a.forEach((x, i) => b.forEach((y, j) => (sums[i + j] = (sums[i + j] ?? 0) + x * y)));
      return sums;
    };
    for (const items of [10, 100])
      for (const correlation of [0.05, 0.3, 0.8]) {
        const given: Setting = { ...setting, metric: 'edit-distance', items, correlation };
        const shares = compareMetrics(given).models.map(({ probability, low, high }) => {
          const answer = listRight(probability, given.tokens, correlation);
          assertClose(answer.at(-1) ?? NaN, exactMatch(probability, given.tokens, correlation));
          const test = range(items).reduce<number[]>((sum) => convolve(sum, answer), [1]);
          return test.reduce((sum, weight, right) => {
            const wrong = (items * given.tokens - right) / items;
            return wrong > low - 1e-9 && wrong < high + 1e-9 ? sum + weight : sum;
          }, 0);
        });
        assert.ok(Math.min(...shares) > 0.88, String(shares));
        const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
        assert.ok(mean > 0.94 && mean < 0.97, String(mean));
      }
  });
});

describe('answers that can be guessed', () => {
  test('a model that knows nothing scores 1/g, one that knows all 1, and the correction leads back', () => {
    for (const options of [2, 4]) {
      assert.equal(addGuesses(0, options), 1 / options);
      assert.equal(addGuesses(1, options), 1);
      for (const known of [0.01, 0.5, 0.99]) {
        const accuracy = addGuesses(known, options);
        // Known, or one of g times not known.
        assertClose(accuracy, known + (1 - known) / options);
        assertClose((accuracy - 1 / options) / (1 - 1 / options), known);
      }
    }
    assert.equal(addGuesses(0.3, Infinity), 0.3);
  });

  test('guesses alone pass the reach in at most 2.5 % of tests, and not less by one answer', () => {
    for (const options of [2, 4])
      for (const items of [10, 100]) {
        const { reach, chance } = compareMetrics({ ...setting, options, items });
        assert.equal(chance, 1 / options);
        const outcomes = listOutcomes(items, chance);
        const countAbove = (count: number) =>
          outcomes.slice(count + 1).reduce((sum, weight) => sum + weight, 0);
        assert.ok(countAbove(Math.round(reach * items)) <= 0.025);
        assert.ok(countAbove(Math.round(reach * items) - 1) > 0.025);
      }
    assert.equal(compareMetrics(setting).reach, 0);
  });

  test('where they are passed, half the tests score more, whatever the correlation', () => {
    for (const options of [2, 4])
      for (const correlation of [0, 0.3, 1]) {
        const given: Setting = { ...setting, options, correlation };
        const size = smallestSeen(given);
        const { reach } = compareMetrics(given);
        const known = exactMatch(tokenProbability(size, given.slope), given.tokens, correlation);
        const outcomes = listOutcomes(given.items, addGuesses(known, options));
        const within = outcomes.slice(0, Math.round(reach * given.items) + 1);
        assertClose(
          within.reduce((sum, weight) => sum + weight, 0),
          0.5,
          1e-9,
        );
      }
  });

  test('every score is in range, the known share below the accuracy, and the band around it', () => {
    fc.assert(
      fc.property(allSettings, (given) => {
        const { curve } = compareMetrics(given);
        const most = given.metric === 'exact-match' ? 1 : given.tokens;
        const least = given.metric === 'exact-match' ? 1 / given.options : 0;
        for (const { known, expected, low, high, probability } of curve) {
          assert.ok(known >= 0 && known <= probability);
          assert.ok(expected >= least && expected <= most);
          assert.ok(0 <= low && low <= high && high <= most);
          if (given.metric === 'exact-match') assert.ok(known <= expected);
          else assertClose(expected, given.tokens * (1 - probability));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('models of one loss score alike, whatever their size', () => {
    // One loss at two slopes: (c/N)^0.4 = (c/M)^0.8 where M/c is the root of N/c.
    const [size, other] = [unitSize * 100, unitSize * 10];
    assertClose(crossEntropy(size, 0.4), crossEntropy(other, 0.8));
    assertClose(
      exactMatch(tokenProbability(size, 0.4), 5, 0.3),
      exactMatch(tokenProbability(other, 0.8), 5, 0.3),
    );
  });
});

describe('a test of n answers', () => {
  test('gives scores on the grid of 1/n, in range, and usually in the band', () => {
    const inside = { count: 0, of: 0 };
    fc.assert(
      fc.property(settings, (given) => {
        const { models, floor } = compareMetrics(given);
        assert.equal(floor, 1 / given.items);
        const most = given.metric === 'exact-match' ? 1 : given.tokens;
        for (const { measured, low, high, expected } of models) {
          for (const score of [measured, low, high]) {
            assertClose(score * given.items, Math.round(score * given.items), 1e-9);
            assert.ok(score >= 0 && score <= most);
          }
          assert.ok(low <= high && expected > low - floor && expected < high + floor);
          inside.count += measured >= low && measured <= high ? 1 : 0;
          inside.of += 1;
        }
      }),
      { numRuns: 60, seed: 5 },
    );
    const share = inside.count / inside.of;
    assert.ok(share >= 0.94 && share < 1, `${share} of ${inside.of} in the band`);
  });

  test('at most 2.5 % of tests score below the band, and above it', () => {
    const given = { ...setting, items: 10 };
    for (const { probability, low, high } of compareMetrics(given).curve) {
      const outcomes = listOutcomes(10, exactMatch(probability, given.tokens));
      const below = outcomes.filter((_, k) => k / 10 < low - 1e-9);
      const above = outcomes.filter((_, k) => k / 10 > high + 1e-9);
      for (const tail of [below, above])
        assert.ok(tail.reduce((sum, weight) => sum + weight, 0) <= 0.025 + 1e-12);
    }
  });

  test('the chance of no right answer is a product, and the distribution’s at 0', () => {
    for (const accuracy of [0, 1e-3, 0.2, 0.9, 1])
      for (const items of [1, 10, 30]) {
        assertClose(chanceOfNone(accuracy, items), listOutcomes(items, accuracy)[0] ?? NaN);
      }
    // Where 1 − a is 1 in a double.
    assertClose(chanceOfNone(1e-18, 1e18), 1 / Math.E);
  });

  test('at the size from which a right answer is seen the odds are even, and grow from there', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const size = smallestSeen(given);
        const chanceAt = (size: number) =>
          chanceOfNone(exactMatch(tokenProbability(size, given.slope), given.tokens), given.items);
        assertClose(chanceAt(size), 0.5, 1e-9);
        assert.ok(chanceAt(size * 0.9) > 0.5 && chanceAt(size * 1.1) < 0.5);
      }),
    );
  });

  test('one seed is one test, another seed another', () => {
    const measure = (seed: number) =>
      compareMetrics({ ...setting, seed }).models.map(({ measured }) => measured);
    assert.deepEqual(measure(1), measure(1));
    assert.notDeepEqual(measure(1), measure(2));
  });

  test('sixteen models at thirds of decades, among the points of the curve', () => {
    const { curve, models } = compareMetrics(setting);
    assert.equal(curve.length, 76);
    assert.equal(models.length, 16);
    assert.deepEqual(
      models.map(({ size }) => size),
      curve.filter((_, index) => index % 5 === 0).map(({ size }) => size),
    );
    assert.equal(models[0]?.size, 1e7);
    assert.equal(models.at(-1)?.size, 1e12);
  });
});
