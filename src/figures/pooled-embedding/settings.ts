import type { MixerOptions } from '../architectures/mixer.ts';

/**
 * The gain of BERT’s queries and keys before training: weights of deviation 0.02 (Devlin et al. 2019, by its released
 * code) on 768 numbers of variance 1.
 */
const attentionGain = 0.02 * Math.sqrt(768);

/** The state that Gu and Dao (2023) give each channel. */
const stateSize = 16;

/**
 * The gain under Δ before training, by the released code of Mamba: the input is mapped to a few numbers of variance 1/3,
 * and these by uniform weights of variance 1/3 over their number.
 */
const stepGain = 1 / 3;

/**
 * The parameters with which every decay halves a weight after the same number of tokens: γ of retention, e^−w of WKV,
 * the window of the filter, gates of GLA whose logit is 0, and the slowest component of the state space, A = −1, at the
 * mean of its Δ’s logit.
 *
 * @param halfLife in tokens, above 0
 * @param bias the mean of queries and keys, of gates, and of B and C
 */
export function chooseHalfLife(halfLife: number, bias: number): MixerOptions {
  const rate = Math.LN2 / halfLife;
  return {
    gain: attentionGain,
    bias,
    gamma: Math.exp(-rate),
    keyDecay: rate,
    filterDecay: rate,
    temperature: halfLife,
    // softplus of it is the rate.
    stepBias: Math.log(Math.expm1(rate)),
    stepGain,
    stateSize,
  };
}
