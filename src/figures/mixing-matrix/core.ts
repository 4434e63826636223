import type { Mixing } from '../../lib/mixing.ts';
import type { Matrix } from '../shared/linear-algebra.ts';
import type { Direction } from '../architectures/algebra.ts';
import { createMixer } from '../architectures/mixers.ts';
import { randomSource } from '../architectures/source.ts';

/** Tokens of a text. */
export const defaultLength = 16;

/** Chosen by eye among the first nineteen: with it each of the six plates shows the structure of its kind. */
export const defaultSeed = 8;

/**
 * The token-mixing matrix M of an architecture, L×L, for a random text and random weights: y = Mx,
 * where x and y hold one channel of L tokens, so that row i says how much of each input reaches output
 * i. Entries have no unit. At one seed all architectures read the same text.
 *
 * @param options.direction both ways where none is given: plates stand for encoders
 * @param options.length L, tokens, at least 1
 * @param options.seed an integer
 * @throws RangeError if the length is not a positive integer or the seed not an integer
 */
export function mixingMatrix(
  mixing: Mixing,
  {
    length = defaultLength,
    seed = defaultSeed,
    direction = 'both-ways',
  }: { length?: number; seed?: number; direction?: Direction } = {},
): number[][] {
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new RangeError(`A text has a whole number of tokens, at least one, not ${length}.`);
  }
  return createMixer[mixing](randomSource(seed, length), {}).matrix(direction);
}

/**
 * A matrix as tones: |M| / max |M| in integer levels, 0 (no mass) to count − 1 (the largest entry).
 *
 * The level is the square root of that share, rounded: with 8 levels, only entries below 0.51 % of the
 * maximum count as empty. Rounding the share itself would put everything below 7 % there, which is
 * most of a softmax over sixteen tokens. Signs are lost.
 *
 * @throws RangeError if the count is not an integer of at least 2, or an entry is not finite
 */
export function levels(matrix: Matrix, count: number): number[][] {
  if (!Number.isSafeInteger(count) || count < 2) {
    throw new RangeError(`There are two levels or more, a whole number, not ${count}.`);
  }
  const maximum = Math.max(0, ...matrix.flat().map(Math.abs));
  if (!Number.isFinite(maximum)) {
    throw new RangeError('A matrix that is drawn has finite entries only.');
  }
  return matrix.map((row) =>
    row.map((value) =>
      maximum === 0 ? 0 : Math.round(Math.sqrt(Math.abs(value) / maximum) * (count - 1)),
    ),
  );
}
