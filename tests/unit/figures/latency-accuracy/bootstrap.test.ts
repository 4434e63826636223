import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findPercentiles,
  resampleMeans,
  resamples,
} from '../../../../src/figures/latency-accuracy/bootstrap.ts';
import { latencyAccuracy } from '../../../../src/figures/latency-accuracy/figure.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const subtract = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => value - (b[index] ?? NaN));
const widthOf = (values: readonly number[]) => {
  const [low, high] = findPercentiles(Float64Array.from(values));
  return high - low;
};

/** Scores of two systems on the same queries, whose difficulty both share by this weight. */
function simulate(count: number, shared: number, seed: number): [number[], number[]] {
  const random = seededRandom(seed);
  const own = Math.sqrt(1 - shared ** 2);
  const pairs = Array.from({ length: count }, () => {
    const difficulty = random.normal();
    return [0.02, 0].map(
      (gain) => 0.5 + gain + 0.1 * (shared * difficulty + own * random.normal()),
    );
  });
  return [pairs.map(([a]) => Number(a)), pairs.map(([, b]) => Number(b))];
}

/** Resampled means of two systems as lists. */
function resample(scores: readonly (readonly number[])[], seed: number): [number[], number[]] {
  const [a, b] = resampleMeans(scores, seededRandom(seed));
  return [[...(a ?? [])], [...(b ?? [])]];
}

test('resampled means and their percentiles are those of a second implementation', () => {
  const scores = [
    [0.1, 0.4, 0.35, 0.9],
    [0.2, 0.5, 0.3, 1],
    [0, 0, 1, 1],
  ];
  const random = seededRandom(5);
  const drawn = Array.from({ length: resamples }, () =>
    [0, 0, 0, 0].map(() => Math.trunc(4 * random.uniform())),
  );
  const again = scores.map((own) =>
    drawn.map((queries) => mean(queries.map((n) => Number(own[n])))),
  );
  resampleMeans(scores, seededRandom(5)).forEach((means, system) => {
    means.forEach((value, index) => {
      assert.ok(Math.abs(value - Number(again[system]?.[index])) < 1e-12);
    });
    const sorted = [...means].sort((x, y) => x - y);
    assert.deepEqual(findPercentiles(means), [sorted[49], sorted[1949]]);
  });
  assert.ok(latencyAccuracy.provenance.includes(`${resamples / 1000},000 resamples`));
});

test('in theory, a resampled mean has the mean of the scores, and their variance over n', () => {
  const scores = [0.05, 0.2, 0.35, 0.6, 0.95];
  const [means = new Float64Array()] = resampleMeans([scores], seededRandom(2), 40_000);
  const error = deviation(scores) / Math.sqrt(5);
  // Four standard errors of a mean, and of a deviation, of 40,000 draws.
  assert.ok(Math.abs(mean([...means]) - mean(scores)) < (4 * error) / 200);
  assert.ok(Math.abs(deviation([...means]) / error - 1) < 4 / Math.sqrt(80_000));
});

test('in theory, the paired interval of many queries is that of the normal distribution', () => {
  for (const shared of [0, 0.9]) {
    const [a, b] = simulate(400, shared, 3);
    const difference = subtract(a, b);
    const error = deviation(difference) / Math.sqrt(400);
    const [low, high] = findPercentiles(Float64Array.from(subtract(...resample([a, b], 1))));
    // A percentile of 2,000 draws has a standard error of 0.06 deviations.
    for (const [end, sign] of [
      [low, -1],
      [high, 1],
    ] as const)
      assert.ok(Math.abs((end - mean(difference)) / error - 1.96 * sign) < 0.24, String(shared));
  }
});

test('pairs of correlated scores have a narrower interval than unpaired ones, by √(1 − ρ)', () => {
  for (const shared of [0, 0.6, 0.9]) {
    const [a, b] = simulate(300, shared, 8);
    const paired = widthOf(subtract(...resample([a, b], 1)));
    // Two streams of queries, as if each system had been given its own.
    const unpaired = widthOf(subtract(resample([a], 1)[0], resample([b], 2)[0]));
    const covariance = mean(a.map((x, n) => (x - mean(a)) * (Number(b[n]) - mean(b))));
    const share = (2 * covariance) / (deviation(a) ** 2 + deviation(b) ** 2);
    assert.ok(Math.abs(paired / unpaired - Math.sqrt(1 - share)) < 0.08, String(shared));
    if (shared > 0) assert.ok(paired < 0.85 * unpaired);
  }
});

test('a system does not differ from itself', () => {
  const [a] = simulate(20, 0, 4);
  assert.deepEqual(findPercentiles(Float64Array.from(subtract(...resample([a, a], 1)))), [0, 0]);
});
