import { drawOrder } from '../pooled-embedding/text.ts';
import { average, dot, type Matrix } from '../shared/linear-algebra.ts';
import { seededRandom } from '../shared/random.ts';

/** Which heads are removed first: those that add least to the embeddings, any, or those that add most. */
export const choices = ['weakest', 'random', 'strongest'] as const;

export type Choice = (typeof choices)[number];

/** Random orders in which the heads of an encoder are removed. */
const randomOrders = 3;

/** The orders in which heads are removed: by Σ E_h² over all embeddings, E n×H, or at random. */
export function orderHeads(embeddings: Matrix, choice: Choice, seed: number): number[][] {
  const size = embeddings[0]?.length ?? 0;
  if (choice === 'random') {
    const random = seededRandom(seed);
    return Array.from({ length: randomOrders }, () => drawOrder(random, size));
  }
  const squares = Array.from({ length: size }, (_, head) =>
    embeddings.reduce((sum, embedding) => sum + (embedding[head] ?? NaN) ** 2, 0),
  );
  const weakest = squares
    .map((_, head) => head)
    .sort((a, b) => (squares[a] ?? NaN) - (squares[b] ?? NaN));
  return [choice === 'weakest' ? weakest : weakest.toReversed()];
}

/**
 * The mean cosine of embeddings, n×H, with the same ones whose removed heads are 0. It is the square root of the share of
 * the squared norm that stays: removed at random, its square is 1 − s on average, with s the share that is removed,
 * whatever the encoder.
 */
export function measureCosine(embeddings: Matrix, removed: readonly number[]): number {
  const cosines = embeddings.map((embedding) => {
    const lost = removed.reduce((sum, head) => sum + (embedding[head] ?? NaN) ** 2, 0);
    return Math.sqrt(Math.max(0, 1 - lost / dot(embedding, embedding)));
  });
  return average(cosines);
}

/** The passages nearest to each, by inner product, without itself: of n×H, n lists, each in the order of the passages. */
export function findNearest(embeddings: Matrix, count: number): number[][] {
  return embeddings.map((query, index) => {
    const scores = embeddings.map((passage, other) =>
      other === index ? -Infinity : dot(query, passage),
    );
    const least = Float64Array.from(scores).sort().at(-count) ?? NaN;
    return scores.flatMap((score, other) => (score >= least ? [other] : [])).slice(0, count);
  });
}

/** The share of the first lists that is in the second ones. */
export function measureRecall(before: readonly number[][], after: readonly number[][]): number {
  return average(
    before.map((list, index) => {
      const found = list.filter((passage) => after[index]?.includes(passage));
      return found.length / list.length;
    }),
  );
}
