import { at, dot, linear, type Matrix, type Vector } from '../../shared/linear-algebra.ts';
import { mixingEntries, type Direction } from '../algebra.ts';
import { runDiagonalRecurrence, type Run } from '../semiseparable.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One retention head over L tokens. */
export interface Retention {
  /** Q, L×d_k. */
  readonly queries: Matrix;
  /** K, L×d_k. */
  readonly keys: Matrix;
  /** γ in (0, 1]: the share of the state that is kept per token; fixed for the head. */
  readonly decay: number;
}

/**
 * Retention in parallel, M = QKᵀ ⊙ D with D_nm = γ^{n−m} for n ≥ m, else 0: Sun et al. (2023),
 * "Retentive Network", Eq. 5.
 *
 * One head, one channel of the values, its d_k×1 state summed out. The rotation Θ (xPos) is left out,
 * θ = 0, as are group normalisation and the swish gate. Entries have the sign of q·k.
 *
 * Both ways, D_nm = γ^{|n−m|}: the bidirectional decay of Fan et al. (2024), "RMT: Retentive Networks
 * Meet Vision Transformers", in one dimension.
 */
export function retentionMatrix(
  { queries, keys, decay }: Retention,
  direction: Direction = 'causal',
): number[][] {
  return mixingEntries(
    queries.length,
    direction,
    (n, m) => dot(at(queries, n), at(keys, m)) * decay ** Math.abs(n - m),
  );
}

/** The same head step by step, S_n = γ S_{n−1} + k_n v_n, o_n = q_n S_n: Sun et al. (2023), Eq. 6. */
export function runRetention(
  { queries, keys, decay }: Retention,
  values: Vector,
  direction: Direction = 'causal',
): Run {
  const decays = keys.map((key) => key.map(() => decay));
  return runDiagonalRecurrence({ decays, writes: keys, reads: queries }, values, direction);
}

/**
 * A head of d_k = 16 with queries and keys linear in the token. Two choices let its decay be seen within
 * sixteen tokens: γ = 1 − 2⁻³ by default, where the published heads (Eq. 8, γ ≥ 1 − 2⁻⁵) still keep 62 %
 * after fifteen; and a gain of 0.3 about a bias of 1, so that q·k stays positive and near its mean.
 *
 * @param options.decay γ in (0, 1]
 * @param options.bias of queries and keys
 */
export function randomRetention(
  { tokens, weights }: Source,
  { decay = 1 - 2 ** -3, bias = 1 }: { decay?: number | undefined; bias?: number | undefined } = {},
): Retention {
  const gain = 0.3;
  return {
    queries: linear(tokens, weights(16, gain), bias),
    keys: linear(tokens, weights(16, gain), bias),
    decay,
  };
}

export function createMixer(source: Source, { gamma, bias }: MixerOptions): Mixer {
  const head = randomRetention(source, { decay: gamma, bias });
  return {
    matrix: (direction) => retentionMatrix(head, direction),
    run: (inputs, direction) => runRetention(head, inputs, direction),
  };
}

export const structure =
  'To either side every diagonal is fainter than the one before it, by one constant factor.';

export const account: MixerAccount = {
  family: 'recurrence',
  formula: 'M_{ij} = q_i·k_j γ^{|i−j|}',
  inputs: 'q and k set by the token, γ fixed',
  sources: { causal: 'Sun et al. 2023, Eq. 5, unrotated', 'both-ways': 'after Fan et al. 2024' },
};
