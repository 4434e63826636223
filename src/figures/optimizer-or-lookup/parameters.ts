import type { Parameters } from '../shared/parameter.ts';

/** The tasks of the first panel, and the shift of the second. */
export const parameters = {
  shift: {
    kind: 'choice',
    label: 'Shift',
    options: {
      inputs: 'Larger inputs',
      covariance: 'Skewed inputs',
      orthant: 'One orthant',
      weights: 'Larger weights',
    },
    initial: 'inputs',
  },
  strength: {
    kind: 'range',
    label: 'Strength of the shift',
    minimum: 0,
    maximum: 1,
    step: 0.05,
    initial: 0.6,
  },
  dimension: {
    kind: 'range',
    label: 'Dimension d',
    minimum: 2,
    maximum: 20,
    step: 1,
    initial: 6,
  },
  noise: {
    kind: 'range',
    label: 'Noise σ',
    isFolded: true,
    minimum: 0,
    maximum: 2,
    step: 0.1,
    initial: 1,
  },
  steps: {
    kind: 'range',
    label: 'Descent steps k',
    isFolded: true,
    minimum: 1,
    maximum: 12,
    step: 1,
    initial: 2,
  },
  seed: {
    kind: 'preset',
    label: 'Sample',
    isFolded: true,
    minimum: 0,
    maximum: 9999,
    step: 1,
    presets: [2, 3, 4, 5],
    initial: 1,
  },
} as const satisfies Parameters;
