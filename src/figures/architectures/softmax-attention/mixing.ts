import { at, dot, linear, type Matrix, type Vector } from '../../shared/linear-algebra.ts';
import { softmax, type Direction } from '../algebra.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One attention head over L tokens. */
export interface SoftmaxAttention {
  /** Q, L×d_k. */
  readonly queries: Matrix;
  /** K, L×d_k. */
  readonly keys: Matrix;
}

/**
 * Softmax attention, M = softmax(QKᵀ / √d_k): Vaswani et al. (2017), "Attention Is All You Need",
 * Eq. 1, without a mask, as an encoder uses it: Devlin et al. (2019), "BERT", §3.
 *
 * One head, one channel of the values; the output projection and the other heads are left out. Every
 * entry is positive and every row sums to one. There is no recurrent form: row i needs all L keys.
 *
 * Where it is causal, the scores of later tokens are masked to −∞, as in a decoder: Vaswani et al., §3.2.3.
 */
export function softmaxAttentionMatrix(
  { queries, keys }: SoftmaxAttention,
  direction: Direction = 'both-ways',
): number[][] {
  return queries.map((query, i) => {
    const read = readableKeys(keys, i, direction);
    const weights = softmax(read.map((key) => score(query, key)));
    return [...weights, ...keys.slice(read.length).map(() => 0)];
  });
}

/** The keys that output i may read. */
function readableKeys(keys: Matrix, i: number, direction: Direction): Matrix {
  return direction === 'causal' ? keys.slice(0, i + 1) : keys;
}

function score(query: Vector, key: Vector): number {
  return dot(query, key) / Math.sqrt(query.length);
}

/**
 * The same head key by key: each query reads the cache of keys and values once, from its beginning, and
 * keeps the largest score m so far, the denominator d and the numerator n relative to exp(m), so that a
 * larger score rescales both: Milakov & Gimelshein (2018), "Online normalizer calculation for softmax",
 * Algorithm 3, with the values summed along. It is a recurrence over the keys of one query, not over the
 * tokens: the cache grows with the text.
 */
export function runSoftmaxAttention(
  { queries, keys }: SoftmaxAttention,
  values: Vector,
  direction: Direction = 'both-ways',
): number[] {
  return queries.map((query, i) => {
    let [maximum, numerator, denominator] = [-Infinity, 0, 0];
    readableKeys(keys, i, direction).forEach((key, j) => {
      const present = score(query, key);
      const next = Math.max(maximum, present);
      const rescale = Math.exp(maximum - next);
      const power = Math.exp(present - next);
      numerator = numerator * rescale + power * at(values, j);
      denominator = denominator * rescale + power;
      maximum = next;
    });
    return numerator / denominator;
  });
}

/**
 * A head of d_k = 8 with linear queries and keys. The default gain makes the scores' standard deviation
 * about 1.4: at BERT's initialisation (0.02) every row would be uniform, and the plate one flat tone.
 *
 * @param options.gain of queries and of keys, so that scores grow with its square; 0 for uniform rows
 */
export function randomSoftmaxAttention(
  { tokens, weights }: Source,
  { gain = 1.2 }: { gain?: number | undefined } = {},
): SoftmaxAttention {
  return { queries: linear(tokens, weights(8, gain)), keys: linear(tokens, weights(8, gain)) };
}

/**
 * Rows rotated by their positions, pair by pair, row t by t θ_i with θ_i = 10000^{−2i/d}: Su et al. (2024), “RoFormer”,
 * Eq. 15. So q·k depends on the distance of two tokens.
 */
export function rotate(rows: Matrix): number[][] {
  return rows.map((row, t) =>
    row.map((value, n) => {
      const angle = t * 10_000 ** -((n - (n % 2)) / row.length);
      const other = n % 2 === 0 ? -at(row, n + 1) : at(row, n - 1);
      return value * Math.cos(angle) + other * Math.sin(angle);
    }),
  );
}

export function createMixer(source: Source, { gain, isRotary = false }: MixerOptions): Mixer {
  const { queries, keys } = randomSoftmaxAttention(source, { gain });
  const head = isRotary ? { queries: rotate(queries), keys: rotate(keys) } : { queries, keys };
  return {
    matrix: (direction) => softmaxAttentionMatrix(head, direction),
    run: (inputs, direction) => ({ outputs: runSoftmaxAttention(head, inputs, direction) }),
  };
}

export const structure = 'Every output takes from every input, before it and after it, unevenly.';

export const account: MixerAccount = {
  family: 'attention',
  formula: 'M_{ij} = softmax_j(q_i·k_j / √d)',
  inputs: 'q and k set by the token',
  sources: {
    causal: 'Vaswani et al. 2017, masked',
    'both-ways': 'Vaswani et al. 2017, Eq. 1',
  },
};
