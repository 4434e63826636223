import { closest, distance } from 'fastest-levenshtein';

/** A longer value is no misspelt word. */
const mostLetters = 200;

/**
 * The most comparisons for one list. If thousands of values are wrong among thousands, some get no
 * advice.
 */
const mostPairs = 1_000_000;

/** A cache by list: its lower-case candidates, and the number of comparisons so far. */
const lists = new WeakMap<readonly string[], { folded: string[]; pairs: number }>();

/**
 * Returns the candidate closest to `value` by Levenshtein distance, ignoring case. If more than
 * half of the letters differ, returns the only candidate that contains `value`, else undefined.
 */
export function nearest(value: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || value.length > mostLetters) return undefined;
  const list = lists.get(candidates) ?? { folded: [], pairs: 0 };
  const { folded } = list;
  for (const candidate of candidates.slice(folded.length))
    folded.push(candidate.toLowerCase().slice(0, 2 * mostLetters));
  list.pairs += candidates.length;
  lists.set(candidates, list);
  if (list.pairs > mostPairs) return undefined;
  const best = closest(value.toLowerCase(), folded);
  const tolerance = Math.max(value.length, best.length) / 2;
  if (distance(value.toLowerCase(), best) <= tolerance) return candidates[folded.indexOf(best)];
  const [whole, ...others] = candidates.filter((_, index) =>
    folded[index]?.includes(value.toLowerCase()),
  );
  return others.length === 0 && value.length > 2 ? whole : undefined;
}

/** Returns the `nearest` field of a fault, if there is one. */
export function describeNearest(
  value: string,
  candidates: readonly string[],
): { nearest?: string } {
  const best = nearest(value, candidates);
  return best === undefined ? {} : { nearest: best };
}
