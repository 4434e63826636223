import { seededRandom } from '../../../src/figures/shared/random.ts';

/** Pseudo-random choices, the same in every run. */
export interface Chooser {
  /** Returns an integer from 0 to `end` − 1. */
  below: (end: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** Returns from `least` to `most` different items. */
  pickSome: <T>(from: readonly T[], most: number, least?: number) => T[];
  /** Returns the value in a `share` of the cases, by default half. */
  sometimes: <T>(value: T, share?: number) => T | undefined;
}

export function createChooser(seed: number): Chooser {
  const { uniform } = seededRandom(seed);
  const below = (end: number) => Math.floor(uniform() * end);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  return {
    below,
    pick,
    pickSome(from, most, least = 0) {
      const count = least + below(most - least + 1);
      const left = [...from];
      return Array.from({ length: Math.min(count, from.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat();
    },
    sometimes: (value, share = 0.5) => (uniform() < share ? value : undefined),
  };
}
