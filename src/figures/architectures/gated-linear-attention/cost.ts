import {
  listChunks,
  runPasses,
  type Cost,
  type KeyedSizes,
  type LayerCost,
} from '../cost-model.ts';

/**
 * Gated linear attention over n tokens in T = ⌈n/C⌉ chunks: Yang et al. (2024), §4, the chunkwise form,
 * and within a chunk the parallel one, (Q ⊙ B)(K / B)ᵀ below the diagonal, where B multiplies up the gates.
 * K channels of keys, V of values, H heads with a state of S = KV/H numbers together; every chunk is alike.
 *
 * Within a chunk of r tokens all r² scores: QKᵀ, 2r²K, and their product with V, 2r²V. For each token 4K to
 * multiply up the gates, to bring them to queries and keys, and to the keys that the state takes; 4S to
 * read the state and to write it. The state decays once for each chunk, S.
 *
 *     FLOPs = 2Σr²(K + V) + n(4S + 4K) + T·S
 *     numbers = n(3K + 2V) + Hc² + 2cK + K + S,    c = min(C, n)
 *
 * The numbers are q, k, gates, v and output; of a chunk the scores, the gated queries and keys, and the
 * product of its gates; the state. The paper computes scores near the diagonal in logarithms, in chunks
 * of chunks, to stay within the range of floating-point numbers; that overhead is left out.
 */
export function gatedLinearAttentionCost(
  length: number,
  { heads, keys, values, chunk }: KeyedSizes,
): Cost {
  const { count, longest, pairs } = listChunks(length, chunk);
  const state = (keys * values) / heads;
  return {
    flops: 2 * pairs * (keys + values) + length * (4 * state + 4 * keys) + count * state,
    numbers:
      length * (3 * keys + 2 * values) + heads * longest ** 2 + 2 * longest * keys + keys + state,
  };
}

/**
 * As published, Yang et al. (2024), §4.4 and §5: keys of D/2, values of D, 4 heads. Both ways, two passes: ViG of
 * Liao et al. (2025). Weights: Q and K of D²/2 each; V, the output gate and the output of D² each; the gates of rank
 * 16, 16(D + D/2); a SwiGLU network of 8D².
 */
export const gatedLinearAttentionLayer: LayerCost = {
  mixing: (length, { width, chunk, direction }) =>
    runPasses(
      gatedLinearAttentionCost(length, { heads: 4, keys: width / 2, values: width, chunk }),
      direction,
    ),
  weights: ({ width }) => 12 * width ** 2 + 24 * width,
};
