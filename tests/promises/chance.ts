import { seededRandom } from '../../src/figures/shared/random.ts';

/** Random choices determined by a seed. */
export interface Chance {
  /** A number in [0, 1). */
  share: () => number;
  /** An integer from 0 to `below` − 1. */
  integer: (below: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Returns a shuffled copy. */
  shuffle: <T>(list: readonly T[]) => T[];
}

/**
 * Returns the choices of attempt `index` in a run with this seed. Each attempt is reproducible
 * alone.
 */
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
