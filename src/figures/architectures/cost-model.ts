/**
 * The cost of mixing n tokens in one layer, forward, from q, k and v (or their counterparts) to the output.
 *
 * All six mix D channels: attention from both sides, the others as published, from left to right; to run a
 * recurrence both ways would cost it twice. The projections before and after, short convolutions,
 * normalisation and output gates around the mixing are left out, as in the mixing matrices. So are numbers that
 * depend on the weights alone and are computed once for all texts: decay masks, filters, roots of unity.
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
   * results; all heads and channels at once, steps, chunks and tiles one after the other. Weights
   * and single numbers within a step are left out; numbers computed from weights count if they grow with n.
   * A complex number is two.
   */
  readonly numbers: number;
}

/** The sizes that a cost depends on, beside the length. */
export interface Sizes {
  /** D, channels. */
  readonly width: number;
  /** H, heads; they divide D, and each has d = D/H channels. */
  readonly heads: number;
  /** N, components of the state of each channel in a state space. */
  readonly state: number;
  /** C, tokens of a chunk or a side of a tile. */
  readonly chunk: number;
  /** Whether attention holds its n×n scores, or computes them tile by tile. */
  readonly scores: 'whole' | 'tiles';
}

/** A cost by the length n, a whole number of tokens from 1. */
export type CostOf = (length: number, sizes: Sizes) => Cost;

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
