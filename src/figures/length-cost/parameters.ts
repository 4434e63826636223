import type { Parameters } from '../shared/parameter.ts';

/** The shortest and the longest text that is drawn, as powers of two: 4 to 65,536 tokens. */
export const exponents = { first: 2, last: 16 } as const;

/** Lengths that curves are drawn through, four for each doubling, the powers of two among them. */
export const lengths: readonly number[] = Array.from(
  { length: 4 * (exponents.last - exponents.first) + 1 },
  (_, index) => Math.round(2 ** (exponents.first + index / 4)),
);

export const parameters = {
  length: {
    kind: 'range',
    label: 'Length n, tokens',
    minimum: exponents.first,
    maximum: exponents.last,
    step: 1,
    initial: 9,
    base: 2,
  },
  part: {
    kind: 'choice',
    label: 'Counted',
    options: { layer: 'a whole layer', mixing: 'the mixing alone' },
    initial: 'layer',
  },
  direction: {
    kind: 'choice',
    label: 'All but attention read',
    options: { causal: 'one way', 'both-ways': 'both ways' },
    initial: 'both-ways',
  },
  // Multiples of the 256 channels of a head of RetNet.
  width: {
    kind: 'choice',
    label: 'Model width D',
    isFolded: true,
    options: {
      '256': '256',
      '512': '512',
      '768': '768',
      '1024': '1,024',
      '2048': '2,048',
      '4096': '4,096',
    },
    initial: '768',
  },
  head: {
    kind: 'choice',
    label: 'Width of a head of attention',
    isFolded: true,
    options: { '32': '32', '64': '64, as BERT', '128': '128', '256': '256' },
    initial: '64',
  },
  scores: {
    kind: 'choice',
    label: 'Attention’s scores',
    isFolded: true,
    options: { whole: 'all held at once', tiles: 'tile by tile' },
    initial: 'whole',
  },
  state: {
    kind: 'range',
    label: 'State size N (state space)',
    isFolded: true,
    minimum: 4,
    maximum: 256,
    step: 4,
    initial: 16,
  },
  chunk: {
    kind: 'range',
    label: 'Chunk or tile C',
    isFolded: true,
    minimum: 16,
    maximum: 512,
    step: 16,
    initial: 64,
  },
} as const satisfies Parameters;
