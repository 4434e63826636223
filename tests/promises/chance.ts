import { seededRandom } from '../../src/lib/random.ts';

/** Choices that a seed decides. */
export interface Chance {
  /** A number in [0, 1). */
  share: () => number;
  /** An integer from 0 to `below` − 1. */
  integer: (below: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** The list in another order. */
  shuffle: <T>(list: readonly T[]) => T[];
}

/** The choices of the attempt `index` of a run with this seed: each attempt can be made alone again. */
export function buildChance(seed: number, index: number): Chance {
  const { uniform } = seededRandom(seed * 1_000_003 + index);
  const integer = (below: number) => Math.floor(uniform() * below);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('There is nothing to pick from.');
    return list[integer(list.length)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, key: uniform() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { share: uniform, integer, pick, shuffle };
}
