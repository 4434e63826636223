import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accumulate,
  decodeOrder,
  depth,
  discountAt,
  encodeOrder,
  gainOf,
  grades,
  moveResult,
  orderCount,
  rankResults,
  sortByGrade,
  type Discount,
  type Gain,
} from '../../../../src/figures/ranked-results/core.ts';

const kinds = fc.record({
  grades: fc.constantFrom<keyof typeof grades>('graded', 'single'),
  gain: fc.constantFrom<Gain>('linear', 'exponential'),
  discount: fc.constantFrom<Discount>('log', 'base-2', 'base-10'),
});
const orders = fc.nat({ max: orderCount - 1 });
const ranks = fc.nat({ max: depth - 1 });

/** The measure once more, by the words of its definition: from the last rank up, with natural logarithms. */
function measure(
  given: readonly number[],
  { gain, discount }: { gain: Gain; discount: Discount },
): number {
  let sum = 0;
  for (let rank = given.length; rank >= 1; rank -= 1) {
    const grade = given[rank - 1] ?? 0;
    const value = gain === 'linear' ? grade : grade === 0 ? 0 : (1 << grade) - 1;
    const base = { log: Infinity, 'base-2': 2, 'base-10': 10 }[discount];
    const divisor =
      discount === 'log'
        ? Math.log(rank + 1) / Math.LN2
        : rank >= base
          ? Math.log(rank) / Math.log(base)
          : 1;
    sum += value / divisor;
  }
  return sum;
}

test('the score is that of an implementation of its own', () => {
  fc.assert(
    fc.property(orders, ranks, kinds, (number, result, kinds) => {
      const given = grades[kinds.grades];
      const ranked = decodeOrder(number).map((one) => given[one] ?? 0);
      const ideal = measure(
        [...given].sort((a, b) => b - a),
        kinds,
      );
      const { dcg, ndcg, moves, chosen, results } = rankResults(number, result, kinds);
      assert.ok(Math.abs(dcg - measure(ranked, kinds)) < 1e-12);
      assert.ok(Math.abs(ndcg - measure(ranked, kinds) / ideal) < 1e-12);
      assert.ok(Math.abs((moves[chosen]?.ndcg ?? 0) - ndcg) < 1e-12);
      assert.equal(moves[chosen]?.order, number);
      assert.deepEqual(
        results.map(({ grade }) => grade),
        ranked,
      );
    }),
  );
});

test('worked examples have their sums', () => {
  // 3 / log2 2 + 2 / log2 3 + 3 / log2 4 + 0 + 1 / log2 6 + 2 / log2 7
  assert.equal(accumulate([3, 2, 3, 0, 1, 2], 'log').toFixed(3), '6.861');
  // Järvelin & Kekäläinen (2002), §2.2: the DCG of G′ = <3, 2, 3, 0, 0, 1, 2, 2, 3, 0> with b = 2.
  const gains = [3, 2, 3, 0, 0, 1, 2, 2, 3, 0];
  const sums = gains.map((_, index) => accumulate(gains.slice(0, index + 1), 'base-2'));
  assert.deepEqual(
    sums.map((sum) => sum.toFixed(2)),
    ['3.00', '5.00', '6.89', '6.89', '6.89', '7.28', '7.99', '8.66', '9.61', '9.61'],
  );
});

test('the score is from 0 to 1, and 1 in an ideal order alone', () => {
  fc.assert(
    fc.property(orders, ranks, kinds, (number, result, kinds) => {
      const { ndcg, results } = rankResults(number, result, kinds);
      assert.ok(ndcg > 0 && ndcg <= 1 + 1e-12);
      // Where all ranks count alike, each order is ideal.
      const isIdeal = results.every(({ gain, idealGain }) => gain === idealGain);
      if (kinds.discount === 'log') assert.equal(ndcg > 1 - 1e-12, isIdeal);
      const best = encodeOrder(sortByGrade(grades[kinds.grades]));
      assert.equal(rankResults(best, result, kinds).ndcg, 1);
    }),
  );
});

test('to put the higher grade of two first never lowers the score, and raises it by their gains and discounts', () => {
  fc.assert(
    fc.property(orders, ranks, ranks, kinds, (number, one, other, kinds) => {
      const [upper, lower] = [Math.min(one, other), Math.max(one, other)];
      const order = decodeOrder(number);
      const swapped = order.with(upper, order[lower] ?? 0).with(lower, order[upper] ?? 0);
      const before = rankResults(number, 0, kinds);
      const after = rankResults(encodeOrder(swapped), 0, kinds);
      const gain = (index: number) => before.results[index]?.gain ?? 0;
      const steps = discountAt(upper + 1, kinds.discount) - discountAt(lower + 1, kinds.discount);
      const expected = ((gain(lower) - gain(upper)) * steps) / before.ideal;
      assert.ok(steps >= 0);
      assert.ok(Math.abs(after.ndcg - before.ndcg - expected) < 1e-12);
    }),
  );
});

test('one relevant result has ten scores, one for each rank', () => {
  const { moves } = rankResults(0, 3, { grades: 'single', gain: 'linear', discount: 'log' });
  assert.deepEqual(
    moves.map(({ ndcg }) => ndcg.toFixed(3)),
    ['1.000', '0.631', '0.500', '0.431', '0.387', '0.356', '0.333', '0.315', '0.301', '0.289'],
  );
});

test('each order has a number of its own, in the order of words', () => {
  assert.deepEqual(decodeOrder(0), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(decodeOrder(1), [0, 1, 2, 3, 4, 5, 6, 7, 9, 8]);
  assert.deepEqual(decodeOrder(orderCount - 1), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  fc.assert(
    fc.property(orders, ranks, ranks, (number, from, to) => {
      const order = decodeOrder(number);
      assert.equal(encodeOrder(order), number);
      const moved = moveResult(order, from, to);
      assert.equal(moved[to], order[from]);
      assert.deepEqual(moveResult(moved, to, from), order);
    }),
  );
});

test('a grade has the gain of its kind', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((grade) => [gainOf(grade, 'linear'), gainOf(grade, 'exponential')]),
    [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 7],
    ],
  );
});
