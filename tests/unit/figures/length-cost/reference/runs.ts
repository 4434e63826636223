import { seededRandom } from '../../../../../src/figures/shared/random.ts';
import { Tokens } from './counter.ts';

/** Random tokens and weights for a run, in the order of the calls. */
export function randomInputs(seed: number, length: number) {
  const { normal, uniform } = seededRandom(seed);
  const fill = (rows: number, width: number, entry: () => number) =>
    new Tokens(Float64Array.from({ length: rows * width }, entry), width);
  return {
    uniform,
    /** n×width, standard normal. */
    tokens: (width: number) => fill(length, width, normal),
    /** n×width, uniform on [least, 1). */
    shares: (width: number, least: number) =>
      fill(length, width, () => least + (1 - least) * uniform()),
    /** rows×width, uniform on [−3.05, −0.05). */
    rates: (rows: number, width: number) => fill(rows, width, () => -0.05 - 3 * uniform()),
  };
}
