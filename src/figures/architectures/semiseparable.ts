import { at, dot, type Matrix, type Vector } from '../shared/linear-algebra.ts';
import { mixingEntries, type Direction } from './algebra.ts';

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
 * The product leaves out a_j: the write of token j begins to decay with the step after it.
 *
 * Both ways, the same recurrence also runs over the text from its end, which fills in the entries above
 * the diagonal, M_ij = Σ_n c_i[n] (∏_{i≤s<j} a_s[n]) b_j[n] for j > i. That is a quasiseparable matrix:
 * Hwang et al. (2024), "Hydra", §3. Their diagonal is free, and here that of one pass: a token takes
 * from itself once. (The sum of two passes, as in Zhu et al. (2024), "Vision Mamba", counts it twice.)
 * The two passes share their weights.
 */
export function semiseparableMatrix(
  { decays, writes, reads }: DiagonalRecurrence,
  direction: Direction = 'causal',
): number[][] {
  return mixingEntries(reads.length, direction, (i, j) => {
    const between = j <= i ? decays.slice(j + 1, i + 1) : decays.slice(i, j);
    const kept = at(writes, j).map((write, n) =>
      between.reduce((product, decay) => product * at(decay, n), write),
    );
    return dot(at(reads, i), kept);
  });
}

/** The outputs of a recurrence, and its state after each step. */
export interface Run {
  /** y, L numbers. */
  readonly outputs: number[];
  /** The state after each token, L rows; both ways, that of either pass once it has read the token. */
  readonly states: number[][];
}

/**
 * The recurrence run step by step over x, L numbers. Both ways, a second pass runs from the end, and its
 * state is read before the present token is written to it, which the first pass has done: the shift of
 * Hwang et al. (2024), §3.
 */
export function runDiagonalRecurrence(
  recurrence: DiagonalRecurrence,
  inputs: Vector,
  direction: Direction = 'causal',
): Run {
  const { reads } = recurrence;
  const forward = traceStates(recurrence, inputs);
  if (direction === 'causal') {
    return {
      outputs: forward.map(({ after }, t) => dot(at(reads, t), after)),
      states: forward.map(({ after }) => after),
    };
  }
  const backward = traceStates(reverse(recurrence), inputs.toReversed()).reverse();
  return {
    outputs: forward.map(
      ({ after }, t) => dot(at(reads, t), after) + dot(at(reads, t), at(backward, t).before),
    ),
    states: forward.map(({ after }, t) => [...after, ...at(backward, t).after]),
  };
}

/** The state at each step: decayed, before the token is written to it, and after. */
function traceStates(
  { decays, writes }: DiagonalRecurrence,
  inputs: Vector,
): { before: number[]; after: number[] }[] {
  let state = at(writes, 0).map(() => 0);
  return inputs.map((input, t) => {
    const before = state.map((component, n) => at(at(decays, t), n) * component);
    state = before.map((component, n) => component + at(at(writes, t), n) * input);
    return { before, after: state };
  });
}

/** The recurrence over the text from its end. */
function reverse({ decays, writes, reads }: DiagonalRecurrence): DiagonalRecurrence {
  return {
    decays: decays.toReversed(),
    writes: writes.toReversed(),
    reads: reads.toReversed(),
  };
}
