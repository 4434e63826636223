import { seededRandom } from '../shared/random.ts';
import type { Matrix } from '../shared/linear-algebra.ts';

/** Width of a token's embedding. */
const width = 16;

/** The random numbers of an architecture's inputs. */
export interface Source {
  /** The text: L×16, standard normal, as after a layer normalisation. */
  readonly tokens: Matrix;
  /** Weights of a linear layer, m×16, N(0, gain²/16): each output is then about N(0, gain²). */
  weights(outputs: number, gain: number): number[][];
  /** Numbers from N(0, deviation²). */
  normals(count: number, deviation: number): number[];
}

/**
 * A random text and random weights. They come from two streams, so that one seed gives all
 * architectures the same text, and a longer text begins with the shorter one under the same weights.
 */
export function randomSource(seed: number, length: number): Source {
  const text = seededRandom(seed);
  const parameters = seededRandom(~seed);
  const normals = (count: number, deviation: number) =>
    Array.from({ length: count }, () => deviation * parameters.normal());

  return {
    tokens: Array.from({ length }, () => Array.from({ length: width }, () => text.normal())),
    weights: (outputs, gain) =>
      Array.from({ length: outputs }, () => normals(width, gain / Math.sqrt(width))),
    normals,
  };
}
