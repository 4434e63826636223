import type { Mixing } from '../../lib/mixing.ts';
import type { Direction } from './algebra.ts';
import * as gatedLinearAttention from './gated-linear-attention/mixing.ts';
import * as longConvolution from './long-convolution/mixing.ts';
import type { Mixer, MixerAccount, MixerOptions } from './mixer.ts';
import * as retention from './retention/mixing.ts';
import * as selectiveStateSpace from './selective-state-space/mixing.ts';
import * as softmaxAttention from './softmax-attention/mixing.ts';
import type { Source } from './source.ts';
import * as wkv from './wkv/mixing.ts';

/**
 * The architectures with random weights. Each states its formula, the parts that it leaves out, the meaning of both
 * ways and the distribution of its weights. At one source all of them read the same text.
 */
export const createMixer: Readonly<
  Record<Mixing, (source: Source, options: MixerOptions) => Mixer>
> = {
  'softmax-attention': softmaxAttention.createMixer,
  'selective-state-space': selectiveStateSpace.createMixer,
  wkv: wkv.createMixer,
  'long-convolution': longConvolution.createMixer,
  retention: retention.createMixer,
  'gated-linear-attention': gatedLinearAttention.createMixer,
};

/** The structure that the formula gives to every matrix of an architecture that reads both ways, in words. */
export const structures: Readonly<Record<Mixing, string>> = {
  'softmax-attention': softmaxAttention.structure,
  'selective-state-space': selectiveStateSpace.structure,
  wkv: wkv.structure,
  'long-convolution': longConvolution.structure,
  retention: retention.structure,
  'gated-linear-attention': gatedLinearAttention.structure,
};

/** The architectures as a poster states them. */
export const accounts: Readonly<Record<Mixing, MixerAccount>> = {
  'softmax-attention': softmaxAttention.account,
  'selective-state-space': selectiveStateSpace.account,
  wkv: wkv.account,
  'long-convolution': longConvolution.account,
  retention: retention.account,
  'gated-linear-attention': gatedLinearAttention.account,
};

/** The direction that an architecture was published with: BERT reads both ways, the others are causal. */
export function publishedDirection(mixing: Mixing): Direction {
  return mixing === 'softmax-attention' ? 'both-ways' : 'causal';
}
