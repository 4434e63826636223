import type { Mixing } from '../../lib/mixing.ts';
import type { LayerCost } from './cost-model.ts';
import { gatedLinearAttentionLayer } from './gated-linear-attention/cost.ts';
import { longConvolutionLayer } from './long-convolution/cost.ts';
import { retentionLayer } from './retention/cost.ts';
import { selectiveStateSpaceLayer } from './selective-state-space/cost.ts';
import { softmaxAttentionLayer } from './softmax-attention/cost.ts';
import { wkvLayer } from './wkv/cost.ts';

/** The cost of a layer, by architecture. Each states its formula and the operations that it counts. */
export const layerOf: Readonly<Record<Mixing, LayerCost>> = {
  'softmax-attention': softmaxAttentionLayer,
  'selective-state-space': selectiveStateSpaceLayer,
  wkv: wkvLayer,
  'long-convolution': longConvolutionLayer,
  retention: retentionLayer,
  'gated-linear-attention': gatedLinearAttentionLayer,
};
