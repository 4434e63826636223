import type { Parameters } from '../shared/parameter.ts';
import { lastStep } from './training.ts';

export const parameters = {
  // The steps of `snapshotSteps` as powers of two, but for that before training.
  step: {
    kind: 'range',
    label: 'Updates',
    minimum: 3,
    maximum: Math.log2(lastStep),
    step: 0.5,
    initial: 5.5,
    base: 2,
  },
  model: {
    kind: 'choice',
    label: 'Trained',
    options: {
      'one-layer': 'one layer',
      'skewed-inputs': 'skewed inputs',
      'two-layers': 'two layers',
      'three-layers': 'three layers',
      'four-layers': 'four layers',
    },
    initial: 'one-layer',
  },
} as const satisfies Parameters;
