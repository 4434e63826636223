import fc from 'fast-check';
import type { MergedLayer } from '../../../../src/figures/trained-layer/layers.ts';
import type { Prompt } from '../../../../src/figures/trained-layer/prompt.ts';

/** A prompt with its tokens (x_i, y_i), one a row, and W_K, W_Q, W_V and P of each layer by rows. */
export interface Specimen {
  tokens: number[][];
  query: number[];
  target: number;
  matrices: Record<'K' | 'Q' | 'V' | 'P', number[][]>[];
}

const entry = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
const row = (width: number) => fc.array(entry, { minLength: width, maxLength: width });
const square = (size: number) => fc.array(row(size), { minLength: size, maxLength: size });

/** Stacks of one to three layers for inputs of one to three numbers. */
export const anySpecimen: fc.Arbitrary<Specimen> = fc.integer({ min: 2, max: 4 }).chain((size) =>
  fc.record({
    tokens: fc.array(row(size), { minLength: 1, maxLength: 5 }),
    query: row(size - 1),
    target: entry,
    matrices: fc.array(
      fc.record({ K: square(size), Q: square(size), V: square(size), P: square(size) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

export function toPrompt({ tokens, query, target }: Specimen): Prompt {
  const size = query.length + 1;
  const gram = Array.from({ length: size * size }, (_, place) =>
    tokens.reduce(
      (sum, token) => sum + (token[Math.floor(place / size)] ?? NaN) * (token[place % size] ?? NaN),
      0,
    ),
  );
  return { gram, query: [...query, 0], target };
}

/** P W_V and W_Kᵀ W_Q, entry by entry. */
export function toLayers({ matrices }: Specimen): MergedLayer[] {
  const product = (entryAt: (i: number, j: number, k: number) => number, size: number) =>
    Array.from({ length: size * size }, (_, place) =>
      Array.from({ length: size }, (_, k) =>
        entryAt(Math.floor(place / size), place % size, k),
      ).reduce((sum, value) => sum + value, 0),
    );
  const at = (matrix: number[][], i: number, j: number) => matrix[i]?.[j] ?? NaN;
  return matrices.map(({ K, Q, V, P }) => ({
    values: product((i, j, k) => at(P, i, k) * at(V, k, j), K.length),
    keys: product((i, j, k) => at(K, k, i) * at(Q, k, j), K.length),
  }));
}

/** Attention without the softmax as it is written down: token by token, with all four matrices. */
export function attendTokens({ tokens, query, matrices }: Specimen): number {
  const apply = (matrix: number[][], vector: number[]) =>
    matrix.map((weights) =>
      weights.reduce((sum, weight, n) => sum + weight * (vector[n] ?? NaN), 0),
    );
  let all = [...tokens, [...query, 0]];
  for (const { K, Q, V, P } of matrices) {
    const context = all.slice(0, tokens.length);
    all = all.map((token) => {
      const asked = apply(Q, token);
      const read = token.map(() => 0);
      for (const one of context) {
        const score = apply(K, one).reduce((sum, key, n) => sum + key * (asked[n] ?? NaN), 0);
        apply(V, one).forEach((value, n) => (read[n] = (read[n] ?? NaN) + value * score));
      }
      return token.map((value, n) => value + (apply(P, read)[n] ?? NaN));
    });
  }
  return -(all.at(-1)?.at(-1) ?? NaN);
}
