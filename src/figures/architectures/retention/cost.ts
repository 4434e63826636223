import { listChunks, type Cost, type Sizes } from '../cost-model.ts';

/**
 * Retention over n tokens in T = ⌈n/C⌉ chunks: Sun et al. (2023), “Retentive Network”, Eq. 7, with keys
 * and values both D wide (theirs are 2D), every chunk alike, even the first, whose state is zero.
 *
 * Within a chunk of r tokens all r² scores: QKᵀ and their product with V, 2r²D each, the mask r²H. Across
 * chunks, for each token: reading the state and writing it, 2Dd each, and the decay of both, 2D. The
 * state decays once for each chunk, Dd. The rotation of queries and keys is left out.
 *
 *     FLOPs = Σr²(4D + H) + n(4Dd + 2D) + T·Dd
 *     numbers = 4nD + Hc² + Dd,    c = min(C, n)  (q, k, v, output; scores of a chunk; the state)
 */
export function retentionCost(length: number, { width, heads, chunk }: Sizes): Cost {
  const { count, longest, pairs } = listChunks(length, chunk);
  const state = width * (width / heads);
  return {
    flops: pairs * (4 * width + heads) + length * (4 * state + 2 * width) + count * state,
    numbers: 4 * length * width + heads * longest ** 2 + state,
  };
}
