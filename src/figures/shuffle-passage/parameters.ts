import { sample, type Parameters } from '../shared/parameter.ts';

/** The encoders, the passages, and the change whose weights are shown. */
export const parameters = {
  direction: {
    kind: 'choice',
    label: 'Direction',
    options: { 'both-ways': 'both ways', causal: 'causal' },
    initial: 'both-ways',
  },
  positions: {
    kind: 'choice',
    label: 'Positions in attention',
    options: { none: 'none', learned: 'learned, random', rotary: 'rotary' },
    initial: 'none',
  },
  halfLife: {
    kind: 'range',
    label: 'Half-life of decays, tokens',
    minimum: 0,
    maximum: 8,
    step: 1,
    base: 2,
    initial: 4,
  },
  change: {
    kind: 'choice',
    label: 'Change at the right',
    isFolded: true,
    options: {
      shuffle: 'Shuffled',
      swap: 'Neighbours swapped',
      half: 'First half alone',
      twice: 'Twice as long',
    },
    initial: 'shuffle',
  },
  bias: {
    kind: 'choice',
    label: 'Mean of queries and keys',
    isFolded: true,
    options: { '0': '0', '1': '1' },
    initial: '0',
  },
  text: {
    kind: 'choice',
    label: 'Tokens',
    isFolded: true,
    options: {
      independent: 'Independent',
      neighbours: 'Like their neighbours',
      subject: 'Of one subject',
    },
    initial: 'independent',
  },
  seed: sample,
} as const satisfies Parameters;
