import { at, causalMatrix, dot, type Matrix, type Vector } from './algebra.ts';

/**
 * A linear recurrence whose state has N components that never mix: token t writes into the state,
 * which decays, and reads from it. All three are L×N, one row per token.
 *
 *     h_t = a_t ⊙ h_{t−1} + b_t x_t,    y_t = c_tᵀ h_t,    h_0 = 0
 *
 * Selective state spaces and gated linear attention are both of this kind; they differ in where a, b
 * and c come from (Yang et al. 2024, Table 1).
 */
export interface DiagonalRecurrence {
  /** a_t, the share of each component that step t keeps. */
  readonly decays: Matrix;
  /** b_t. */
  readonly writes: Matrix;
  /** c_t. */
  readonly reads: Matrix;
}

/**
 * The recurrence unrolled, y = Mx: an N-semiseparable matrix (Dao & Gu 2024, "Transformers are SSMs",
 * Definition 3.1), with the state's N components summed out:
 *
 *     M_ij = Σ_n c_i[n] (∏_{j<s≤i} a_s[n]) b_j[n]    for j ≤ i, else 0
 *
 * The product leaves out a_j: what token j writes begins to decay with the step after it.
 */
export function semiseparableMatrix({ decays, writes, reads }: DiagonalRecurrence): number[][] {
  return causalMatrix(reads.length, (i, j) => {
    const between = decays.slice(j + 1, i + 1);
    const kept = at(writes, j).map((write, n) =>
      between.reduce((product, decay) => product * at(decay, n), write),
    );
    return dot(at(reads, i), kept);
  });
}

/** The recurrence run step by step over x (L numbers); gives y (L numbers). */
export function runDiagonalRecurrence(
  { decays, writes, reads }: DiagonalRecurrence,
  inputs: Vector,
): number[] {
  let state = at(writes, 0).map(() => 0);
  return inputs.map((input, t) => {
    const decay = at(decays, t);
    const write = at(writes, t);
    state = state.map((component, n) => at(decay, n) * component + at(write, n) * input);
    return dot(at(reads, t), state);
  });
}
