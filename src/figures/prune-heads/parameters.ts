import { sample, type Parameters } from '../shared/parameter.ts';

/** The settings of encoders without training. */
const untrained = { parameter: 'heads', values: ['untrained'] } as const;

/** The heads that are removed, the encoders, and the sparsity. */
export const parameters = {
  heads: {
    kind: 'choice',
    label: 'Heads of',
    options: { untrained: 'untrained encoders', toy: 'a trained toy' },
    initial: 'untrained',
  },
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
    isFolded: true,
    only: untrained,
    options: { published: 'as published', alike: 'all alike' },
    initial: 'published',
  },
  direction: {
    kind: 'choice',
    label: 'Direction',
    isFolded: true,
    only: untrained,
    options: { 'both-ways': 'both ways', causal: 'causal' },
    initial: 'both-ways',
  },
  seed: { ...sample, only: untrained },
} as const satisfies Parameters;
