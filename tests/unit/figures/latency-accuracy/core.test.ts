import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  findFrontier,
  rankByLength,
  rankMeasurements,
} from '../../../../src/figures/latency-accuracy/core.ts';
import type { Measurement } from '../../../../src/figures/latency-accuracy/measurement.ts';

const measure = (architecture: string, latency: number, ndcg: number): Measurement => ({
  architecture,
  latency,
  ndcg,
});

/** By the definition: no slower, no less accurate, and better in one of the two. */
const dominates = (a: Measurement, b: Measurement) =>
  a.latency <= b.latency && a.ndcg >= b.ndcg && (a.latency < b.latency || a.ndcg > b.ndcg);

// Few values, so that ties of either kind, and whole doubles, are common.
const measurements = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([latency, ndcg]) => measure(`${latency}/${ndcg}`, latency, ndcg / 6)),
  { minLength: 1, maxLength: 14 },
);

test('the frontier is what nothing dominates, in order of latency', () => {
  fc.assert(
    fc.property(measurements, (given) => {
      const frontier = findFrontier(given);
      const expected = given.filter((one) => !given.some((other) => dominates(other, one)));
      assert.deepEqual(new Set(frontier), new Set(expected));
      assert.equal(frontier.length, expected.length);
      assert.deepEqual(
        frontier,
        frontier.toSorted((a, b) => a.latency - b.latency),
      );
    }),
    { numRuns: 500 },
  );
});

test('what is not on it names one that is and dominates it, the most accurate of those', () => {
  fc.assert(
    fc.property(measurements, (given) => {
      const { ranked, frontier } = rankMeasurements(given);
      assert.equal(ranked.length, given.length);
      for (const { dominatedBy, overlaps, ...one } of ranked) {
        const better = frontier.filter((other) => dominates(other, one));
        assert.equal(dominatedBy !== undefined, better.length > 0);
        assert.equal(overlaps, undefined);
        if (dominatedBy === undefined) continue;
        assert.ok(better.includes(dominatedBy));
        assert.equal(dominatedBy.ndcg, Math.max(...better.map(({ ndcg }) => ndcg)));
      }
    }),
    { numRuns: 500 },
  );
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(measurements, (given) => {
      const points = (rows: Measurement[]) =>
        findFrontier(rows).map(({ latency, ndcg }) => [latency, ndcg]);
      assert.deepEqual(points(given.toReversed()), points(given));
    }),
  );
});

test('ties, and one alone', () => {
  const [a, same, slower, worse] = [
    measure('A', 5, 0.5),
    measure('A again', 5, 0.5),
    measure('slower', 6, 0.5),
    measure('worse', 5, 0.4),
  ];
  assert.deepEqual(findFrontier([a]), [a]);
  assert.deepEqual(findFrontier([a, same]), [a, same]);
  assert.deepEqual(findFrontier([slower, a]), [a]);
  assert.deepEqual(findFrontier([worse, a]), [a]);
  assert.deepEqual(findFrontier([]), []);
});

test('that one is dominated is not sure where the two intervals meet', () => {
  const best: Measurement = { ...measure('best', 5, 0.5), interval: [0.48, 0.52] };
  const rank = (other: Measurement) => rankMeasurements([best, other]).ranked.at(-1);
  const worse = measure('worse', 6, 0.47);
  assert.equal(rank({ ...worse, interval: [0.45, 0.48] })?.overlaps, best);
  assert.equal(rank({ ...worse, interval: [0.45, 0.479] })?.overlaps, undefined);
  assert.equal(rank(worse)?.overlaps, undefined);
});

test('nor that one is on the frontier where its interval meets that of a faster one there', () => {
  const interval = (low: number, high: number) => ({ interval: [low, high] as const });
  const fast = { ...measure('fast', 5, 0.5), ...interval(0.4, 0.6) };
  const middle = { ...measure('middle', 6, 0.55), ...interval(0.54, 0.56) };
  const slow = { ...measure('slow', 7, 0.61), ...interval(0.6, 0.62) };
  const list = (...given: Measurement[]) =>
    rankMeasurements(given).ranked.map(({ overlaps }) => overlaps?.architecture);
  assert.deepEqual(list(fast, middle), [undefined, 'fast']);
  // Not with the next faster one, but with the one before that.
  assert.deepEqual(list(fast, middle, slow), [undefined, 'fast', 'fast']);
  assert.deepEqual(list(middle, slow), [undefined, undefined]);
  assert.deepEqual(list(fast, measure('without', 6, 0.55)), [undefined, undefined]);
  // Of two that are equal, neither is worse.
  assert.deepEqual(list(fast, fast), [undefined, undefined]);
});

test('with scores of queries, the paired difference tells what is sure, whatever the marginal intervals', () => {
  const wide = { interval: [0.3, 0.7] as const };
  const pair = (...interval: [number, number]) =>
    rankMeasurements([
      { ...measure('best', 5, 0.5), ...wide, differences: [] },
      { ...measure('worse', 6, 0.47), ...wide, differences: [{ mean: -0.03, interval }] },
    ]).ranked.at(-1)?.overlaps?.architecture;
  assert.equal(pair(-0.05, -0.01), undefined);
  assert.equal(pair(-0.05, 0), 'best');
  // The other way round, with the best below in the table.
  const [, second] = rankMeasurements([
    { ...measure('worse', 6, 0.47), ...wide, differences: [] },
    { ...measure('best', 5, 0.5), ...wide, differences: [{ mean: 0.03, interval: [-0.01, 0.07] }] },
  ]).ranked;
  assert.equal(second?.overlaps?.architecture, 'best');
});

test('each class of lengths has its own ranking, in the order of the table', () => {
  const [all, short, long] = rankByLength([
    measure('A', 5, 0.5),
    { ...measure('A', 4, 0.6), length: 'short' },
    { ...measure('B', 4, 0.7), length: 'short' },
    { ...measure('A', 6, 0.4), length: 'long' },
  ]);
  assert.deepEqual([all.length, short?.length, long?.length], [undefined, 'short', 'long']);
  assert.deepEqual(
    [all, short, long].map((ranking) => ranking?.frontier.map(({ architecture }) => architecture)),
    [['A'], ['B'], ['A']],
  );
});

test('without measurements there is nothing to compare', () => {
  assert.throws(() => rankMeasurements([]), RangeError);
});
