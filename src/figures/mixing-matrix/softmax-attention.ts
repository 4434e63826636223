import { dot, linear, softmax, type Matrix } from './algebra.ts';
import type { Source } from './source.ts';

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
 */
export function softmaxAttentionMatrix({ queries, keys }: SoftmaxAttention): number[][] {
  return queries.map((query) =>
    softmax(keys.map((key) => dot(query, key) / Math.sqrt(query.length))),
  );
}

/**
 * A head of d_k = 8 with linear queries and keys. The gain makes the scores' standard deviation about
 * 1.4: at BERT's initialisation (0.02) every row would be uniform, and the plate one flat tone.
 */
export function randomSoftmaxAttention({ tokens, weights }: Source): SoftmaxAttention {
  const gain = 1.2;
  return { queries: linear(tokens, weights(8, gain)), keys: linear(tokens, weights(8, gain)) };
}
