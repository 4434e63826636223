import { at, linear, type Matrix, type Vector } from '../../shared/linear-algebra.ts';
import { linearUnit, softplus, type Direction } from '../algebra.ts';
import {
  runDiagonalRecurrence,
  semiseparableMatrix,
  type DiagonalRecurrence,
  type Run,
} from '../semiseparable.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One channel of a selective state space (S6) with a diagonal state of size N. */
export interface SelectiveStateSpace {
  /** The diagonal of A, N negative numbers, in reciprocal units of Δ; the same for every token. */
  readonly transition: Vector;
  /** B_t, L×N. */
  readonly inputMaps: Matrix;
  /** C_t, L×N. */
  readonly outputMaps: Matrix;
  /** Δ_t > 0, L numbers: how much continuous time the channel spends on each token. */
  readonly stepSizes: Vector;
}

/**
 * The discrete parameters, by zero-order hold: Gu & Dao (2023), "Mamba", Eq. 4, for diagonal A:
 *
 *     Ā_t = exp(Δ_t A),    B̄_t = (Δ_t A)⁻¹ (exp(Δ_t A) − I) Δ_t B_t = A⁻¹ (exp(Δ_t A) − I) B_t
 *
 * (The released code takes the first-order B̄_t = Δ_t B_t; this is the paper's.)
 *
 * @throws RangeError if a component of A is not negative: the formula divides by it, the state grows
 */
export function zeroOrderHold(layer: SelectiveStateSpace): DiagonalRecurrence {
  const { transition, inputMaps, outputMaps, stepSizes } = layer;
  if (!transition.every((rate) => rate < 0)) {
    throw new RangeError(`The transition's components are negative, not ${transition.join(', ')}.`);
  }
  return {
    decays: stepSizes.map((step) => transition.map((rate) => Math.exp(step * rate))),
    // expm1: exp(Δa) − 1 would lose the digits of a small Δ, which is how a token is ignored.
    writes: stepSizes.map((step, t) =>
      transition.map((rate, n) => (Math.expm1(step * rate) / rate) * at(at(inputMaps, t), n)),
    ),
    reads: outputMaps,
  };
}

/**
 * A selective state space as a matrix, M_ij = C_i (Π_{k=j+1}^{i} Ā_k) B̄_j for j ≤ i, else 0: Ali,
 * Zimerman & Wolf (2024), "The Hidden Attention of Mamba Models", Eq. 12 (the matrix: Eq. 11).
 *
 * One channel, its N state components summed out; the skip D x_t, the short convolution and the gated
 * branch of a Mamba block are left out. Entries have either sign.
 */
export function selectiveStateSpaceMatrix(
  layer: SelectiveStateSpace,
  direction: Direction = 'causal',
): number[][] {
  return semiseparableMatrix(zeroOrderHold(layer), direction);
}

/** The same layer run step by step over L numbers: Gu & Dao (2023), Eq. 2a and 2b. */
export function runSelectiveStateSpace(
  layer: SelectiveStateSpace,
  inputs: Vector,
  direction: Direction = 'causal',
): Run {
  return runDiagonalRecurrence(zeroOrderHold(layer), inputs, direction);
}

/**
 * A channel with N components and the selection of Gu & Dao (2023), Algorithm 2 and §3.6: B_t and C_t
 * linear in the token, Δ_t = softplus(linear), A_n = −(n + 1) (S4D-Real).
 *
 * The linear map under Δ_t has gain 3 and by default bias −2, much more than at initialisation: as in a
 * trained layer, most tokens get little time, and a few overwrite the state.
 *
 * @param options.stateSize N, at least 1; a larger state begins with the components of a smaller one
 * @param options.stepBias the bias under Δ_t, before the softplus
 * @param options.stepGain the gain under Δ_t
 * @param options.bias of B_t and C_t
 */
export function randomSelectiveStateSpace(
  { tokens, weights }: Source,
  {
    stateSize = 4,
    stepBias = -2,
    stepGain = 3,
    bias = 0,
  }: Partial<Record<'stateSize' | 'stepBias' | 'stepGain' | 'bias', number | undefined>> = {},
): SelectiveStateSpace {
  const inputWeights = weights(4, 1);
  const outputWeights = weights(4, 1);
  const stepWeights = at(weights(1, stepGain), 0);
  // Drawn last and one by one, so that neither Δ nor the components before them depend on N.
  while (inputWeights.length < stateSize) {
    inputWeights.push(...weights(1, 1));
    outputWeights.push(...weights(1, 1));
  }
  return {
    transition: Array.from({ length: stateSize }, (_, n) => -(n + 1)),
    inputMaps: linear(tokens, inputWeights.slice(0, stateSize), bias),
    outputMaps: linear(tokens, outputWeights.slice(0, stateSize), bias),
    stepSizes: linearUnit(tokens, stepWeights, stepBias).map(softplus),
  };
}

export function createMixer(
  source: Source,
  { stateSize, stepBias, stepGain, bias }: MixerOptions,
): Mixer {
  const channel = randomSelectiveStateSpace(source, { stateSize, stepBias, stepGain, bias });
  return {
    matrix: (direction) => selectiveStateSpaceMatrix(channel, direction),
    run: (inputs, direction) => runSelectiveStateSpace(channel, inputs, direction),
  };
}

export const structure =
  'Sparse: a few inputs are let in, and fade to either side at rates of their own.';

export const account: MixerAccount = {
  family: 'recurrence',
  formula: 'M_{ij} = c_i·(Π_{j<s≤i} a_s ⊙ b_j)',
  inputs: 'a, b and c set by the token',
  sources: { causal: 'Gu and Dao 2023, Eq. 2 and 4', 'both-ways': 'after Hwang et al. 2024, §3' },
};
