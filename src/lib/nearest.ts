import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that `value` was most likely meant to be, by Levenshtein distance without regard to
 * case; nothing when even the closest differs in more than half of its letters.
 */
export function nearest(value: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const folded = candidates.map((candidate) => candidate.toLowerCase());
  const best = closest(value.toLowerCase(), folded);
  const tolerance = Math.max(value.length, best.length) / 2;
  if (distance(value.toLowerCase(), best) > tolerance) return undefined;
  return candidates[folded.indexOf(best)];
}

/** The `nearest` part of a fault; empty where nothing is near. */
export function describeNearest(
  value: string,
  candidates: readonly string[],
): { nearest?: string } {
  const best = nearest(value, candidates);
  return best === undefined ? {} : { nearest: best };
}
