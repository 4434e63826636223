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

/** Whether `value` differs from `meant` only in case and signs, and from no other candidate. */
export function isSameWord(value: string, meant: string, candidates: readonly string[]): boolean {
  const folded = fold(meant);
  if (folded === '' || fold(value) !== folded) return false;
  return candidates.filter((one) => fold(one) === folded).length === 1;
}

/**
 * Whether `value` can only be a misspelling of `meant`, one of `candidates`: they differ in case and
 * signs, in one letter, or in the order of two. Two words that differ in a digit are two names.
 */
export function isMisspelling(
  value: string,
  meant: string,
  candidates: readonly string[],
): boolean {
  if (isSameWord(value, meant, candidates)) return true;
  const folded = fold(meant);
  const isClose = (one: string) =>
    distance(fold(value), fold(one)) <= 1 || isSwapped(fold(value), fold(one));
  return (
    folded.length > 3 &&
    isClose(meant) &&
    folded.replace(/\D/g, '') === fold(value).replace(/\D/g, '') &&
    candidates.filter(isClose).length === 1
  );
}

/** Whether two letters that follow each other have changed places. */
function isSwapped(a: string, b: string): boolean {
  const [first = 0, second, ...others] = Array.from(a, (_, index) => index).filter(
    (index) => a[index] !== b[index],
  );
  const isPair = second === first + 1 && others.length === 0 && a.length === b.length;
  return isPair && a[first] === b[second] && a[second] === b[first];
}

/** The letters and digits of a word. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
