import { sample, type Parameters } from '../shared/parameter.ts';

/** The heads that are removed, the encoders, and the sparsity. */
export const parameters = {
  choice: {
    kind: 'choice',
    label: 'Removed',
    options: {
      weakest: 'weakest heads first',
      random: 'heads at random',
      strongest: 'strongest heads first',
    },
    initial: 'weakest',
  },
  sparsity: {
    kind: 'range',
    label: 'Sparsity, % of heads',
    minimum: 10,
    maximum: 90,
    step: 10,
    initial: 50,
  },
  decays: {
    kind: 'choice',
    label: 'Decays of heads',
    options: { published: 'as published', alike: 'all alike' },
    initial: 'published',
  },
  direction: {
    kind: 'choice',
    label: 'Direction',
    isFolded: true,
    options: { 'both-ways': 'both ways', causal: 'causal' },
    initial: 'both-ways',
  },
  seed: sample,
} as const satisfies Parameters;
