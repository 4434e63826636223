import type { Mixing } from '../../lib/mixing.ts';
import { linearUnit, type Direction } from '../architectures/algebra.ts';
import type { MixerOptions } from '../architectures/mixer.ts';
import { createMixer } from '../architectures/mixers.ts';
import { randomSource, type Source } from '../architectures/source.ts';
import { at, average, type Matrix } from '../shared/linear-algebra.ts';
import { seededRandom } from '../shared/random.ts';
import { tokenWidth } from './text.ts';

/** How attention is told of positions. The other architectures are not. */
export type Positions = 'none' | 'learned' | 'rotary';

/** The heads of an encoder, one channel of each. */
export interface EncoderSetting {
  readonly heads: number;
  readonly direction: Direction;
  readonly positions: Positions;
  /** The parameters of a head, from 0. */
  readonly options: (head: number) => MixerOptions;
}

/** One layer of mixing with random weights, and the mean over the tokens of its outputs. */
export interface Encoder {
  /** The embedding of a text, L×16: one number for each head. */
  embed(tokens: Matrix): number[];
  /**
   * The weights of the tokens in one of these numbers, which is Σ_j c_j v_j: the mean of each column of the mixing
   * matrix, L numbers.
   */
  weigh(tokens: Matrix, head: number): number[];
  /** The embedding if nothing was mixed: the mean of the values of each head. */
  average(tokens: Matrix): number[];
}

/**
 * Draws an encoder. The values v of a head are linear in the token, with gain 1. At one seed the heads of all
 * architectures have the same values.
 *
 * Learned positions are added to the tokens, with the same variance as these, as they have when BERT is initialised
 * (Devlin et al. 2019, §3.2, by its released code); both are scaled so that the sum has variance 1.
 */
export function drawEncoder(mixing: Mixing, seed: number, setting: EncoderSetting): Encoder {
  const { heads, direction } = setting;
  const positions = mixing === 'softmax-attention' ? setting.positions : 'none';
  const drawn = Array.from({ length: heads }, (_, head) => {
    const base = randomSource(seed * heads + head, 0);
    const values = at(base.weights(1, 1), 0);
    const options = { ...setting.options(head), isRotary: positions === 'rotary' };
    const source = keepWeights(base);
    return {
      values: (tokens: Matrix) => linearUnit(tokens, values),
      mixer: (tokens: Matrix) => createMixer[mixing](source(tokens), options),
    };
  });
  const place = (tokens: Matrix) =>
    positions === 'learned' ? addPositions(tokens, ~seed * heads) : tokens;
  return {
    embed: (given) => {
      const tokens = place(given);
      return drawn.map(({ values, mixer }) =>
        average(mixer(tokens).run(values(tokens), direction).outputs),
      );
    },
    weigh: (tokens, head) => {
      const rows = at(drawn, head).mixer(place(tokens)).matrix(direction);
      return rows.map((_, column) => average(rows.map((row) => at(row, column))));
    },
    average: (tokens) => drawn.map(({ values }) => average(values(tokens))),
  };
}

function addPositions(tokens: Matrix, seed: number): number[][] {
  const { normal } = seededRandom(seed);
  return tokens.map((token) => {
    const position = Array.from({ length: tokenWidth }, normal);
    return token.map((value, n) => (value + at(position, n)) * Math.SQRT1_2);
  });
}

/** The weights of a source for any text: they are drawn once, and given again for each text in the same order. */
function keepWeights(source: Source): (tokens: Matrix) => Source {
  const weights: number[][][] = [];
  const normals: number[][] = [];
  return (tokens) => {
    let [matrices, lists] = [0, 0];
    return {
      tokens,
      weights: (outputs, gain) =>
        Array.from((weights[matrices++] ??= source.weights(outputs, gain))),
      normals: (count, deviation) => (normals[lists++] ??= source.normals(count, deviation)),
    };
  };
}
