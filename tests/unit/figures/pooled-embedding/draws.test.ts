import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  averageDraws,
  studentQuantile,
} from '../../../../src/figures/pooled-embedding/interval.ts';
import {
  correlations,
  drawOrder,
  drawText,
  type TextKind,
} from '../../../../src/figures/pooled-embedding/text.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

test('quantiles of Student’s t are those of the printed tables', () => {
  const table = [
    [3, 3.182],
    [5, 2.571],
    [7, 2.365],
    [11, 2.201],
    [19, 2.093],
    [31, 2.04],
  ] as const;
  for (const [freedom, quantile] of table)
    assert.ok(Math.abs(studentQuantile(freedom) / quantile - 1) < 0.01, String(freedom));
});

test('a mean and its interval, by hand', () => {
  const { mean, halfWidth } = averageDraws([1, 2, 4, 9]);
  assert.equal(mean, 4);
  // s² = (9 + 4 + 0 + 25) / 3.
  assert.ok(Math.abs(halfWidth / (3.182 * Math.sqrt(38 / 3 / 4)) - 1) < 0.01);
  assert.deepEqual(averageDraws([1, 2, 3]), { mean: 2, halfWidth: NaN });
});

test('an order holds each index once', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), (seed, count) => {
      const order = drawOrder(seededRandom(seed), count);
      assert.deepEqual(
        order.toSorted((a, b) => a - b),
        Array.from({ length: count }, (_, index) => index),
      );
    }),
  );
});

test('all orders of three are about equally likely', () => {
  const random = seededRandom(3);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = drawOrder(random, 3).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // Four deviations of a binomial count.
  for (const count of counts.values())
    assert.ok(Math.abs(count - 1000) < 4 * Math.sqrt((6000 * 5) / 36));
});

test('tokens have variance 1, and the correlation that their kind has', () => {
  const distance = 3;
  const expected: Readonly<Record<TextKind, number>> = {
    independent: 0,
    neighbours: correlations.neighbours ** distance,
    subject: correlations.subject,
  };
  for (const [kind, correlation] of Object.entries(expected) as [TextKind, number][]) {
    const random = seededRandom(8);
    let [square, product, count] = [0, 0, 0];
    for (let draw = 0; draw < 500; draw += 1) {
      const text = drawText(random, 4, kind);
      text[0]?.forEach((value, n) => {
        square += value ** 2;
        product += value * (text[distance]?.[n] ?? NaN);
        count += 1;
      });
    }
    assert.ok(Math.abs(square / count - 1) < 0.06, kind);
    assert.ok(Math.abs(product / count - correlation) < 0.06, `${kind} ${product / count}`);
  }
});

test('a longer text begins with the shorter one', () => {
  for (const kind of ['independent', 'neighbours', 'subject'] as const)
    assert.deepEqual(
      drawText(seededRandom(2), 9, kind).slice(0, 5),
      drawText(seededRandom(2), 5, kind),
    );
});
