import type { LayerPass, Run } from './transformer.ts';
import type { LayerWeights, Shape, Weights } from './weights.ts';

/** A prompt with its run. */
export interface Example {
  /** Tokens × inputs. */
  readonly tokens: Float64Array;
  readonly run: Run;
  readonly target: number;
}

/** Adds the gradient of (ŷ − y)² by all weights to `gradient`, by the chain rule backwards through `runTransformer`. */
export function addGradient(
  gradient: Weights,
  { embedding, layers, readout }: Weights,
  shape: Shape,
  { tokens, run, target }: Example,
): void {
  const { inputs, width } = shape;
  const count = tokens.length / inputs;
  const slope = 2 * (run.prediction - target);
  const query = (count - 1) * width;
  let atStream = new Float64Array(count * width);
  for (let n = 0; n < width; n += 1) {
    atStream[query + n] = slope * Number(readout[n]);
    gradient.readout[n] = Number(gradient.readout[n]) + slope * Number(run.last[query + n]);
  }
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const [layer, pass, into] = [layers[index], run.layers[index], gradient.layers[index]];
    if (!layer || !pass || !into) throw new RangeError('The run is of another transformer.');
    goBackMlp(into, layer, pass, atStream, count);
    atStream = goBackAttention(into, layer, shape, pass, atStream);
  }
  goBack(gradient.embedding, undefined, embedding, tokens, atStream, 0, count);
}

/** Back through the MLP: the slopes by its output become those by its input, which they are added to. */
function goBackMlp(
  into: LayerWeights,
  { up, down }: LayerWeights,
  { first, middle, hidden }: LayerPass,
  atStream: Float64Array,
  count: number,
): void {
  const atHidden = new Float64Array(hidden.length);
  goBack(into.down, atHidden, down, hidden, atStream, first, count);
  const size = hidden.length / count;
  for (let n = first * size; n < hidden.length; n += 1) {
    if (!(Number(hidden[n]) > 0)) atHidden[n] = 0;
    into.bias[n % size] = Number(into.bias[n % size]) + Number(atHidden[n]);
  }
  goBack(into.up, atStream, up, middle, atHidden, first, count);
}

/** Back through the heads: returns the slopes by the residual stream before the layer. */
function goBackAttention(
  into: LayerWeights,
  layer: LayerWeights,
  { width, heads }: Shape,
  { first, before, queries, keys, values, attention, mixed }: LayerPass,
  atStream: Float64Array,
): Float64Array<ArrayBuffer> {
  const count = before.length / width;
  const size = width / heads;
  const scale = 1 / Math.sqrt(size);
  const [atMixed, atQueries, atKeys, atValues] = [0, 0, 0, 0].map(
    () => new Float64Array(count * width),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  goBack(into.outputs, atMixed, layer.outputs, mixed, atStream, first, count);
  const atShares = new Float64Array(count);
  for (let head = 0; head < heads; head += 1)
    for (let t = first; t < count; t += 1) {
      const row = (head * count + t) * count;
      const from = t * width + head * size;
      let mean = 0;
      for (let s = 0; s < count; s += 1) {
        const to = s * width + head * size;
        const share = Number(attention[row + s]);
        let atShare = 0;
        for (let n = 0; n < size; n += 1) {
          const slope = Number(atMixed[from + n]);
          atShare += slope * Number(values[to + n]);
          atValues[to + n] = Number(atValues[to + n]) + share * slope;
        }
        atShares[s] = atShare;
        mean += share * atShare;
      }
      for (let s = 0; s < count; s += 1) {
        const to = s * width + head * size;
        const atScore = Number(attention[row + s]) * (Number(atShares[s]) - mean) * scale;
        for (let n = 0; n < size; n += 1) {
          atQueries[from + n] = Number(atQueries[from + n]) + atScore * Number(keys[to + n]);
          atKeys[to + n] = Number(atKeys[to + n]) + atScore * Number(queries[from + n]);
        }
      }
    }
  const atBefore = atStream.slice();
  goBack(into.queries, atBefore, layer.queries, before, atQueries, first, count);
  goBack(into.keys, atBefore, layer.keys, before, atKeys, 0, count);
  goBack(into.values, atBefore, layer.values, before, atValues, 0, count);
  return atBefore;
}

/** Back through Y = X Wᵀ, whose slopes are those by Y: adds those by W, and by X where they are needed. */
function goBack(
  atW: Float64Array,
  atX: Float64Array | undefined,
  W: Float64Array,
  X: Float64Array,
  atY: Float64Array,
  first: number,
  count: number,
): void {
  const m = Math.trunc(atY.length / count) | 0;
  const n = Math.trunc(X.length / count) | 0;
  for (let t = first; t < count; t += 1)
    for (let i = 0; i < m; i += 4) {
      const [at, from, row] = [t * m + i, t * n, i * n];
      const [a, b, c, d] = [
        Number(atY[at]),
        Number(atY[at + 1]),
        Number(atY[at + 2]),
        Number(atY[at + 3]),
      ];
      for (let k = 0; k < n; k += 1) {
        const x = Number(X[from + k]);
        atW[row + k] = Number(atW[row + k]) + a * x;
        atW[row + n + k] = Number(atW[row + n + k]) + b * x;
        atW[row + 2 * n + k] = Number(atW[row + 2 * n + k]) + c * x;
        atW[row + 3 * n + k] = Number(atW[row + 3 * n + k]) + d * x;
      }
      if (atX)
        for (let k = 0; k < n; k += 1)
          atX[from + k] =
            Number(atX[from + k]) +
            (a * Number(W[row + k]) + b * Number(W[row + n + k])) +
            (c * Number(W[row + 2 * n + k]) + d * Number(W[row + 3 * n + k]));
    }
}
