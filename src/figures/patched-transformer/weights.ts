/** The sizes of a transformer. */
export interface Shape {
  /** The numbers of a token. */
  readonly inputs: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Of the MLP. */
  readonly hidden: number;
}

/** The matrices of a layer by rows. */
export interface LayerWeights {
  /**
   * Of all heads, width × width: a head has as many rows of the first three, and columns of the last, as it is wide.
   */
  readonly queries: Float64Array;
  readonly keys: Float64Array;
  readonly values: Float64Array;
  readonly outputs: Float64Array;
  /** The MLP: hidden × width, hidden, and width × hidden. */
  readonly up: Float64Array;
  readonly bias: Float64Array;
  readonly down: Float64Array;
}

/** A transformer, or its gradient. */
export interface Weights {
  /** Width × inputs. */
  readonly embedding: Float64Array;
  readonly layers: readonly LayerWeights[];
  /** Width: the prediction is its product with the residual stream of the query. */
  readonly readout: Float64Array;
}

export function countWeights({ inputs, width, layers, hidden }: Shape): number {
  return width * inputs + layers * (4 * width * width + 2 * width * hidden + hidden) + width;
}

/** The matrices as views of one array, in the order of their names above. */
export function viewWeights(all: Float64Array, shape: Shape): Weights {
  const { inputs, width, layers, hidden } = shape;
  let at = 0;
  const take = (size: number) => all.subarray(at, (at += size));
  const square = width * width;
  return {
    embedding: take(width * inputs),
    layers: Array.from({ length: layers }, () => ({
      queries: take(square),
      keys: take(square),
      values: take(square),
      outputs: take(square),
      up: take(hidden * width),
      bias: take(hidden),
      down: take(width * hidden),
    })),
    readout: take(width),
  };
}
