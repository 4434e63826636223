import type { Direction } from './algebra.ts';

/**
 * The cost of mixing n tokens, forward, from q, k and v (or their counterparts) to the output.
 *
 * Each mixes as many channels as its paper does. Attention reads both ways, as in BERT; the others run as published,
 * from left to right, or both ways. The projections and the network around the mixing are the `weights` of the layer. Numbers that
 * depend on the weights alone and are computed once for all texts are left out: decay masks, filters, roots of unity.
 */
export interface Cost {
  /**
   * Floating-point operations: each addition, subtraction, multiplication, division, comparison for a
   * maximum, and exponential is one; a multiplication with addition is two. No latency follows from it:
   * that depends on how much of it is done at once, and on the traffic of memory.
   */
  readonly flops: number;
  /**
   * The most numbers held at once: inputs and output of the mixing, its state, and its intermediate
   * results; all heads and channels at once, steps, chunks, tiles and passes one after the other. Weights
   * and single numbers within a step are left out; numbers computed from weights count if they grow with n.
   * A complex number is two.
   */
  readonly numbers: number;
}

/** The sizes that a cost depends on, beside the length. */
export interface Sizes {
  /** D, the width of the model. */
  readonly width: number;
  /** H, the heads of softmax attention; they divide D. */
  readonly heads: number;
  /** N, components of the state of each channel in a state space. */
  readonly state: number;
  /** C, tokens of a chunk or a side of a tile. */
  readonly chunk: number;
  /** Whether attention holds its n×n scores, or computes them tile by tile. */
  readonly scores: 'whole' | 'tiles';
  /** In which direction all but attention run. */
  readonly direction: Direction;
}

/** An architecture as published: the cost of its mixing, and the layer around it. */
export interface LayerCost {
  /** The cost of one mixing by the length n, a whole number of tokens from 1. */
  mixing(length: number, sizes: Sizes): Cost;
  /**
   * The weights of a layer by which a token is multiplied: projections, short convolutions and the feed-forward network.
   * Each costs a multiplication with addition. Biases, normalisations, activations and gates are left out.
   */
  weights(sizes: Sizes): number;
  /** How many blocks with one mixing each stand for a layer; one, where none is said. */
  readonly blocks?: number;
}

/** The widths of a mixing with a matrix as state: of all heads together, which divide them. */
export interface KeyedSizes {
  readonly heads: number;
  /** Channels of queries and of keys. */
  readonly keys: number;
  /** Channels of values. */
  readonly values: number;
  /** C, tokens. */
  readonly chunk: number;
}

/**
 * A recurrence in a direction. Both ways it runs twice, the second time from the end, and adds to the outputs of the
 * first pass where it would begin with 0: twice the operations, and no more numbers.
 */
export function runPasses({ flops, numbers }: Cost, direction: Direction): Cost {
  return { flops: direction === 'causal' ? flops : 2 * flops, numbers };
}

/** How n tokens fall into chunks of C, of which the last can be shorter. */
export interface Chunks {
  count: number;
  /** Tokens of the largest. */
  longest: number;
  /** Σ r² over the chunks, each of r tokens: their pairs of tokens. */
  pairs: number;
}

/** n tokens in chunks of C, the last shorter where C does not divide n. */
export function listChunks(length: number, chunk: number): Chunks {
  const rest = length % chunk;
  return {
    count: Math.ceil(length / chunk),
    longest: Math.min(length, chunk),
    pairs: (length - rest) * chunk + rest ** 2,
  };
}
