import type { Parameters } from '../shared/parameter.ts';

export const parameters = {
  layers: {
    kind: 'range',
    label: 'Layers and steps K',
    minimum: 1,
    maximum: 4,
    step: 1,
    initial: 4,
  },
  variant: {
    kind: 'choice',
    label: 'Variant',
    options: { 'gradient-descent': 'Gradient descent', 'gd-plus-plus': 'GD++' },
    initial: 'gradient-descent',
  },
  step: {
    kind: 'range',
    label: 'Step size, share of 2/λmax',
    minimum: 0.05,
    maximum: 1.3,
    step: 0.05,
    initial: 0.9,
  },
  pairs: {
    kind: 'range',
    label: 'Pairs N',
    minimum: 4,
    maximum: 64,
    step: 1,
    initial: 12,
  },
  dimension: {
    kind: 'range',
    label: 'Dimension d',
    minimum: 1,
    maximum: 8,
    step: 1,
    initial: 2,
    upTo: 'pairs',
  },
  noise: {
    kind: 'range',
    label: 'Noise σ',
    minimum: 0,
    maximum: 1,
    step: 0.05,
    initial: 0.1,
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    minimum: 1,
    maximum: 999,
    step: 1,
    // With the other values as they are: steps far apart, on contours that are longer than wide.
    initial: 244,
  },
} as const satisfies Parameters;
