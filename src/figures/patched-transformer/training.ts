import { descend, type Descent } from '../shared/adam.ts';
import { seededRandom, type Random } from '../shared/random.ts';
import { addGradient } from './gradient.ts';
import { drawPrompt, drawTasks, writeTokens, type Regression } from './prompt.ts';
import { embed, runTransformer } from './transformer.ts';
import { countWeights, viewWeights, type Shape } from './weights.ts';

/** How a transformer is trained. */
export interface Setting extends Regression, Descent {
  /** M. */
  readonly tasks: number;
  readonly shape: Shape;
  /** Fresh prompts in each update, each of one of the tasks at random. */
  readonly batch: number;
  readonly seed: number;
}

/** The M stored tasks, the first that the stream of the seed gives. */
export function listStored({ seed, tasks, dimension }: Setting): number[][] {
  return drawTasks(seededRandom(seed), tasks, dimension);
}

/**
 * Trains a transformer from random weights on the mean of (ŷ − wᵀx)² over fresh prompts, and yields the number of
 * updates with its weights, which change afterwards: the same bits on every machine. There are only +, −, ×, ÷, √,
 * rounding and comparisons in a fixed order.
 */
export function* train(setting: Setting): Generator<{ step: number; weights: Float64Array }> {
  const { shape, batch, tasks, dimension } = setting;
  const random = seededRandom(setting.seed);
  const stored = drawTasks(random, tasks, dimension);
  const weights = drawWeights(random, shape);
  const gradient = new Float64Array(weights.length);
  const [transformer, into] = [viewWeights(weights, shape), viewWeights(gradient, shape)];
  const measure = () => {
    gradient.fill(0);
    for (let n = 0; n < batch; n += 1) {
      const task = stored[Math.floor(tasks * random.uniform())] ?? [];
      const prompt = drawPrompt(random, setting, task);
      const tokens = writeTokens(prompt);
      const run = runTransformer(transformer, shape, embed(transformer, shape, tokens));
      addGradient(into, transformer, shape, { tokens, run, target: prompt.target });
    }
    return gradient.map((slope) => slope / batch);
  };
  for (const step of descend(weights, setting, measure)) yield { step, weights };
}

/** Random weights. A matrix has about the norm that keeps the size of its inputs; biases begin with 0. */
function drawWeights(random: Random, shape: Shape): Float64Array {
  const weights = new Float64Array(countWeights(shape));
  const { embedding, layers, readout } = viewWeights(weights, shape);
  const fill = (matrix: Float64Array, spread: number) => {
    for (let n = 0; n < matrix.length; n += 1) matrix[n] = spread * random.normal();
  };
  fill(embedding, 0.5);
  for (const { queries, keys, values, outputs, up, down } of layers) {
    for (const matrix of [queries, keys, values]) fill(matrix, 0.25);
    fill(outputs, 0.18);
    fill(up, 0.25);
    fill(down, 0.12);
  }
  fill(readout, 0.25);
  return weights;
}
