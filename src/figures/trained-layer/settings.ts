import { lastStep, type Setting } from './training.ts';

/** The stacks that are trained. */
export type Model = 'one-layer' | 'skewed-inputs' | 'two-layers' | 'three-layers' | 'four-layers';

const common = { pairs: 10, steps: lastStep, batch: 128, clip: 1, spread: 0.02, seed: 1 };
const even = [1, 1, 1, 1];
const deep = { ...common, variances: even, batch: 64, rate: 0.003 };

/** How each is trained. The seed is that of the drawn start, from which training ends by the best constructed layers or below. */
export const settings: Readonly<Record<Model, Setting>> = {
  'one-layer': { ...common, layers: 1, variances: even, rate: 0.003 },
  'skewed-inputs': { ...common, layers: 1, variances: [2, 1, 0.6, 0.4], rate: 0.003 },
  // The first start stays above two plain steps.
  'two-layers': { ...common, layers: 2, variances: even, rate: 0.005, seed: 4 },
  'three-layers': { ...deep, layers: 3 },
  'four-layers': { ...deep, layers: 4 },
};

export const models = Object.keys(settings) as Model[];

/** The seeds that a stack is trained from: fewer for deep ones, which take longer. */
export function listStarts(model: Model): readonly number[] {
  return settings[model].layers > 2 ? [1, 2, 3] : [1, 2, 3, 4, 5, 6];
}
