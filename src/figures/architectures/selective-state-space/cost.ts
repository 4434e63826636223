import { runPasses, type Cost, type LayerCost } from '../cost-model.ts';

/**
 * A selective state space over n tokens, E channels with N components each: Gu & Dao (2023), “Mamba”,
 * Eq. 2a and 2b step by step, with the zero-order hold of Eq. 4. It takes O(nEN) operations; as there
 * (§3.3), discretised parameters and states are not written out, so no n×E×N numbers are held.
 *
 * For each token, channel and component 10: Δa, its exponential Ā, B̄ = (Ā − 1)/a · B in three, the state
 * Āh + B̄x in three, and the output Ch in two. The scan in parallel would take more.
 *
 *     FLOPs = 10nEN,    numbers = 3nE + 2nN + EN  (x, Δ, output; B and C; the state)
 */
export function selectiveStateSpaceCost(length: number, channels: number, state: number): Cost {
  return {
    flops: 10 * length * channels * state,
    numbers: 3 * length * channels + 2 * length * state + channels * state,
  };
}

/**
 * As published, Gu & Dao (2023), §3.4: a block mixes 2D channels, and two blocks stand for the layer of a transformer.
 * Weights of a block: 4D² into x and its gate, 2D² out; from x to B and C 4DN; to Δ and back by way of D/16 numbers
 * D²/4, and the convolution over four tokens 8D, both as in the released code.
 */
export const selectiveStateSpaceLayer: LayerCost = {
  mixing: (length, { width, state, direction }) =>
    runPasses(selectiveStateSpaceCost(length, 2 * width, state), direction),
  weights: ({ width, state }) => 2 * (6.25 * width ** 2 + 4 * width * state + 8 * width),
  blocks: 2,
};
