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
  width: {
    kind: 'choice',
    label: 'Model width D',
    options: {
      '128': '128',
      '256': '256',
      '512': '512',
      '768': '768',
      '1024': '1,024',
      '2048': '2,048',
      '4096': '4,096',
    },
    initial: '768',
  },
  scores: {
    kind: 'choice',
    label: 'Attention’s scores',
    options: { whole: 'all held at once', tiles: 'tile by tile' },
    initial: 'whole',
  },
  // Each divides each width: a head is D/H channels wide.
  heads: {
    kind: 'choice',
    label: 'Heads H',
    isFolded: true,
    options: { '1': '1', '2': '2', '4': '4', '8': '8', '16': '16', '32': '32' },
    initial: '8',
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
  projections: {
    kind: 'choice',
    label: 'Projections',
    isFolded: true,
    options: { none: 'left out', four: 'four for each' },
    initial: 'none',
  },
} as const satisfies Parameters;
