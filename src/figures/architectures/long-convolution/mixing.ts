import { at, dot, type Matrix, type Vector } from '../../shared/linear-algebra.ts';
import { linearUnit, mixingEntries, type Direction } from '../algebra.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One channel of a Hyena operator of order 2. */
export interface LongConvolution {
  /** q_t, L numbers: the gate after the convolution. */
  readonly queries: Vector;
  /** k_t, L numbers: the gate before it. */
  readonly keys: Vector;
  /** h_0, h_1, …, at least L numbers: the filter, from lag 0. */
  readonly filter: Vector;
}

/** A filter given implicitly, as a function of the lag with H hidden units. */
export interface ImplicitFilter {
  /** Longest lag that the positional encoding tells apart, in tokens. */
  readonly horizon: number;
  /** Hidden weights, H×(1 + 2K) for an encoding with K frequencies. */
  readonly hidden: Matrix;
  /** Output weights, H numbers. */
  readonly output: Vector;
  /** α ≥ 0, per token: the window is exp(−αt) + floor. */
  readonly decay: number;
  /** The height of the window at long lags. */
  readonly floor: number;
}

/**
 * The filter's first L values, h_t = Window(t) · (FFN ∘ PositionalEncoding)(t): Poli et al. (2023),
 * "Hyena Hierarchy", Eq. 7. As there (§3.3, Fig. 3.1), the window decays exponentially and the network
 * (one hidden layer) has sine activations; the encoding is t and K pairs of harmonics over the horizon.
 */
export function implicitFilter(
  { horizon, hidden, output, decay, floor }: ImplicitFilter,
  length: number,
): number[] {
  return Array.from({ length }, (_, t) => {
    const encoding = positionalEncoding(t / horizon, (at(hidden, 0).length - 1) / 2);
    const units = hidden.map((weights) => Math.sin(dot(weights, encoding)));
    return (Math.exp(-decay * t) + floor) * dot(output, units);
  });
}

/** (τ, cos 2πτ, sin 2πτ, …, cos 2πKτ, sin 2πKτ): 1 + 2K numbers for τ in [0, 1]. */
function positionalEncoding(phase: number, frequencies: number): number[] {
  const harmonics = Array.from({ length: frequencies }, (_, k) => 2 * Math.PI * (k + 1) * phase);
  return [phase, ...harmonics.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])];
}

/** The convolution with a filter as a Toeplitz matrix S_h, L×L: entry (i, j) is h_{|i−j|}. */
export function toeplitzMatrix(
  filter: Vector,
  length: number,
  direction: Direction = 'causal',
): number[][] {
  return mixingEntries(length, direction, (i, j) => at(filter, Math.abs(i - j)));
}

/**
 * Hyena as a matrix, M = D_q S_h D_k: Poli et al. (2023), §3.2. This is the order-2 operator of the
 * released code, Eq. 5 with S_φ = I: its second long filter is there a short convolution inside the
 * projections, and is left out here, as are the other channels. Entries have either sign.
 *
 * Both ways, the filter reaches as far forward as it reaches back, h_{|i−j|}. (Fu et al. (2023), "Monarch
 * Mixer", learn a second filter for the way back, and add both at lag 0.)
 */
export function longConvolutionMatrix(
  { queries, keys, filter }: LongConvolution,
  direction: Direction = 'causal',
): number[][] {
  const convolution = toeplitzMatrix(filter, queries.length, direction);
  // Entry by entry and not D_q S_h D_k in full: a negative gate would turn the zeros into −0.
  return mixingEntries(
    queries.length,
    direction,
    (i, j) => at(queries, i) * at(at(convolution, i), j) * at(keys, j),
  );
}

/**
 * The same channel token by token: the gated inputs k ⊙ v are kept, and each output sums the filter over
 * all of them, y_t = q_t Σ_l h_l (k ⊙ v)_{t−l}, both ways also over (k ⊙ v)_{t+l} for l > 0. A general
 * filter has no state of fixed size; Poli et al. (2023), §3.2, convolve by FFT, which the sum equals.
 */
export function runLongConvolution(
  { queries, keys, filter }: LongConvolution,
  values: Vector,
  direction: Direction = 'causal',
): number[] {
  const gated = values.map((value, t) => at(keys, t) * value);
  return queries.map((query, t) => {
    let sum = 0;
    for (let lag = 0; lag <= t; lag += 1) sum += at(filter, lag) * at(gated, t - lag);
    if (direction === 'both-ways') {
      for (let lag = 1; t + lag < gated.length; lag += 1) {
        sum += at(filter, lag) * at(gated, t + lag);
      }
    }
    return query * sum;
  });
}

/**
 * A channel with a filter of 16 hidden units and 4 frequencies, and gates linear in the token with gain
 * 0.2 about a bias of 1, so that the filter's diagonals are still seen through the gates.
 *
 * @param options.decay α ≥ 0 of the filter's window, per token
 * @param options.bias of the gates
 */
export function randomLongConvolution(
  { tokens, weights, normals }: Source,
  { decay = 0.12, bias = 1 }: { decay?: number | undefined; bias?: number | undefined } = {},
): LongConvolution {
  const horizon = 32;
  const frequencies = 4;
  const units = 16;
  const filter = implicitFilter(
    {
      horizon,
      hidden: Array.from({ length: units }, () => normals(1 + 2 * frequencies, 1.5)),
      output: normals(units, 1 / Math.sqrt(units)),
      decay,
      floor: 0.01,
    },
    tokens.length,
  );
  const gate = () => linearUnit(tokens, at(weights(1, 0.2), 0), bias);
  return { queries: gate(), keys: gate(), filter };
}

export function createMixer(source: Source, { filterDecay, bias }: MixerOptions): Mixer {
  const channel = randomLongConvolution(source, { decay: filterDecay, bias });
  return {
    matrix: (direction) => longConvolutionMatrix(channel, direction),
    run: (inputs, direction) => ({ outputs: runLongConvolution(channel, inputs, direction) }),
  };
}

export const structure =
  'Bands along the diagonals, alike on either side, scaled row by row and column by column.';

export const account: MixerAccount = {
  family: 'convolution',
  formula: 'M_{ij} = q_i h_{|i−j|} k_j',
  inputs: 'q and k set by the token, h fixed',
  sources: { causal: 'Poli et al. 2023, §3.2', 'both-ways': 'by analogy: the filter mirrored' },
};
