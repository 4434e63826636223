import type { Setting } from './training.ts';

/** The transformers that are trained: on few stored tasks, and on many. */
export type Model = 'few' | 'many';

const common = {
  dimension: 2,
  pairs: 8,
  noise: 0.5,
  shape: { inputs: 5, width: 12, layers: 2, heads: 2, hidden: 24 },
  batch: 64,
  steps: 12288,
  rate: 0.006,
  clip: 1,
  seed: 1,
};

/** How each is trained: all alike but for the number of its tasks. */
export const settings: Readonly<Record<Model, Setting>> = {
  few: { ...common, tasks: 4 },
  many: { ...common, tasks: 4096 },
};

export const models = Object.keys(settings) as Model[];
