import { at, linear, type Matrix, type Vector } from '../../shared/linear-algebra.ts';
import { sigmoid, type Direction } from '../algebra.ts';
import {
  runDiagonalRecurrence,
  semiseparableMatrix,
  type DiagonalRecurrence,
  type Run,
} from '../semiseparable.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One head of gated linear attention over L tokens. */
export interface GatedLinearAttention {
  /** Q, L×d_k. */
  readonly queries: Matrix;
  /** K, L×d_k. */
  readonly keys: Matrix;
  /** α_t in (0, 1), L×d_k: the share that each feature of the state keeps at step t, as the token decides. */
  readonly gates: Matrix;
  /** The same for the pass from the end, which has gates of its own. */
  readonly backwardGates: Matrix;
}

/**
 * Gated linear attention in parallel, M_ij = q_iᵀ (Π_{j<s≤i} α_s ⊙ k_j) for j ≤ i, else 0: Yang et al.
 * (2024), "Gated Linear Attention Transformers with Hardware-Efficient Training", Eq. 3 unrolled. It is
 * their P of Eq. 4, with the product of gates between the two tokens taken as it stands: no quotient of
 * cumulative products, so no logarithms are needed.
 *
 * One head, one channel of the values, its d_k×1 state summed out; normalisation and the output gate
 * are left out. With one constant gate γ this is retention.
 *
 * Both ways, the mean of two such passes over the same q, k and v, one of them from the end with gates of its own:
 * the BiGLA of Liao et al. (2025), "ViG", as in the released code. So both passes write the present token, and the
 * diagonal is q_i·k_i; the entries on either side of it have half the weight that one pass gives them.
 */
export function gatedLinearAttentionMatrix(
  head: GatedLinearAttention,
  direction: Direction = 'causal',
): number[][] {
  const forward = semiseparableMatrix(readForward(head));
  if (direction === 'causal') return forward;
  const backward = semiseparableMatrix(readBackward(head)).reverse();
  return forward.map((row, i) =>
    row.map((entry, j) => (entry + at(at(backward, i), row.length - 1 - j)) / 2),
  );
}

/** The same head step by step, S_t = Diag(α_t) S_{t−1} + k_t v_t, o_t = q_t S_t: Yang et al., Eq. 3. */
export function runGatedLinearAttention(
  head: GatedLinearAttention,
  values: Vector,
  direction: Direction = 'causal',
): Run {
  const forward = runDiagonalRecurrence(readForward(head), values);
  if (direction === 'causal') return forward;
  const backward = runDiagonalRecurrence(readBackward(head), values.toReversed());
  const outputs = backward.outputs.toReversed();
  const states = backward.states.toReversed();
  return {
    outputs: forward.outputs.map((output, t) => (output + at(outputs, t)) / 2),
    states: forward.states.map((state, t) => [...state, ...at(states, t)]),
  };
}

function readForward({ gates, keys, queries }: GatedLinearAttention): DiagonalRecurrence {
  return { decays: gates, writes: keys, reads: queries };
}

/** The recurrence over the text from its end. */
function readBackward({ backwardGates, keys, queries }: GatedLinearAttention): DiagonalRecurrence {
  return {
    decays: backwardGates.toReversed(),
    writes: keys.toReversed(),
    reads: queries.toReversed(),
  };
}

/**
 * A head of d_k = 8 with the gates of Yang et al. (2024), §4.4: α_t = σ(W₂ W₁ x_t)^{1/τ}, W₂W₁ of low
 * rank. Here the rank is 2 (theirs 16) and τ by default 4 (theirs 16): over sixteen tokens the published
 * gates would hardly close. Queries and keys have gain 0.6 about a bias of 1, to keep most of q·k positive. The gates
 * of either pass are read from the same low-rank numbers, as in ViG.
 *
 * @param options.temperature τ > 0: the larger, the nearer all gates are to 1
 * @param options.bias of queries and keys
 */
export function randomGatedLinearAttention(
  source: Source,
  {
    temperature = 4,
    bias = 1,
  }: { temperature?: number | undefined; bias?: number | undefined } = {},
): GatedLinearAttention {
  const { tokens, weights, normals } = source;
  const [features, rank, gain] = [8, 2, 0.6];
  const expand = () => Array.from({ length: features }, () => normals(rank, 1));
  const forward = expand();
  const narrow = linear(tokens, weights(rank, 3));
  const gatesOf = (wide: Matrix) =>
    linear(narrow, wide).map((row) => row.map((logit) => sigmoid(logit) ** (1 / temperature)));
  return {
    queries: linear(tokens, weights(features, gain), bias),
    keys: linear(tokens, weights(features, gain), bias),
    gates: gatesOf(forward),
    // Drawn last, so that one way nothing depends on them.
    backwardGates: gatesOf(expand()),
  };
}

export function createMixer(source: Source, { temperature, bias }: MixerOptions): Mixer {
  const head = randomGatedLinearAttention(source, { temperature, bias });
  return {
    matrix: (direction) => gatedLinearAttentionMatrix(head, direction),
    run: (inputs, direction) => runGatedLinearAttention(head, inputs, direction),
  };
}

export const structure =
  'Strong on the diagonal: what was taken in fades to either side, at rates that depend on the input.';

export const account: MixerAccount = {
  family: 'recurrence',
  formula: 'M_{ij} = q_i·(Π_{j<s≤i} α_s ⊙ k_j)',
  inputs: 'α, q and k set by the token',
  sources: { causal: 'Yang et al. 2024, Eq. 3', 'both-ways': 'Liao et al. 2025, two passes' },
};
