import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  findNearest,
  measureCosine,
  measureRecall,
  orderHeads,
} from '../../../../src/figures/prune-heads/pruning.ts';

const number = fc.double({ min: -5, max: 5, noNaN: true });
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .filter((rows) => rows.every((row) => row.some((value) => Math.abs(value) > 0.1)));

/** Every set of `count` of the numbers from 0 to `size` − 1. */
function listSubsets(size: number, count: number): number[][] {
  if (count === 0) return [[]];
  if (count > size) return [];
  const without = listSubsets(size - 1, count);
  return [...without, ...listSubsets(size - 1, count - 1).map((set) => [...set, size - 1])];
}

test('in theory, the mean square of the cosine over all sets of heads is 1 − s, whatever the embedding', () => {
  fc.assert(
    fc.property(matrices, fc.nat(), (rows, draw) => {
      const size = rows[0]?.length ?? 0;
      const count = draw % size;
      const [row = []] = rows;
      const sets = listSubsets(size, count);
      const squares = sets.map((removed) => measureCosine([row], removed) ** 2);
      const mean = squares.reduce((sum, square) => sum + square, 0) / sets.length;
      assert.ok(Math.abs(mean - (1 - count / size)) < 1e-9);
    }),
  );
});

test('in theory, the mean cosine itself is at most √(1 − s), and reaches it where all heads are alike', () => {
  const average = (row: readonly number[], count: number) => {
    const sets = listSubsets(row.length, count);
    return sets.reduce((sum, removed) => sum + measureCosine([row], removed) / sets.length, 0);
  };
  fc.assert(
    fc.property(matrices, ([row = []]) => {
      for (const count of row.keys())
        assert.ok(average(row, count) <= Math.sqrt(1 - count / row.length) + 1e-9);
    }),
  );
  for (const count of [3, 5, 7])
    assert.ok(Math.abs(average(Array(10).fill(-2), count) - Math.sqrt(1 - count / 10)) < 1e-12);
});

test('a cosine is that of the two vectors, the removed heads at 0', () => {
  fc.assert(
    fc.property(matrices, fc.nat(), (rows, draw) => {
      const size = rows[0]?.length ?? 0;
      const removed = [draw % size];
      const cosines = rows.map((row) => {
        const pruned = row.map((value, head) => (removed.includes(head) ? 0 : value));
        const inner = row.reduce((sum, value, head) => sum + value * (pruned[head] ?? NaN), 0);
        const length = Math.hypot(...pruned);
        return length === 0 ? 0 : inner / Math.hypot(...row) / length;
      });
      const mean = cosines.reduce((sum, cosine) => sum + cosine / rows.length, 0);
      assert.ok(Math.abs(measureCosine(rows, removed) - mean) < 1e-7);
    }),
  );
});

test('no set of heads of a size leaves more of the squares than the weakest do, and none less than the strongest', () => {
  fc.assert(
    fc.property(matrices, fc.nat(), (rows, draw) => {
      const size = rows[0]?.length ?? 0;
      const count = draw % size;
      const lost = (removed: readonly number[]) =>
        removed.reduce(
          (sum, head) => sum + rows.reduce((total, row) => total + (row[head] ?? NaN) ** 2, 0),
          0,
        );
      const all = listSubsets(size, count).map(lost);
      const [weakest = []] = orderHeads(rows, 'weakest', 1);
      const [strongest = []] = orderHeads(rows, 'strongest', 1);
      assert.ok(lost(weakest.slice(0, count)) <= Math.min(...all) + 1e-9);
      assert.ok(lost(strongest.slice(0, count)) >= Math.max(...all) - 1e-9);
    }),
  );
});

test('random orders hold each head once, and are those of the seed', () => {
  const rows = [[1, 2, 3, 4, 5]];
  const orders = orderHeads(rows, 'random', 4);
  assert.ok(orders.length > 1);
  for (const order of orders) assert.deepEqual(order.toSorted(), [0, 1, 2, 3, 4]);
  assert.deepEqual(orderHeads(rows, 'random', 4), orders);
  assert.notDeepEqual(orderHeads(rows, 'random', 5), orders);
});

test('the nearest passages are the first of a sort by inner product, without the query', () => {
  fc.assert(
    fc.property(matrices, fc.integer({ min: 1, max: 3 }), (rows, count) => {
      fc.pre(rows.length > count);
      const inner = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, value, head) => sum + value * (b[head] ?? NaN), 0);
      findNearest(rows, count).forEach((list, index) => {
        const query = rows[index] ?? [];
        const others = rows.filter((_, other) => other !== index);
        const best = others.map((row) => inner(query, row)).sort((a, b) => b - a);
        const scores = list.map((other) => inner(query, rows[other] ?? []));
        assert.ok(!list.includes(index));
        assert.equal(new Set(list).size, count);
        assert.deepEqual(
          scores.sort((a, b) => b - a),
          best.slice(0, count),
        );
      });
    }),
  );
});

test('recall is the share of each list that is found again', () => {
  const before = [
    [1, 2],
    [3, 4],
  ];
  assert.equal(measureRecall(before, before), 1);
  const after = [
    [2, 5],
    [6, 7],
  ];
  assert.equal(measureRecall(before, after), 0.25);
});
