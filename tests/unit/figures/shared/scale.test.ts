import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleLinear, scaleLog } from '../../../../src/figures/shared/scale.ts';

test('a linear scale maps the ends of its domain to those of its range, and the rest evenly', () => {
  const scale = scaleLinear([10, 20], [300, 100]);
  assert.deepEqual([10, 15, 20, 25].map(scale), [300, 200, 100, 0]);
  assert.equal(scaleLinear([3, 3], [0, 100])(7), 50);
});

test('a logarithmic scale maps equal ratios to equal distances', () => {
  const scale = scaleLog([1, 100], [0, 200]);
  for (const [value, place] of [
    [1, 0],
    [10, 100],
    [1000, 300],
  ] as const)
    assert.ok(Math.abs(scale(value) - place) < 1e-9);
});

test('ticks are round, and printed with as many decimals as they need', () => {
  const print = (domain: [number, number], count: number) => {
    const scale = scaleLinear(domain, [0, 1]);
    return scale.ticks(count).map(scale.tickFormat(count));
  };
  assert.deepEqual(print([-0.1, 0.12], 4), ['−0.10', '−0.05', '0.00', '0.05', '0.10']);
  assert.deepEqual(print([0, 2500], 5), ['0', '500', '1,000', '1,500', '2,000', '2,500']);
});
