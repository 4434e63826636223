/** The ways to mix tokens that a plate can be computed for, by the names that an author writes. */
export const mixings = [
  'softmax-attention',
  'selective-state-space',
  'wkv',
  'long-convolution',
  'retention',
  'gated-linear-attention',
] as const;

export type Mixing = (typeof mixings)[number];
