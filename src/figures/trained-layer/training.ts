import { seededRandom } from '../shared/random.ts';
import { errorGradient, type MergedLayer } from './layers.ts';
import { drawPrompt, type TaskDistribution } from './prompt.ts';

/** How a stack of layers is trained. */
export interface Setting extends TaskDistribution {
  /** K. */
  readonly layers: number;
  /** The number of updates. */
  readonly steps: number;
  /** Fresh prompts in each update. */
  readonly batch: number;
  /** The learning rate of the first update; it falls to 0 in a straight line. */
  readonly rate: number;
  /** The largest norm of a gradient; a longer one is shortened to it. */
  readonly clip: number;
  /** The standard deviation of the random entries that training begins with. */
  readonly spread: number;
  readonly seed: number;
}

/** The layers after so many updates. */
export interface Snapshot {
  readonly step: number;
  readonly layers: readonly MergedLayer[];
}

/** The steps whose weights are kept: after none, and then √2 times as many each time. */
export const snapshotSteps = [
  0, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024, 1448, 2048, 2896, 4096,
] as const;

/** The number of updates in a whole training. */
export const lastStep = Math.max(...snapshotSteps);

/**
 * Trains a stack from random weights on the mean of (ŷ − y)² over fresh prompts, and yields its weights after the steps
 * of `snapshotSteps`: the same bits on every machine. Beside comparisons there are only +, −, ×, ÷ and √ in a fixed
 * order; the normal variates of `seededRandom` need no more than that either.
 *
 * Updates are those of Kingma and Ba (2015), “Adam”, Algorithm 1 with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
 */
export function* train(setting: Setting): Generator<Snapshot> {
  const random = seededRandom(setting.seed);
  const size = setting.variances.length + 1;
  const count = 2 * setting.layers * size * size;
  const weights = Array.from({ length: count }, () => setting.spread * random.normal());
  const [means, squares] = [Array<number>(count).fill(0), Array<number>(count).fill(0)];
  let [meansLeft, squaresLeft] = [1, 1];
  for (let step = 0; ; step += 1) {
    if (snapshotSteps.some((kept) => kept === step))
      yield { step, layers: splitWeights(weights, size) };
    if (step === setting.steps) return;
    const gradient = meanGradient(splitWeights(weights, size), setting, () =>
      drawPrompt(random, setting),
    );
    const norm = Math.sqrt(gradient.reduce((sum, slope) => sum + slope * slope, 0));
    const kept = norm > setting.clip ? setting.clip / norm : 1;
    const rate = setting.rate * (1 - step / setting.steps);
    meansLeft *= 0.9;
    squaresLeft *= 0.999;
    for (let n = 0; n < count; n += 1) {
      const slope = kept * Number(gradient[n]);
      const mean = 0.9 * Number(means[n]) + 0.1 * slope;
      const square = 0.999 * Number(squares[n]) + 0.001 * slope * slope;
      [means[n], squares[n]] = [mean, square];
      const stride = mean / (1 - meansLeft) / (Math.sqrt(square / (1 - squaresLeft)) + 1e-8);
      weights[n] = Number(weights[n]) - rate * stride;
    }
  }
}

function meanGradient(
  layers: readonly MergedLayer[],
  { batch }: Setting,
  draw: () => Parameters<typeof errorGradient>[1],
): number[] {
  const sum = joinWeights(layers).map(() => 0);
  for (let n = 0; n < batch; n += 1) {
    let place = 0;
    for (const { values, keys } of errorGradient(layers, draw()))
      for (const matrix of [values, keys])
        for (const slope of matrix) {
          sum[place] = Number(sum[place]) + slope;
          place += 1;
        }
  }
  return sum.map((slope) => slope / batch);
}

/** The entries of all layers in one list: P W_V by rows, then W_Kᵀ W_Q, layer by layer. */
export function joinWeights(layers: readonly MergedLayer[]): number[] {
  return layers.flatMap(({ values, keys }) => [...values, ...keys]);
}

/** The layers whose entries `joinWeights` lists, for tokens of `size` entries. */
export function splitWeights(weights: readonly number[], size: number): MergedLayer[] {
  const area = size * size;
  return Array.from({ length: weights.length / (2 * area) }, (_, layer) => ({
    values: weights.slice(2 * layer * area, (2 * layer + 1) * area),
    keys: weights.slice((2 * layer + 1) * area, 2 * (layer + 1) * area),
  }));
}
