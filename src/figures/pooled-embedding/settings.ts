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

/** The lags that the filter of Hyena tells apart. */
const filterHorizon = 32;

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

/**
 * The parameters of the heads as they differ before training, from the first head to the last: γ of retention from
 * 1 − 2⁻⁵ to 1 − 2⁻¹² (Sun et al. 2023, Eq. 8); Δ of Mamba from 0.001 to 0.1, evenly by logarithm (its released code);
 * w and u of RWKV-4 (Peng et al. 2023, appendix on parameter initializations, in the middle layer); and the window of
 * Hyena, which falls to 1 % within 0.3 to 1.5 of the horizon (its released code). Heads of attention and of GLA are alike.
 */
export function choosePublished(head: number, heads: number): MixerOptions {
  const share = head / (heads - 1);
  return {
    gain: attentionGain,
    bias: 0,
    gamma: 1 - 2 ** (-5 - 7 * share),
    keyDecay: Math.exp(-5 + 8 * share ** (0.7 + 1.3 / 2)),
    bonus: 0.5 * (((head + 1) % 3) - 1) + Math.log(0.3),
    filterDecay: Math.log(100) / (1.5 - 1.2 * share) / filterHorizon,
    temperature: 16,
    stepBias: Math.log(Math.expm1(0.001 * 100 ** share)),
    stepGain,
    stateSize,
  };
}
