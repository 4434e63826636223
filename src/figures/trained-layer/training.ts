import { descend, type Descent } from '../shared/adam.ts';
import { seededRandom } from '../shared/random.ts';
import { errorGradient, type MergedLayer } from './layers.ts';
import { drawPrompt, type TaskDistribution } from './prompt.ts';

/** How a stack of layers is trained. */
export interface Setting extends TaskDistribution, Descent {
  /** K. */
  readonly layers: number;
  /** Fresh prompts in each update. */
  readonly batch: number;
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
 * of `snapshotSteps`: the same bits on every machine. There are only +, −, ×, ÷, √ and comparisons in a fixed order; the
 * normal variates of `seededRandom` need no more than that either.
 */
export function* train(setting: Setting): Generator<Snapshot> {
  const random = seededRandom(setting.seed);
  const size = setting.variances.length + 1;
  const count = 2 * setting.layers * size * size;
  const weights = Array.from({ length: count }, () => setting.spread * random.normal());
  const layers = () => splitWeights(weights, size);
  const measure = () => meanGradient(layers(), setting, () => drawPrompt(random, setting));
  for (const step of descend(weights, setting, measure))
    if (snapshotSteps.some((kept) => kept === step)) yield { step, layers: layers() };
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
