import { listChunks, type Cost, type Sizes } from '../cost-model.ts';

/**
 * Gated linear attention over n tokens in T = ⌈n/C⌉ chunks: Yang et al. (2024), §4, the chunkwise form,
 * and within a chunk the parallel one, (Q ⊙ B)(K / B)ᵀ below the diagonal, where B multiplies up the gates.
 * Keys and values are both D wide (their keys are D/2), and every chunk is alike.
 *
 * Within a chunk of r tokens all r² scores: QKᵀ and their product with V, 2r²D each. For each token 4D to
 * multiply up the gates, to bring them to queries and keys, and to the keys that the state takes; 4Dd to
 * read the state and to write it. The state decays once for each chunk, Dd.
 *
 *     FLOPs = 4Σr²D + n(4Dd + 4D) + T·Dd
 *     numbers = 5nD + Hc² + 2cD + D + Dd,    c = min(C, n)
 *
 * The numbers are q, k, v, gates and output; of a chunk the scores, the gated queries and keys, and the
 * product of its gates; the state. The paper computes scores near the diagonal in logarithms, in chunks
 * of chunks, to stay within the range of floating-point numbers; that overhead is left out.
 */
export function gatedLinearAttentionCost(length: number, { width, heads, chunk }: Sizes): Cost {
  const { count, longest, pairs } = listChunks(length, chunk);
  const state = width * (width / heads);
  return {
    flops: 4 * pairs * width + length * (4 * state + 4 * width) + count * state,
    numbers: 5 * length * width + heads * longest ** 2 + 2 * longest * width + width + state,
  };
}
