import { exponential } from './exponential.ts';
import type { LayerWeights, Shape, Weights } from './weights.ts';

/** The results of a layer, with a row for each token. Entries that no later layer reads are 0. */
export interface LayerPass {
  /** The first token that the layer changes: the last layer changes the query alone. */
  readonly first: number;
  /** The residual stream before the heads, and before the MLP: tokens × width. */
  readonly before: Float64Array;
  readonly middle: Float64Array;
  readonly queries: Float64Array;
  readonly keys: Float64Array;
  readonly values: Float64Array;
  /** Heads × tokens × tokens. */
  readonly attention: Float64Array;
  /** Σ a v: tokens × width. */
  readonly mixed: Float64Array;
  /** After ReLU: tokens × hidden. */
  readonly hidden: Float64Array;
}

/** A run of a transformer, by layers and components; of layers that it did not run there is nothing. */
export interface Run {
  readonly layers: readonly LayerPass[];
  /**
   * The term of each component in the residual stream, tokens × width: the heads of the first layer, its MLP, and so on.
   */
  readonly outputs: readonly Float64Array[];
  readonly last: Float64Array;
  readonly prediction: number;
}

/** Replaces the term of a component in the residual stream; without a result it stays. */
export type Patch = (component: number) => Float64Array | undefined;

/** The residual stream that enters a layer, tokens × width. */
export interface Entry {
  readonly layer: number;
  readonly stream: Float64Array;
}

/** The embedding of tokens, tokens × inputs, which enters the first layer. */
export function embed(
  { embedding }: Weights,
  { inputs, width }: Shape,
  tokens: Float64Array,
): Entry {
  const count = tokens.length / inputs;
  const stream = new Float64Array(count * width);
  applyRows(stream, tokens, embedding, 0, count);
  return { layer: 0, stream };
}

/**
 * Runs a transformer from a layer on: softmax attention of each token to all tokens, then an MLP with ReLU, both added
 * to the residual stream (Vaswani et al., 2017, without normalization and places). The last token is the query.
 */
export function runTransformer(
  { layers, readout }: Weights,
  shape: Shape,
  { layer: start, stream: entered }: Entry,
  patch?: Patch,
): Run {
  const { width, heads } = shape;
  const count = entered.length / width;
  const outputs: Float64Array[] = [];
  let stream = entered;
  const write = (component: number, output: Float64Array, first: number) => {
    const written = patch?.(component) ?? output;
    outputs[component] = written;
    for (let n = first * width; n < stream.length; n += 1)
      stream[n] = Number(stream[n]) + Number(written[n]);
  };
  const passes: LayerPass[] = [];
  for (const [index, layer] of layers.entries()) {
    if (index < start) continue;
    const first = index === layers.length - 1 ? count - 1 : 0;
    const component = index * (heads + 1);
    const before = stream;
    const attended = attend(layer, shape, before, first);
    stream = before.slice();
    for (let head = 0; head < heads; head += 1)
      write(component + head, writeHead(layer, shape, attended.mixed, head, first), first);
    const middle = stream;
    const hidden = new Float64Array(count * shape.hidden);
    applyRows(hidden, middle, layer.up, first, count);
    for (let n = first * shape.hidden; n < hidden.length; n += 1)
      hidden[n] = Math.max(0, Number(hidden[n]) + Number(layer.bias[n % shape.hidden]));
    const output = new Float64Array(count * width);
    applyRows(output, hidden, layer.down, first, count);
    stream = middle.slice();
    write(component + heads, output, first);
    passes[index] = { first, before, middle, ...attended, hidden };
  }
  let prediction = 0;
  const query = (count - 1) * width;
  for (let n = 0; n < width; n += 1) prediction += Number(readout[n]) * Number(stream[query + n]);
  return { layers: passes, outputs, last: stream, prediction };
}

function attend(layer: LayerWeights, { width, heads }: Shape, stream: Float64Array, first: number) {
  const count = stream.length / width;
  const [queries, keys, values, mixed] = [0, 0, 0, 0].map(
    () => new Float64Array(count * width),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  applyRows(queries, stream, layer.queries, first, count);
  applyRows(keys, stream, layer.keys, 0, count);
  applyRows(values, stream, layer.values, 0, count);
  const attention = new Float64Array(heads * count * count);
  const size = width / heads;
  const scale = 1 / Math.sqrt(size);
  for (let head = 0; head < heads; head += 1)
    for (let t = first; t < count; t += 1) {
      const row = (head * count + t) * count;
      const from = t * width + head * size;
      let most = -Infinity;
      for (let s = 0; s < count; s += 1) {
        let score = 0;
        for (let n = 0; n < size; n += 1)
          score += Number(queries[from + n]) * Number(keys[s * width + head * size + n]);
        score *= scale;
        attention[row + s] = score;
        if (score > most) most = score;
      }
      let total = 0;
      for (let s = 0; s < count; s += 1) {
        const share = exponential(Number(attention[row + s]) - most);
        attention[row + s] = share;
        total += share;
      }
      for (let s = 0; s < count; s += 1) {
        const share = Number(attention[row + s]) / total;
        attention[row + s] = share;
        for (let n = 0; n < size; n += 1)
          mixed[from + n] =
            Number(mixed[from + n]) + share * Number(values[s * width + head * size + n]);
      }
    }
  return { queries, keys, values, attention, mixed };
}

/** The term of a head: its columns of the output matrix times its part of the mixed values. */
function writeHead(
  { outputs }: LayerWeights,
  { width, heads }: Shape,
  mixed: Float64Array,
  head: number,
  first: number,
) {
  const written = new Float64Array(mixed.length);
  const size = width / heads;
  for (let t = first; t < mixed.length / width; t += 1)
    for (let i = 0; i < width; i += 1) {
      let sum = 0;
      for (let n = head * size; n < (head + 1) * size; n += 1)
        sum += Number(outputs[i * width + n]) * Number(mixed[t * width + n]);
      written[t * width + i] = sum;
    }
  return written;
}

/**
 * Writes W x for each row x of X but for those before `first`: W is m × n, X has n columns, and the result m, which is
 * a multiple of 4. Four sums at a time are faster than one.
 */
function applyRows(
  result: Float64Array,
  X: Float64Array,
  W: Float64Array,
  first: number,
  count: number,
): void {
  const m = Math.trunc(result.length / count) | 0;
  const n = Math.trunc(X.length / count) | 0;
  for (let t = first; t < count; t += 1)
    for (let i = 0; i < m; i += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      const [from, row] = [t * n, i * n];
      for (let k = 0; k < n; k += 1) {
        const x = Number(X[from + k]);
        a += Number(W[row + k]) * x;
        b += Number(W[row + n + k]) * x;
        c += Number(W[row + 2 * n + k]) * x;
        d += Number(W[row + 3 * n + k]) * x;
      }
      const to = t * m + i;
      result[to] = a;
      result[to + 1] = b;
      result[to + 2] = c;
      result[to + 3] = d;
    }
}
