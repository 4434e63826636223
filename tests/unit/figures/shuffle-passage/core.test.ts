import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';
import { drawEncoder } from '../../../../src/figures/pooled-embedding/encoder.ts';
import { chooseHalfLife } from '../../../../src/figures/pooled-embedding/settings.ts';
import {
  drawOrder,
  drawText,
  passageLength,
  reorder,
} from '../../../../src/figures/pooled-embedding/text.ts';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import {
  changes,
  drawPassage,
  heads,
  type Change,
} from '../../../../src/figures/shuffle-passage/changes.ts';
import {
  compute,
  measureAngle,
  refine,
  sampleSizes,
  type Moves,
} from '../../../../src/figures/shuffle-passage/core.ts';
import { parameters } from '../../../../src/figures/shuffle-passage/parameters.ts';
import { embedAgain } from '../pooled-embedding/reference.ts';

const initial = initialValues(parameters);
type Chosen = typeof initial;
const first = (chosen: Partial<Chosen>): Moves => {
  const { value } = refine({ ...initial, ...chosen }).next();
  assert.ok(value !== undefined);
  return value;
};
const cosine = (a: readonly number[], b: readonly number[]) => {
  const inner = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, n) => sum + value * (q[n] ?? NaN), 0);
  return inner(a, b) / Math.sqrt(inner(a, a) * inner(b, b));
};

test('each change keeps the tokens that it is to keep, at the places that are said', () => {
  for (const kind of ['independent', 'neighbours', 'subject'] as const) {
    const { passage, changed, places } = drawPassage(seededRandom(4), kind);
    assert.equal(passage.length, passageLength);
    const lengths = { shuffle: 16, swap: 16, half: 8, twice: 32, another: 16 };
    for (const change of changes) {
      assert.equal(changed[change].length, lengths[change]);
      places[change].forEach((place, index) => {
        if (place === undefined) assert.ok(!changed[change].includes(passage[index] ?? []));
        else assert.equal(changed[change][place], passage[index]);
      });
    }
    assert.deepEqual(new Set(changed.shuffle), new Set(passage));
    assert.deepEqual(
      changed.swap.slice(0, 4),
      [1, 0, 3, 2].map((index) => passage[index]),
    );
  }
});

test('the means are those of angles from embeddings computed again', () => {
  const states: Partial<Chosen>[] = [
    {},
    { direction: 'causal', positions: 'learned', bias: '1', text: 'subject', seed: 3 },
    { positions: 'rotary', halfLife: 1, text: 'neighbours', seed: 999 },
  ];
  for (const state of states) {
    const { direction, positions, halfLife, bias, text, seed } = { ...initial, ...state };
    const options = chooseHalfLife(2 ** halfLife, Number(bias));
    const setting = { heads, direction, positions, options: () => options };
    const { turns } = first(state);
    for (const mixing of mixings) {
      const draws = [0, 1, 2, 3].map((index) => {
        const { passage, changed } = drawPassage(seededRandom(seed * 64 + index), text);
        const stream = seed * 64 + index + 2 ** 20;
        // The second implementation is slow: the tests of encoders hold all to it, in shorter texts.
        const embed = ['wkv', 'softmax-attention'].includes(mixing)
          ? (tokens: typeof passage) => embedAgain(mixing, stream, setting, tokens)
          : drawEncoder(mixing, stream, setting).embed;
        const before = embed(passage);
        return (change: Change) =>
          (Math.acos(Math.min(1, cosine(before, embed(changed[change])))) * 180) / Math.PI;
      });
      for (const change of changes) {
        const angles = draws.map((draw) => draw(change));
        const mean = angles.reduce((sum, angle) => sum + angle / 4, 0);
        const squares = angles.reduce((sum, angle) => sum + (angle - mean) ** 2, 0);
        const { mean: found, halfWidth } = turns[mixing][change];
        const where = `${mixing} ${change}`;
        // An arc cosine near 1 has half of the digits.
        assert.ok(Math.abs(found - mean) < 1e-5, `${where}: ${found}, not ${mean}`);
        const expected = 3.182 * Math.sqrt(squares / 12);
        assert.ok(Math.abs(halfWidth - expected) < 0.01 * expected + 1e-5, where);
      }
    }
  }
});

test('angles: right ones, small ones, and of any lengths', () => {
  assert.equal(measureAngle([2, 0], [0, 5]), 90);
  assert.equal(measureAngle([1, 1], [3, 3]), 0);
  assert.ok(Math.abs(measureAngle([1, 0], [-2, 0]) - 180) < 1e-12);
  assert.ok(Math.abs(measureAngle([1, 0], [1, 1e-9]) * (Math.PI / 180) - 1e-9) < 1e-20);
});

test('attention without positions turns by nothing under a shuffle, and the mask alone makes it turn', () => {
  assert.ok(first({}).turns['softmax-attention'].shuffle.mean < 1e-9);
  assert.ok(first({}).unmixed.shuffle.mean < 1e-9);
  assert.ok(first({ direction: 'causal' }).turns['softmax-attention'].shuffle.mean > 20);
});

test('positions change attention alone', () => {
  const without = (moves: Moves) => ({ ...moves.turns, 'softmax-attention': undefined });
  const none = first({});
  for (const positions of ['learned', 'rotary'] as const) {
    const moves = first({ positions });
    assert.deepEqual(without(moves), without(none));
    assert.ok(moves.turns['softmax-attention'].shuffle.mean > 1);
  }
});

/** The mean cosine over many passages, with its standard error. */
function averageCosine(
  count: number,
  draw: (seed: number) => number,
): [mean: number, error: number] {
  const values = Array.from({ length: count }, (_, seed) => draw(seed));
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (count - 1) / count)];
}

test('in theory, half of an even mean of independent tokens has cosine √½ with the whole', () => {
  const setting = {
    heads: 48,
    direction: 'both-ways',
    positions: 'none',
    options: () => ({}),
  } as const;
  const [mean, error] = averageCosine(200, (seed) => {
    const text = drawText(seededRandom(seed), 16, 'independent');
    const { average } = drawEncoder('wkv', seed + 2 ** 20, setting);
    return cosine(average(text), average(text.slice(0, 8)));
  });
  // In as many dimensions as a token has, a cosine is a little nearer to 0.
  assert.ok(Math.abs(mean - Math.SQRT1_2) < 4 * error + 0.01, `${mean} ± ${error}`);
});

test('in theory, weights that depend on the place alone have cosine 1 / (1 + CV²) after a shuffle', () => {
  // With queries and keys of one large mean, retention weighs a token by its place.
  const options = () => ({ bias: 1e6, gamma: 0.9 });
  const setting = { heads: 16, direction: 'causal', positions: 'none', options } as const;
  // The weight of place j, without a unit: Σ γ^l over the outputs from j on.
  const weights = Array.from({ length: 16 }, (_, j) => 1 - 0.9 ** (16 - j));
  const even = weights.reduce((sum, weight) => sum + weight / 16, 0);
  const square = weights.reduce((sum, weight) => sum + weight ** 2 / 16, 0);
  const [mean, error] = averageCosine(150, (seed) => {
    const random = seededRandom(seed);
    const text = drawText(random, 16, 'independent');
    const { embed } = drawEncoder('retention', seed + 2 ** 20, setting);
    return cosine(embed(text), embed(reorder(text, drawOrder(random, 16))));
  });
  const expected = even ** 2 / square;
  assert.ok(Math.abs(mean - expected) < 4 * error + 0.01, `${mean} ± ${error}, not ${expected}`);
});

test('slower decays see less order both ways, and one way more', () => {
  const shuffle = (mixing: Mixing, chosen: Partial<Chosen>) =>
    first(chosen).turns[mixing].shuffle.mean;
  for (const mixing of ['wkv', 'retention', 'gated-linear-attention'] as const) {
    assert.ok(shuffle(mixing, { halfLife: 8 }) < shuffle(mixing, { halfLife: 2 }) / 4, mixing);
    const [slow, fast] = [8, 0].map((halfLife) =>
      shuffle(mixing, { halfLife, direction: 'causal' }),
    );
    assert.ok((slow ?? NaN) > (fast ?? NaN), mixing);
  }
});

test('the results get better, and the last one is kept for another change', () => {
  const values = { ...initial, seed: 77, halfLife: 1 };
  const results = [...refine(values)];
  assert.deepEqual(
    results.map(({ passages }) => passages),
    sampleSizes,
  );
  const last = results.at(-1);
  assert.ok(last !== undefined);
  assert.ok(
    last.turns.retention.shuffle.halfWidth < (results[0]?.turns.retention.shuffle.halfWidth ?? 0),
  );
  assert.equal(compute({ ...values, change: 'half' }), last);
});
