import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const moment = (values: readonly number[], power: number) => mean(values.map((x) => x ** power));

/** Mulberry32 as its author wrote it in C, with explicit unsigned arithmetic modulo 2³². */
function referenceMulberry32(seed: bigint): () => number {
  const u32 = (value: bigint) => BigInt.asUintN(32, value);
  let state = u32(seed);
  return () => {
    state = u32(state + 0x6d2b79f5n);
    let z = state;
    z = u32((z ^ (z >> 15n)) * (z | 1n));
    z = u32(z ^ u32(z + u32((z ^ (z >> 7n)) * (z | 61n))));
    return Number(z ^ (z >> 14n)) / 2 ** 32;
  };
}

/** The largest distance between the values' distribution and `cdf` (Kolmogorov–Smirnov). */
function distance(values: readonly number[], cdf: (x: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    sorted.reduce((largest, x, i) => {
      const share = cdf(x) * values.length;
      return Math.max(largest, Math.abs(share - i), Math.abs(share - i - 1));
    }, 0) / values.length
  );
}

/** Φ by Simpson's rule from 0. The error is far below the resolution of 10⁵ samples. */
function normalCdf(x: number): number {
  const intervals = 60;
  const step = x / intervals;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const weighted = Array.from({ length: intervals + 1 }, (_, i) => {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    return weight * density(i * step);
  });
  return 0.5 + (step / 3) * weighted.reduce((sum, value) => sum + value, 0);
}

test('uniforms are mulberry32, bit for bit', () => {
  for (const seed of [0, 1, 8, -1, 2 ** 31, 123456789]) {
    const expected = draw(500, referenceMulberry32(BigInt(seed)));
    assert.deepEqual(draw(500, seededRandom(seed).uniform), expected);
  }
});

test('the first numbers of a seed never change', () => {
  const { uniform } = seededRandom(8);
  assert.deepEqual(
    draw(3, uniform).map((x) => x * 2 ** 32),
    [671282643, 2685180315, 1291344547],
  );
  const normals = [0.3006645820569247, -0.23881455743685365, 1.0393837899900973];
  assert.deepEqual(draw(3, seededRandom(8).normal), normals);
});

test('one seed gives one sequence, another seed another', () => {
  assert.deepEqual(draw(50, seededRandom(5).normal), draw(50, seededRandom(5).normal));
  assert.notDeepEqual(draw(50, seededRandom(5).normal), draw(50, seededRandom(6).normal));
  assert.deepEqual(draw(9, seededRandom(5).uniform), draw(9, seededRandom(5 + 2 ** 32).uniform));
});

test('streams do not disturb one another', () => {
  const [one, other] = [seededRandom(1), seededRandom(2)];
  const alone = draw(20, seededRandom(1).normal);
  const together = draw(20, () => {
    other.normal();
    return one.normal();
  });
  assert.deepEqual(together, alone);
});

test('uniforms fill [0, 1) evenly', () => {
  const values = draw(100_000, seededRandom(3).uniform);
  assert.ok(values.every((x) => x >= 0 && x < 1));
  // 1.95/√n is exceeded once in a thousand samples of a true uniform.
  assert.ok(distance(values, (x) => x) < 1.95 / Math.sqrt(values.length));
});

test('normals follow the standard normal distribution', () => {
  const values = draw(100_000, seededRandom(4).normal);
  assert.ok(distance(values, normalCdf) < 1.95 / Math.sqrt(values.length));
  // Standard errors at this size: 0.0032, 0.0045, 0.0122, 0.031.
  assert.ok(Math.abs(moment(values, 1)) < 0.013);
  assert.ok(Math.abs(moment(values, 2) - 1) < 0.018);
  assert.ok(Math.abs(moment(values, 3)) < 0.05);
  assert.ok(Math.abs(moment(values, 4) - 3) < 0.125);
});

test('successive normals are not correlated', () => {
  const values = draw(100_000, seededRandom(9).normal);
  const products = values.slice(1).map((x, i) => x * (values[i] ?? NaN));
  assert.ok(Math.abs(mean(products)) < 0.013);
});

test('a seed that is not an integer is refused', () => {
  for (const seed of [0.5, NaN, Infinity]) {
    assert.throws(() => seededRandom(seed), RangeError);
  }
});
