import { closest, distance } from 'fastest-levenshtein';

/** A longer value is no word that was misspelt. */
const mostLetters = 200;

/** As many pairs are compared for one list: where thousands are wrong among thousands, some get no advice. */
const mostPairs = 1_000_000;

/** What is known of the lists that values were held against: in small letters, and how many pairs were compared. */
const lists = new WeakMap<readonly string[], { folded: string[]; pairs: number }>();

/**
 * The candidate that `value` was most likely meant to be, by Levenshtein distance without regard to
 * case. When even the closest differs in more than half of its letters, the only one that `value` is a
 * part of; otherwise nothing.
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

/** The `nearest` part of a fault; empty where nothing is near. */
export function describeNearest(
  value: string,
  candidates: readonly string[],
): { nearest?: string } {
  const best = nearest(value, candidates);
  return best === undefined ? {} : { nearest: best };
}
