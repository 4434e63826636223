import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { countWeights, type Shape } from '../../../../src/figures/patched-transformer/weights.ts';
import { drawPrompt, type Prompt } from '../../../../src/figures/patched-transformer/prompt.ts';

/** Shapes that are all unlike in every size. */
export const shapes: Shape[] = [
  { inputs: 5, width: 8, layers: 2, heads: 2, hidden: 12 },
  { inputs: 5, width: 12, layers: 1, heads: 3, hidden: 4 },
  { inputs: 5, width: 4, layers: 3, heads: 1, hidden: 16 },
];

/** Random weights, of about the size of trained ones. */
export function drawWeights(seed: number, shape: Shape): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: countWeights(shape) }, () => 0.4 * random.normal());
}

export function drawSome(seed: number, count: number, pairs = 5): Prompt[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    drawPrompt(random, { dimension: 2, pairs, noise: 0.3 }, [random.normal(), random.normal()]),
  );
}

/** The tokens of a prompt, written out. */
export function listTokens({ inputs, outputs, query }: Prompt): number[][] {
  return [
    ...inputs.map(([a = NaN, b = NaN], n) => [a, b, outputs[n] ?? NaN, 1, 0]),
    [query[0] ?? NaN, query[1] ?? NaN, 0, 0, 1],
  ];
}
