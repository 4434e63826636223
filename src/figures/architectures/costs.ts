import type { Mixing } from '../../lib/mixing.ts';
import type { CostOf } from './cost-model.ts';
import { gatedLinearAttentionCost } from './gated-linear-attention/cost.ts';
import { longConvolutionCost } from './long-convolution/cost.ts';
import { retentionCost } from './retention/cost.ts';
import { selectiveStateSpaceCost } from './selective-state-space/cost.ts';
import { softmaxAttentionCost } from './softmax-attention/cost.ts';
import { wkvCost } from './wkv/cost.ts';

/** The cost of mixing, by architecture. Each function states its formula and the operations that it counts. */
export const costOf: Readonly<Record<Mixing, CostOf>> = {
  'softmax-attention': softmaxAttentionCost,
  'selective-state-space': selectiveStateSpaceCost,
  wkv: wkvCost,
  'long-convolution': longConvolutionCost,
  retention: retentionCost,
  'gated-linear-attention': gatedLinearAttentionCost,
};
