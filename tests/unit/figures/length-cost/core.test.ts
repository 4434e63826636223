import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  computeLengthCosts,
  findDearerFrom,
  quantities,
} from '../../../../src/figures/length-cost/core.ts';
import { costOf } from '../../../../src/figures/architectures/costs.ts';
import { listChunks, type Sizes } from '../../../../src/figures/architectures/cost-model.ts';
import { lengths } from '../../../../src/figures/length-cost/parameters.ts';
import { mixings } from '../../../../src/lib/mixing.ts';

const initial: Sizes = { width: 768, heads: 8, state: 16, chunk: 64, scores: 'whole' };

const anySizes = fc.record<Sizes>({
  width: fc.constantFrom(128, 256, 768, 4096),
  heads: fc.constantFrom(1, 2, 8, 32),
  state: fc.integer({ min: 4, max: 256 }),
  chunk: fc.integer({ min: 16, max: 512 }),
  scores: fc.constantFrom('whole', 'tiles'),
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('chunks: their number, the longest, and the pairs within them', () => {
  for (const length of range(1, 40)) {
    for (const chunk of range(1, 45)) {
      const list: number[] = [];
      for (let left = length; left > 0; left -= chunk) list.push(Math.min(left, chunk));
      assert.deepEqual(listChunks(length, chunk), {
        count: list.length,
        longest: Math.max(...list),
        pairs: list.reduce((sum, tokens) => sum + tokens ** 2, 0),
      });
    }
  }
});

describe('for long texts', () => {
  /** d log cost / d log n, from n to 2n. */
  const slope = (cost: (length: number) => number, length: number) =>
    Math.log2(cost(2 * length) / cost(length));
  const far = 2 ** 26;

  const expected = { 'softmax-attention': 2 } as Record<string, number>;
  for (const mixing of mixings.filter((name) => name !== 'long-convolution')) {
    test(`${mixing}: operations grow as the power ${expected[mixing] ?? 1}`, () => {
      for (const scores of ['whole', 'tiles'] as const) {
        const flops = (length: number) => costOf[mixing](length, { ...initial, scores }).flops;
        assert.ok(Math.abs(slope(flops, far) - (expected[mixing] ?? 1)) < 1e-4);
      }
    });
  }

  test('long convolution: operations grow as n log n, neither as n nor as a higher power', () => {
    const flops = (length: number) => costOf['long-convolution'](length, initial).flops;
    const ratio = (length: number) => flops(length) / (length * Math.log2(length));
    // (20 log₂ 2n + 14) / log₂ n tends to 20 as 1 / log₂ n.
    for (const k of range(10, 60)) {
      assert.ok(Math.abs(ratio(2 ** k) / initial.width - 20 - 34 / k) < 1e-9);
    }
    assert.ok(slope(flops, far) > 1.02 && slope(flops, far) < 1.06);
  });

  test('numbers held: the power 2 for attention with all its scores, else 1', () => {
    for (const mixing of mixings) {
      for (const scores of ['whole', 'tiles'] as const) {
        const numbers = (length: number) => costOf[mixing](length, { ...initial, scores }).numbers;
        const power = mixing === 'softmax-attention' && scores === 'whole' ? 2 : 1;
        assert.ok(Math.abs(slope(numbers, far) - power) < 1e-3, `${mixing}, ${scores}`);
      }
    }
  });

  test('tiles cost attention a little more or less operations, a share that does not grow', () => {
    const flops = (scores: Sizes['scores']) =>
      costOf['softmax-attention'](far, { ...initial, scores }).flops;
    assert.ok(Math.abs(flops('tiles') / flops('whole') - 1) < 1 / initial.chunk);
  });
});

describe('crossings', () => {
  test('are those that trying every length finds', () => {
    const longest = lengths.at(-1) ?? NaN;
    fc.assert(
      fc.property(
        anySizes,
        fc.constantFrom(...mixings.slice(1)),
        fc.constantFrom(...quantities),
        (sizes, mixing, quantity) => {
          const cost = (n: number) => costOf['softmax-attention'](n, sizes)[quantity];
          const other = (n: number) => costOf[mixing](n, sizes)[quantity];
          let from: number | undefined = longest + 1;
          while (from > 1 && cost(from - 1) > other(from - 1)) from -= 1;
          if (from > longest) from = undefined;
          assert.equal(findDearerFrom(cost, other, lengths), from, `${mixing}, ${quantity}`);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('the last of several counts, the first length too, and there can be none', () => {
    const steps = (n: number) => [0, 2, 2, 2, 5, 5, 9][n] ?? 9;
    const find = (other: readonly number[], lengths: readonly number[]) =>
      findDearerFrom(steps, (n) => other[n] ?? NaN, lengths);
    assert.equal(find([0, 1, 1, 3, 6, 6, 6], [1, 3, 4, 6]), 6);
    assert.equal(find([1, 1, 1, 1, 1, 1, 1], [1, 3, 4, 6]), 1);
    assert.equal(find([1, 1, 1, 1, 1, 1, 1], [3, 6]), 1);
    assert.equal(find([2, 2, 2, 2, 2, 2, 2], [1, 3, 4, 6]), 4);
    assert.equal(find([9, 9, 9, 9, 9, 9, 9], [1, 3, 4, 6]), undefined);
  });

  test('by hand: a state space costs 10nDN, attention 4n²D + 6n²H', () => {
    // n (4 · 768 + 6 · 8) > 10 · 768 · 16, n > 39.38…
    const { crossings } = computeLengthCosts(lengths, initial, false);
    const crossing = crossings.find(
      ({ mixing, quantity }) => mixing === 'selective-state-space' && quantity === 'flops',
    );
    assert.equal(crossing?.from, 40);
    assert.ok(Math.abs((crossing.meeting?.length ?? NaN) - (10 * 768 * 16) / 3120) < 1e-9);
  });

  test('where curves meet, both costs are alike, and within the token before', () => {
    fc.assert(
      fc.property(anySizes, (sizes) => {
        for (const { mixing, quantity, from, meeting } of computeLengthCosts([65536], sizes, false)
          .crossings) {
          if (from === undefined || meeting === undefined) continue;
          assert.ok(meeting.length >= from - 1 && meeting.length <= from);
          for (const name of ['softmax-attention', mixing] as const) {
            const [least, most] = [from - 1, from].map((n) => costOf[name](n, sizes)[quantity]);
            assert.ok(meeting.cost >= (least ?? NaN) * (1 - 1e-12), `${name}, ${quantity}`);
            assert.ok(meeting.cost <= (most ?? NaN) * (1 + 1e-12), `${name}, ${quantity}`);
          }
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('projections add 8nD² operations to each, no numbers, and move no crossing', () => {
    const alone = computeLengthCosts(lengths, initial, false);
    const whole = computeLengthCosts(lengths, initial, true);
    for (const mixing of mixings) {
      lengths.forEach((length, at) => {
        const [before, after] = [alone.costs[mixing][at], whole.costs[mixing][at]];
        assert.equal((after?.flops ?? NaN) - (before?.flops ?? NaN), 8 * length * 768 ** 2);
        assert.equal(after?.numbers, before?.numbers);
      });
    }
    const places = (result: typeof alone) =>
      result.crossings.map(({ mixing, quantity, from }) => [mixing, quantity, from]);
    assert.deepEqual(places(whole), places(alone));
  });
});
