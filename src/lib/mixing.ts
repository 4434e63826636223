/**
 * The published ways to mix tokens, by the names that authors write: each with the architecture that it is known from,
 * and its name in a sentence and at a curve.
 */
export const mixingNames = {
  'softmax-attention': {
    title: 'Softmax attention (BERT)',
    full: 'attention',
    short: 'attention',
  },
  'selective-state-space': {
    title: 'Selective state space (Mamba)',
    full: 'selective state space',
    short: 'state space',
  },
  wkv: { title: 'WKV (RWKV-4)', full: 'WKV', short: 'WKV' },
  'long-convolution': {
    title: 'Long convolution (Hyena)',
    full: 'long convolution',
    short: 'long conv.',
  },
  retention: { title: 'Retention (RetNet)', full: 'retention', short: 'retention' },
  'gated-linear-attention': {
    title: 'Gated linear attention (GLA)',
    full: 'gated linear attention',
    short: 'GLA',
  },
} as const;

export type Mixing = keyof typeof mixingNames;

export const mixings = Object.keys(mixingNames) as Mixing[];
