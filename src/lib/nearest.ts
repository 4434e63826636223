import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that `value` was most likely meant to be, by Levenshtein distance without regard to
 * case. When even the closest differs in more than half of its letters, the only one that `value` is a
 * part of; otherwise nothing.
 */
export function nearest(value: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const folded = candidates.map((candidate) => candidate.toLowerCase());
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
