import type { Prompt } from './prompt.ts';
import { addMultiple, apply, flip, multiply, type Square } from './square.ts';

/**
 * A layer of linear self-attention by the two products that its output depends on, (d+1)×(d+1) each: von Oswald et
 * al. (2023), §2. Ahn et al. (2023), §2, and Zhang, Frei and Bartlett (2024) train these products too.
 */
export interface MergedLayer {
  /** P W_V. */
  readonly values: Square;
  /** W_Kᵀ W_Q. */
  readonly keys: Square;
}

/** A layer with the tokens that enter it. */
interface Pass {
  layer: MergedLayer;
  gram: Square;
  query: readonly number[];
  /** P W_V G. */
  read: Square;
  /** I + P W_V G W_Kᵀ W_Q. */
  step: Square;
}

/**
 * Runs a stack on a prompt. A layer is e_j ← e_j + P W_V G W_Kᵀ W_Q e_j for each token, with G = Σ_i e_i e_iᵀ over the
 * pairs: von Oswald et al. (2023), §2. So it multiplies every token by one matrix T, and G
 * becomes T G Tᵀ.
 */
function run(layers: readonly MergedLayer[], prompt: Prompt) {
  const size = prompt.query.length;
  let { gram, query }: { gram: Square; query: readonly number[] } = prompt;
  const passes = layers.map((layer, index): Pass => {
    const read = multiply(layer.values, gram, size);
    const step = multiply(read, layer.keys, size);
    for (let n = 0; n < size; n += 1) step[n * (size + 1)] = Number(step[n * (size + 1)]) + 1;
    const pass = { layer, gram, query, read, step };
    query = apply(step, query);
    if (index < layers.length - 1)
      gram = multiply(multiply(step, gram, size), flip(step, size), size);
    return pass;
  });
  return { passes, prediction: -Number(query[size - 1]) };
}

/** The prediction for the query: the last entry of its token with the sign reversed, von Oswald et al. (2023), §2. */
export function predict(layers: readonly MergedLayer[], prompt: Prompt): number {
  return run(layers, prompt).prediction;
}

/** The mean of (ŷ − y)² over prompts. */
export function meanError(layers: readonly MergedLayer[], prompts: readonly Prompt[]): number {
  let sum = 0;
  for (const prompt of prompts) {
    const difference = predict(layers, prompt) - prompt.target;
    sum += difference * difference;
  }
  return sum / prompts.length;
}

/**
 * The gradient of (ŷ − y)² by the two products of each layer, in the form of layers, by the chain rule backwards
 * through `run`. With T = I + V G K, e' = T e, G' = T G Tᵀ and a bar for the derivative by a matrix:
 * T̄ = ē' eᵀ + (Ḡ' + Ḡ'ᵀ) T G, V̄ = T̄ (G K)ᵀ, K̄ = (V G)ᵀ T̄, ē = Tᵀ ē', Ḡ = Tᵀ Ḡ' T + Vᵀ T̄ Kᵀ.
 */
export function errorGradient(layers: readonly MergedLayer[], prompt: Prompt): MergedLayer[] {
  const size = prompt.query.length;
  const { passes, prediction } = run(layers, prompt);
  let atQuery = prompt.query.map((_, n) =>
    n === size - 1 ? -2 * (prediction - prompt.target) : 0,
  );
  let atGram: Square | undefined;
  const gradient: MergedLayer[] = [];
  for (const { layer, gram, query, read, step } of passes.toReversed()) {
    let atStep: Square = atQuery.flatMap((a) => query.map((b) => a * b));
    const stepBack = flip(step, size);
    if (atGram !== undefined) {
      const both = addMultiple(atGram, 1, flip(atGram, size));
      atStep = addMultiple(atStep, 1, multiply(both, multiply(step, gram, size), size));
    }
    gradient.unshift({
      values: multiply(atStep, flip(multiply(gram, layer.keys, size), size), size),
      keys: multiply(flip(read, size), atStep, size),
    });
    if (gradient.length === passes.length) break;
    const values = flip(layer.values, size);
    const direct = multiply(multiply(values, atStep, size), flip(layer.keys, size), size);
    atGram =
      atGram === undefined
        ? direct
        : addMultiple(direct, 1, multiply(multiply(stepBack, atGram, size), step, size));
    atQuery = apply(stepBack, atQuery);
  }
  return gradient;
}
