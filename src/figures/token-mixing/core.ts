import { mixings, type Mixing } from '../../lib/mixing.ts';
import { seededRandom } from '../shared/random.ts';
import type { Values } from '../shared/parameter.ts';
import { dot } from '../shared/linear-algebra.ts';
import type { Direction } from '../architectures/algebra.ts';
import type { MixerOptions } from '../architectures/mixer.ts';
import { createMixer, publishedDirection } from '../architectures/mixers.ts';
import { randomSource } from '../architectures/source.ts';
import type { parameters } from './parameters.ts';

/** The values of the figure that concern every architecture. */
type Text = Pick<Values<typeof parameters>, 'direction' | 'length' | 'seed'>;

/** One channel of one text, mixed by an architecture in two ways. */
export interface TokenMixing {
  architecture: Mixing;
  direction: Direction;
  /** M, L×L: row i says how much of each input reaches output i. */
  matrix: number[][];
  /** x, L numbers. */
  inputs: number[];
  /** y = Mx, L numbers. */
  products: number[];
  /** The same y step by step, L numbers. */
  outputs: number[];
  /** max |y − y| over the outputs of either way: the rounding error. */
  difference: number;
  memory: Memory;
}

/** A state of fixed size, or a cache that grows with the text. */
export type Memory =
  | {
      kind: 'state';
      /** Numbers in it. */ size: number;
      /** Euclidean, L numbers. */ norms: number[];
    }
  | { kind: 'cache'; /** Tokens that each step reads, L numbers. */ tokens: number[] };

/** The text and the weights come from the seed itself and from its complement; this stream is neither. */
const inputStream = 2 ** 20;

/**
 * The mixing of one channel x ~ N(0, 1)^L, from the matrix and step by step. The text, the weights and x
 * belong to the seed; a longer text begins with the shorter one.
 */
export function mixTokens(values: Text & MixerOptions & { architecture: Mixing }): TokenMixing {
  const { architecture, length, seed } = values;
  const direction =
    values.direction === 'as-published' ? publishedDirection(architecture) : values.direction;
  const mixer = createMixer[architecture](randomSource(seed, length), values);
  const { normal } = seededRandom(seed + inputStream);
  const inputs = Array.from({ length }, () => normal());

  const matrix = mixer.matrix(direction);
  const products = matrix.map((row) => dot(row, inputs));
  const { outputs, states } = mixer.run(inputs, direction);
  return {
    architecture,
    direction,
    matrix,
    inputs,
    products,
    outputs,
    difference: Math.max(...products.map((product, i) => Math.abs(product - (outputs[i] ?? NaN)))),
    memory:
      states === undefined
        ? {
            kind: 'cache',
            tokens: inputs.map((_, i) => (direction === 'causal' ? i + 1 : length)),
          }
        : {
            kind: 'state',
            size: states[0]?.length ?? 0,
            norms: states.map((state) => Math.sqrt(dot(state, state))),
          },
  };
}

/** The text that was mixed last, and its mixings. */
let last: { text: string; all: TokenMixing[] } | undefined;

/**
 * The mixing of one text by every architecture, each with its defaults. The last one is kept: while a pointer moves
 * over the plates, the text stays the same.
 */
export function mixByAll({ direction, length, seed }: Text): TokenMixing[] {
  const text = JSON.stringify([direction, length, seed]);
  if (last?.text !== text) {
    const all = mixings.map((architecture) => mixTokens({ architecture, direction, length, seed }));
    last = { text, all };
  }
  return last.all;
}
