import {
  listChunks,
  runPasses,
  type Cost,
  type KeyedSizes,
  type LayerCost,
} from '../cost-model.ts';

/**
 * Retention over n tokens in T = ⌈n/C⌉ chunks: Sun et al. (2023), “Retentive Network”, Eq. 7. K channels of keys,
 * V of values, H heads with a state of S = KV/H numbers together; every chunk is alike, even the first, whose state
 * is zero.
 *
 * Within a chunk of r tokens all r² scores: QKᵀ, 2r²K, and their product with V, 2r²V, the mask r²H. Across
 * chunks, for each token: reading the state and writing it, 2S each, and the decay of both, K + V. The
 * state decays once for each chunk, S. The rotation of queries and keys is left out.
 *
 *     FLOPs = Σr²(2K + 2V + H) + n(4S + K + V) + T·S
 *     numbers = 2n(K + V) + Hc² + S,    c = min(C, n)  (q, k, v, output; scores of a chunk; the state)
 */
export function retentionCost(length: number, { heads, keys, values, chunk }: KeyedSizes): Cost {
  const { count, longest, pairs } = listChunks(length, chunk);
  const state = (keys * values) / heads;
  return {
    flops:
      pairs * (2 * keys + 2 * values + heads) +
      length * (4 * state + keys + values) +
      count * state,
    numbers: 2 * length * (keys + values) + heads * longest ** 2 + state,
  };
}

/** Channels of a head's keys: Sun et al. (2023), §3.1. */
const headKeys = 256;

/**
 * As published, Sun et al. (2023), §3.1: heads of 256 channels of keys and 512 of values, D and 2D together. Weights:
 * Q and K of D² each; V, the gate and the output of 2D² each; a feed-forward network that is 2D wide, 4D².
 */
export const retentionLayer: LayerCost = {
  mixing: (length, { width, chunk, direction }) =>
    runPasses(
      retentionCost(length, { heads: width / headKeys, keys: width, values: 2 * width, chunk }),
      direction,
    ),
  weights: ({ width }) => 12 * width ** 2,
};
