import { listChunks, type Cost, type LayerCost, type Sizes } from '../cost-model.ts';

/**
 * Softmax attention over n tokens, without a mask: Vaswani et al. (2017), Eq. 1, whose cost is O(n²D) in
 * their Table 1.
 *
 * Scores QKᵀ and their product with V: 2n²D each. For each score and head 6 more: the scale 1/√d, and of
 * the softmax the maximum, the difference from it, the exponential, the sum and the division.
 *
 *     FLOPs = 4n²D + 6n²H,    numbers = 4nD + Hn²  (q, k, v, output; the scores, which become weights)
 */
export function softmaxAttentionCost(length: number, sizes: Sizes): Cost {
  const { width, heads, scores } = sizes;
  if (scores === 'tiles') return tiledAttentionCost(length, sizes);
  return {
    flops: length ** 2 * (4 * width + 6 * heads),
    numbers: 4 * length * width + heads * length ** 2,
  };
}

/**
 * The same in C×C tiles, never holding the scores of more than one: Dao et al. (2022), “FlashAttention”,
 * §3.1, with numbers beside q, k, v and output that are at most linear in n (Theorem 1). As in Dao (2023),
 * “FlashAttention-2”, §3.1, a tile of queries meets all keys in turn, and the output is divided last.
 *
 * For each query, head and each of T = ⌈n/C⌉ tiles of keys, d + 3 operations bring the sums so far
 * to the new maximum; the division is of outputs, nD, and no longer of scores:
 *
 *     FLOPs = 4n²D + 5n²H + nT(D + 3H) + nD,    numbers = 4nD + H(c² + 2c),    c = min(C, n)
 */
function tiledAttentionCost(length: number, { width, heads, chunk }: Sizes): Cost {
  const { count, longest } = listChunks(length, chunk);
  return {
    flops:
      length ** 2 * (4 * width + 5 * heads) + length * count * (width + 3 * heads) + length * width,
    numbers: 4 * length * width + heads * (longest ** 2 + 2 * longest),
  };
}

/**
 * As published, Devlin et al. (2019), §3: q, k, v and the output of D² each, and a feed-forward network that is 4D
 * wide, 8D².
 */
export const softmaxAttentionLayer: LayerCost = {
  mixing: softmaxAttentionCost,
  weights: ({ width }) => 12 * width ** 2,
};
