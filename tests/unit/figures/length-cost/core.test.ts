import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  computeLengthCosts,
  costOf,
  findDearerFrom,
  quantities,
  type CostScope,
} from '../../../../src/figures/length-cost/core.ts';
import { listChunks, type Sizes } from '../../../../src/figures/architectures/cost-model.ts';
import { lengths } from '../../../../src/figures/length-cost/parameters.ts';
import { gatedLinearAttentionCost } from '../../../../src/figures/architectures/gated-linear-attention/cost.ts';
import { retentionCost } from '../../../../src/figures/architectures/retention/cost.ts';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';

const initial: Sizes = {
  width: 768,
  heads: 12,
  state: 16,
  chunk: 64,
  scores: 'whole',
  direction: 'causal',
};
const parts = ['layer', 'mixing'] as const;
const directions = ['causal', 'both-ways'] as const;

const anySizes = fc.record<Sizes>({
  width: fc.constantFrom(256, 512, 768, 4096),
  heads: fc.constantFrom(1, 2, 8, 32),
  state: fc.integer({ min: 4, max: 256 }),
  chunk: fc.integer({ min: 16, max: 512 }),
  scores: fc.constantFrom('whole', 'tiles'),
  direction: fc.constantFrom(...directions),
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
        const flops = (length: number) =>
          costOf(mixing, 'mixing', length, { ...initial, scores }).flops;
        assert.ok(Math.abs(slope(flops, far) - (expected[mixing] ?? 1)) < 1e-4);
      }
    });
  }

  test('long convolution: operations grow as n log n, neither as n nor as a higher power', () => {
    const flops = (length: number) => costOf('long-convolution', 'mixing', length, initial).flops;
    const ratio = (length: number) => flops(length) / (length * Math.log2(length));
    // (10 log₂ n + 2) / log₂ n tends to 10 as 1 / log₂ n.
    for (const k of range(10, 60)) {
      assert.ok(Math.abs(ratio(2 ** k) / initial.width - 10 - 2 / k) < 1e-9);
    }
    assert.ok(slope(flops, far) > 1.02 && slope(flops, far) < 1.06);
  });

  test('numbers held: the power 2 for attention with all its scores, else 1', () => {
    for (const mixing of mixings) {
      for (const scores of ['whole', 'tiles'] as const) {
        const numbers = (length: number) =>
          costOf(mixing, 'layer', length, { ...initial, scores }).numbers;
        const power = mixing === 'softmax-attention' && scores === 'whole' ? 2 : 1;
        assert.ok(Math.abs(slope(numbers, far) - power) < 1e-3, `${mixing}, ${scores}`);
      }
    }
  });

  test('tiles cost attention a little more or less operations, a share that does not grow', () => {
    const flops = (scores: Sizes['scores']) =>
      costOf('softmax-attention', 'mixing', far, { ...initial, scores }).flops;
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
        fc.constantFrom(...parts),
        (sizes, mixing, quantity, part) => {
          const cost = (n: number) => costOf('softmax-attention', part, n, sizes)[quantity];
          const other = (n: number) => costOf(mixing, part, n, sizes)[quantity];
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

  test('by hand: a state space of 2D channels costs 10n · 2D · N, attention 4n²D + 6n²H', () => {
    // n (4 · 768 + 6 · 12) > 10 · 1536 · 16, n > 78.16…
    const { crossings } = computeLengthCosts(lengths, initial, 'mixing');
    const crossing = crossings.find(
      ({ mixing, quantity }) => mixing === 'selective-state-space' && quantity === 'flops',
    );
    assert.equal(crossing?.from, 79);
    assert.ok(Math.abs((crossing.meeting?.length ?? NaN) - (10 * 1536 * 16) / 3144) < 1e-9);
  });

  test('where curves meet, both costs are alike, and within the token before', () => {
    fc.assert(
      fc.property(anySizes, (sizes) => {
        const { crossings } = computeLengthCosts([65536], sizes, 'mixing');
        for (const { mixing, quantity, from, meeting } of crossings) {
          if (from === undefined || meeting === undefined) continue;
          assert.ok(meeting.length >= from - 1 && meeting.length <= from);
          for (const name of ['softmax-attention', mixing] as const) {
            const [least, most] = [from - 1, from].map(
              (n) => costOf(name, 'mixing', n, sizes)[quantity],
            );
            assert.ok(meeting.cost >= (least ?? NaN) * (1 - 1e-12), `${name}, ${quantity}`);
            assert.ok(meeting.cost <= (most ?? NaN) * (1 + 1e-12), `${name}, ${quantity}`);
          }
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

/** The operations that papers state for n tokens, counted here by themselves, for D = 768. */
describe('as published, counted a second time', () => {
  const D = 768;
  /** Chunks of 64 tokens one after the other; keys and values of a head, each head by itself. */
  const inChunks = (n: number, heads: number, ofChunk: (tokens: number) => number) => {
    let total = 0;
    for (let left = n; left > 0; left -= 64) total += heads * ofChunk(Math.min(left, 64));
    return total;
  };
  /** With two products of a token with a state of k × v, and r × r scores of a chunk with its values. */
  const products = (r: number, k: number, v: number) => r * 2 * (2 * k * v) + r * r * 2 * (k + v);
  const counts: Record<Mixing, (n: number, isBothWays: boolean) => number> = {
    // 12 heads of 64: scores, their scale and softmax, and values.
    'softmax-attention': (n) => 12 * n * n * (2 * 64 + 6 + 2 * 64),
    // 1,536 channels with a state of 16: two for the decay, three to write, three to keep, two to read.
    'selective-state-space': (n, isBothWays) => (isBothWays ? 2 : 1) * n * 1536 * 16 * 10,
    wkv: (n, isBothWays) => n * D * (isBothWays ? 11 + 11 + 19 : 11 + 12),
    // Poli et al. (2023), Appendix A.2, iii, of order 2, and two gates.
    'long-convolution': (n) => 2 * 5 * (2 - 1) * D * Math.log2(n) * n + 2 * n * D,
    // 3 heads with keys of 256 and values of 512.
    retention: (n, isBothWays) =>
      (isBothWays ? 2 : 1) *
      inChunks(n, 3, (r) => products(r, 256, 512) + r * r + r * (256 + 512) + 256 * 512),
    // 4 heads with keys of 96 and values of 192.
    'gated-linear-attention': (n, isBothWays) =>
      (isBothWays ? 2 : 1) * inChunks(n, 4, (r) => products(r, 96, 192) + r * 4 * 96 + 96 * 192),
  };
  const network = 2 * (D * 4 * D) + 2 * (4 * D * D);
  /** Products of a token with the weights of a layer, matrix by matrix. */
  const around: Record<Mixing, number> = {
    'softmax-attention': 4 * (2 * D * D) + network,
    'selective-state-space':
      2 *
      (2 * D * 4 * D + 2 * 2 * D * D + 2 * 2 * D * (48 + 16 + 16) + 2 * 48 * 2 * D + 2 * 4 * 2 * D),
    // Four of D × D around the WKV; then D × D, and D × 4D there and back.
    wkv: 4 * (2 * D * D) + 2 * D * D + network,
    'long-convolution': 4 * (2 * D * D) + 3 * (2 * 3 * D) + network,
    retention: 2 * (2 * D * D) + 3 * (2 * D * 2 * D) + 2 * (2 * D * 2 * D),
    'gated-linear-attention':
      2 * (2 * D * (D / 2)) + 3 * (2 * D * D) + 2 * D * 16 + (2 * 16 * D) / 2 + 3 * (2 * D * 2048),
  };
  const blocks = (mixing: Mixing) => (mixing === 'selective-state-space' ? 2 : 1);

  test('the operations of each, whole and of the mixing, in both directions', () => {
    for (const mixing of mixings) {
      for (const direction of directions) {
        for (const n of [4, 64, 100, 599, 4096]) {
          const count = counts[mixing](n, direction === 'both-ways');
          const sizes = { ...initial, direction };
          const flops = (part: CostScope) => costOf(mixing, part, n, sizes).flops;
          assert.ok(Math.abs(flops('mixing') - count) < 1e-3, `${mixing}, ${direction}, ${n}`);
          const layer = blocks(mixing) * count + n * around[mixing];
          assert.ok(Math.abs(flops('layer') - layer) < 1e-3, `${mixing}, ${direction}, ${n}`);
        }
      }
    }
  });

  const expected = {
    'mixing, causal': [6, 79, 8, 595, 139],
    'mixing, both-ways': [11, 157, 8, 1192, 279],
    'layer, causal': [381, 415, 15, 595, 149],
    'layer, both-ways': [386, 571, 15, 1192, 290],
  };
  const others = [
    'wkv',
    'selective-state-space',
    'long-convolution',
    'retention',
    'gated-linear-attention',
  ] as const;
  for (const part of parts) {
    for (const direction of directions) {
      const listed = expected[`${part}, ${direction}`];
      test(`${part}, ${direction}: attention stays dearer from ${listed.join(', ')}`, () => {
        const cost = (mixing: Mixing, n: number) => {
          const count = counts[mixing](n, direction === 'both-ways');
          return part === 'mixing' ? count : blocks(mixing) * count + n * around[mixing];
        };
        const { crossings } = computeLengthCosts(lengths, { ...initial, direction }, part);
        others.forEach((mixing, index) => {
          let from = 4096;
          while (cost('softmax-attention', from - 1) > cost(mixing, from - 1)) from -= 1;
          assert.equal(from, listed[index], mixing);
          const found = crossings.find(
            (crossing) => crossing.mixing === mixing && crossing.quantity === 'flops',
          );
          assert.equal(found?.from, listed[index], mixing);
        });
      });
    }
  }

  test('with heads and widths like those of BERT, retention and GLA would cross at 125', () => {
    for (const cost of [retentionCost, gatedLinearAttentionCost]) {
      const alike = { heads: 12, keys: D, values: D, chunk: 64 };
      const isDearer = (n: number) => counts['softmax-attention'](n, false) > cost(n, alike).flops;
      assert.deepEqual([isDearer(124), isDearer(125)], [false, true]);
    }
  });

  test('of a BERT layer, mixing is 2.8 % at 128 tokens, 10 % at 512, and half from 4,503', () => {
    const { share } = computeLengthCosts(lengths, initial, 'layer');
    const at = (n: number) => share.at[lengths.indexOf(n)] ?? NaN;
    for (const n of [128, 512]) {
      const mixing = counts['softmax-attention'](n, false);
      assert.ok(Math.abs(at(n) - mixing / (mixing + n * around['softmax-attention'])) < 1e-12);
    }
    assert.deepEqual([at(128).toFixed(3), at(512).toFixed(3)], ['0.028', '0.102']);
    assert.equal(share.halfFrom, 4503);
    // Of matrix products alone, 4n²D of 4n²D + 24nD²: 2.7 %, and half at 6D.
    assert.equal((128 / (128 + 6 * D)).toFixed(3), '0.027');
    assert.equal(6 * D, 4608);
  });

  test('the numbers held are those of the mixing', () => {
    for (const mixing of mixings) {
      const [layer, alone] = parts.map((part) => costOf(mixing, part, 300, initial).numbers);
      assert.equal(layer, alone);
    }
  });
});
