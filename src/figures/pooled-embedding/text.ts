import type { Matrix, Vector } from '../shared/linear-algebra.ts';
import type { Random } from '../shared/random.ts';

/** Width of a token, as in the source of the architectures. */
export const tokenWidth = 16;

/** Tokens of a passage: as in the first figure of the mixers. */
export const passageLength = 16;

/** How the tokens of a text are related: not at all, each to the one before it, or all to one subject. */
export type TextKind = 'independent' | 'neighbours' | 'subject';

/** The correlation of two neighbours, and of any two tokens of one subject. */
export const correlations = { neighbours: 0.8, subject: 0.5 } as const;

/**
 * A random text, L×16, each number standard normal. Neighbours are an autoregression of order one; tokens of one subject
 * share a vector. A longer text begins with the shorter one.
 */
export function drawText(random: Random, length: number, kind: TextKind): number[][] {
  const draw = () => Array.from({ length: tokenWidth }, () => random.normal());
  const mix = (a: Vector, b: Vector, correlation: number, weight: number) =>
    a.map((value, n) => weight * value + Math.sqrt(1 - correlation) * (b[n] ?? NaN));
  if (kind === 'independent') return Array.from({ length }, draw);
  let base = draw();
  return Array.from({ length }, (_, t) => {
    if (kind === 'subject')
      return mix(base, draw(), correlations.subject, Math.sqrt(correlations.subject));
    const rho = correlations.neighbours;
    if (t > 0) base = mix(base, draw(), rho ** 2, rho);
    return base;
  });
}

/** A random order of 0 to n − 1, all equally likely: the shuffle of Fisher and Yates. */
export function drawOrder(random: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random.uniform() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] ?? NaN, order[last] ?? NaN];
  }
  return order;
}

/** The rows of a matrix in an order. */
export function reorder(rows: Matrix, order: readonly number[]): Vector[] {
  return order.map((index) => rows[index] ?? []);
}
