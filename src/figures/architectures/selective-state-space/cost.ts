import type { Cost, Sizes } from '../cost-model.ts';

/**
 * A selective state space over n tokens, D channels with N components each: Gu & Dao (2023), “Mamba”,
 * Eq. 2a and 2b step by step, with the zero-order hold of Eq. 4. It takes O(nDN) operations; as there
 * (§3.3), discretised parameters and states are not written out, so no n×D×N numbers are held.
 *
 * For each token, channel and component 10: Δa, its exponential Ā, B̄ = (Ā − 1)/a · B in three, the state
 * Āh + B̄x in three, and the output Ch in two. The scan in parallel would take more.
 *
 *     FLOPs = 10nDN,    numbers = 3nD + 2nN + DN  (x, Δ, output; B and C; the state)
 */
export function selectiveStateSpaceCost(length: number, { width, state }: Sizes): Cost {
  return {
    flops: 10 * length * width * state,
    numbers: 3 * length * width + 2 * length * state + width * state,
  };
}
