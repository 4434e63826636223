import type { Counter, Tokens } from './counter.ts';

/** The channels of one head, of queries and keys or of values. */
export interface Head {
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/** Heads of equal width, in order. */
export function listHeads(width: number, heads: number): Head[] {
  const d = width / heads;
  return Array.from({ length: heads }, (_, index) => ({
    index,
    first: index * d,
    end: (index + 1) * d,
  }));
}

/** Σ_c a_ic b_jc over the channels of a head. */
export function innerProduct(
  counter: Counter,
  { first, end }: Head,
  [a, i]: readonly [Tokens, number],
  [b, j]: readonly [Tokens, number],
): number {
  let product = 0;
  for (let c = first; c < end; c += 1) {
    product = counter.accumulate(product, a.get(i, c), b.get(j, c));
  }
  return product;
}

/** outputs_t = a_iᵀ S over the channels of a head; row c of the state, K×(V/H), belongs to channel c of the keys. */
export function readState(
  counter: Counter,
  [keys, values]: readonly [Head, Head],
  [outputs, t]: readonly [Tokens, number],
  [a, i]: readonly [Tokens, number],
  state: Tokens,
): void {
  for (let e = values.first; e < values.end; e += 1) {
    let read = 0;
    for (let c = keys.first; c < keys.end; c += 1) {
      read = counter.accumulate(read, a.get(i, c), state.get(c, e - values.first));
    }
    outputs.set(t, e, read);
  }
}

/** outputs_t += Σ_j scores_j v_j over the tokens of a chunk and the channels of a head. */
export function addValues(
  counter: Counter,
  { first, end }: Head,
  [outputs, t]: readonly [Tokens, number],
  [scores, row]: readonly [Tokens, number],
  [values, start, stop]: readonly [Tokens, number, number],
): void {
  for (let s = start; s < stop; s += 1) {
    for (let c = first; c < end; c += 1) {
      const weight = scores.get(row, s - start);
      outputs.set(t, c, counter.accumulate(outputs.get(t, c), weight, values.get(s, c)));
    }
  }
}
