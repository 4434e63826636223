import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';
import {
  drawEncoder,
  type EncoderSetting,
  type Positions,
} from '../../../../src/figures/pooled-embedding/encoder.ts';
import { chooseHalfLife } from '../../../../src/figures/pooled-embedding/settings.ts';
import { drawOrder, drawText, reorder } from '../../../../src/figures/pooled-embedding/text.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { embedAgain, listEntries } from './reference.ts';

const seeds = fc.integer({ min: 0, max: 9999 });
const lengths = fc.integer({ min: 1, max: 12 });
const settings = fc.record({
  heads: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom('causal' as const, 'both-ways' as const),
  positions: fc.constantFrom<Positions>('none', 'learned', 'rotary'),
  options: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(0, 1)).map(([power, bias]) => {
    const options = chooseHalfLife(2 ** power, bias);
    return () => options;
  }),
});

const drawTokens = (seed: number, length: number) =>
  drawText(seededRandom(seed), length, 'independent');

function assertSame(actual: readonly number[], expected: readonly number[]): void {
  const size = Math.max(1e-6, ...expected.map(Math.abs));
  assert.equal(actual.length, expected.length);
  actual.forEach((value, n) => {
    assert.ok(
      Math.abs(value - (expected[n] ?? NaN)) <= 1e-9 * size,
      `${value}, not ${expected[n]}`,
    );
  });
}

for (const mixing of mixings) {
  test(`${mixing}: embeddings are those of the matrix written entry by entry from the papers`, () => {
    fc.assert(
      fc.property(seeds, lengths, settings, (seed, length, setting) => {
        const tokens = drawTokens(seed + 1, length);
        const encoder = drawEncoder(mixing, seed, setting);
        const expected = embedAgain(mixing, seed, setting, tokens);
        assertSame(encoder.embed(tokens), expected);
        // The weights are kept, and other texts change nothing.
        encoder.embed(drawTokens(seed + 2, 3));
        assertSame(encoder.embed(tokens), expected);
      }),
      { numRuns: 40 },
    );
  });

  test(`${mixing}: the weights of tokens are the means of the columns`, () => {
    fc.assert(
      fc.property(seeds, lengths, settings, (seed, length, given) => {
        const setting: EncoderSetting = { ...given, positions: 'none' };
        const tokens = drawTokens(seed + 1, length);
        const head = setting.heads - 1;
        const { matrix } = listEntries(mixing, seed * setting.heads + head, setting, {
          tokens,
          head,
        });
        const means = tokens.map((_, j) =>
          matrix.reduce((total, row) => total + (row[j] ?? NaN) / length, 0),
        );
        assertSame(drawEncoder(mixing, seed, setting).weigh(tokens, head), means);
      }),
      { numRuns: 20 },
    );
  });
}

/** Embeddings of a text and of the same tokens in another order. */
function compareOrders(mixing: Mixing, setting: EncoderSetting, arrange: typeof drawOrder): void {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 16 }), (seed, length) => {
      const tokens = drawTokens(seed, length);
      const { embed } = drawEncoder(mixing, seed, setting);
      const order = arrange(seededRandom(~seed), length);
      assertSame(embed(reorder(tokens, order)), embed(tokens));
    }),
    { numRuns: 30 },
  );
}

const plain: EncoderSetting = {
  heads: 2,
  direction: 'both-ways',
  positions: 'none',
  options: () => chooseHalfLife(4, 1),
};

test('attention both ways without positions does not see order', () => {
  compareOrders('softmax-attention', plain, drawOrder);
});

test('the others see none where nothing decays, and both ways every distance is alike', () => {
  const options = () => ({ gamma: 1, temperature: Infinity, keyDecay: 0 });
  for (const mixing of ['retention', 'gated-linear-attention', 'wkv'] as const)
    compareOrders(mixing, { ...plain, options }, drawOrder);
});

test('read from its end, a text has the same embedding where both ways share their weights', () => {
  const reverse: typeof drawOrder = (_, count) =>
    Array.from({ length: count }, (_, index) => count - 1 - index);
  const shared = mixings.filter((mixing) => mixing !== 'gated-linear-attention');
  for (const mixing of shared) compareOrders(mixing, plain, reverse);
});

test('every other encoder sees order', () => {
  const seen = (mixing: Mixing, setting: EncoderSetting) => {
    const tokens = drawTokens(5, 8);
    const { embed } = drawEncoder(mixing, 5, setting);
    const [before, after] = [embed(tokens), embed(reorder(tokens, [1, 0, 2, 3, 4, 5, 6, 7]))];
    return before.some((value, n) => Math.abs(value - (after[n] ?? NaN)) > 1e-4);
  };
  for (const mixing of mixings) {
    assert.equal(seen(mixing, plain), mixing !== 'softmax-attention', mixing);
    assert.ok(seen(mixing, { ...plain, direction: 'causal' }), mixing);
  }
  for (const positions of ['learned', 'rotary'] as const)
    assert.ok(seen('softmax-attention', { ...plain, positions }), positions);
});

test('after a half-life a fixed decay has halved', () => {
  const {
    gamma = NaN,
    keyDecay = NaN,
    filterDecay = NaN,
    temperature = NaN,
    stepBias = NaN,
  } = chooseHalfLife(16, 0);
  const step = Math.log(1 + Math.exp(stepBias));
  const shares = [
    gamma,
    Math.exp(-keyDecay),
    Math.exp(-filterDecay),
    0.5 ** (1 / temperature),
    Math.exp(-step),
  ];
  for (const share of shares) assert.ok(Math.abs(share ** 16 - 0.5) < 1e-12, String(share));
});
