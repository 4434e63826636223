import { sample, type Parameters } from '../shared/parameter.ts';

/** The shift of the second panel, the table, and the tasks of both panels. */
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
  stored: {
    kind: 'range',
    label: 'Stored tasks M',
    minimum: 0,
    maximum: 10,
    step: 1,
    base: 2,
    initial: 6,
  },
  task: {
    kind: 'choice',
    label: 'Task of the prompt',
    isFolded: true,
    options: { new: 'A new task', stored: 'A stored task' },
    initial: 'new',
  },
  dimension: {
    kind: 'range',
    label: 'Dimension d',
    isFolded: true,
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
  seed: { ...sample, maximum: 9999 },
} as const satisfies Parameters;
