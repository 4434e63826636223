import type { Shape } from '../../../../src/figures/patched-transformer/weights.ts';

/** The transformer again, on nested arrays, by tokens and with `Math.exp`: another way to the same numbers. */
export type Matrix = number[][];

/** The term of each component in the residual stream of each token, by component. */
export interface SecondRun {
  outputs: Matrix[];
  prediction: number;
}

const range = (length: number) => Array.from({ length }, (_, n) => n);
const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, n) => sum + value * (b[n] ?? NaN), 0);
const apply = (W: Matrix, x: readonly number[]) => W.map((row) => product(row, x));
const plus = (a: readonly number[], b: readonly number[]) =>
  a.map((value, n) => value + (b[n] ?? NaN));

/**
 * @param weights in the order of their names in `Weights`
 * @param tokens each with its numbers, the query last
 * @param replace another output of a component for a token
 */
export function runAgain(
  weights: readonly number[],
  { inputs, width, layers, heads, hidden }: Shape,
  tokens: Matrix,
  replace: (component: number, token: number, output: number[]) => number[] = (_, __, output) =>
    output,
): SecondRun {
  const rest = [...weights];
  const matrix = (rows: number, columns: number): Matrix =>
    range(rows).map(() => rest.splice(0, columns));
  const embedding = matrix(width, inputs);
  let stream = tokens.map((token) => apply(embedding, token));
  const outputs: Matrix[] = [];
  const size = width / heads;
  const write = (made: Matrix) => {
    const component = outputs.length;
    const written = made.map((output, token) => replace(component, token, output));
    outputs.push(written);
    stream = stream.map((token, n) => plus(token, written[n] ?? []));
  };
  for (let layer = 0; layer < layers; layer += 1) {
    const [Q, K, V, O] = range(4).map(() => matrix(width, width)) as [
      Matrix,
      Matrix,
      Matrix,
      Matrix,
    ];
    const [up, [bias = []], down] = [
      matrix(hidden, width),
      matrix(1, hidden),
      matrix(width, hidden),
    ];
    const entered = stream;
    for (const head of range(heads)) {
      const own = (W: Matrix) => W.slice(head * size, (head + 1) * size);
      write(
        entered.map((token) => {
          const query = apply(own(Q), token);
          const products = entered.map((other) => product(query, apply(own(K), other)));
          const most = Math.max(...products);
          const scores = products.map((score) => Math.exp((score - most) / Math.sqrt(size)));
          const total = scores.reduce((sum, score) => sum + score, 0);
          const mixed = entered
            .map((other, n) =>
              apply(own(V), other).map((value) => (value * (scores[n] ?? NaN)) / total),
            )
            .reduce(plus);
          return O.map((row) => product(row.slice(head * size, (head + 1) * size), mixed));
        }),
      );
    }
    write(
      stream.map((token) =>
        apply(
          down,
          plus(apply(up, token), bias).map((value) => Math.max(0, value)),
        ),
      ),
    );
  }
  return { outputs, prediction: product(rest.splice(0, width), stream.at(-1) ?? []) };
}
