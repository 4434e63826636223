import { ablate, listCircuits } from '../patched-transformer/ablation.ts';
import { writeTokens, type Prompt } from '../patched-transformer/prompt.ts';
import { drawPairs } from '../patched-transformer/prompt-pairs.ts';
import { loadTransformer, type Transformer } from '../patched-transformer/record.ts';
import { models, type Model } from '../patched-transformer/settings.ts';
import { embed, runTransformer } from '../patched-transformer/transformer.ts';
import { listHeads, type PrunedToys, type Toy } from './toy-heads.ts';

/** After so many prompts there is a result. */
const part = 32;

/**
 * The mean square of each head’s output, which is added to the residual stream of a token, over the tokens that it changes: all of them
 * in the first layer, and the query in the last one.
 */
export function measureStrengths({ weights, shape }: Transformer, prompt: Prompt): number[] {
  const { layers, outputs } = runTransformer(
    weights,
    shape,
    embed(weights, shape, writeTokens(prompt)),
  );
  return listHeads(shape).map((component) => {
    const output = outputs[component] ?? new Float64Array();
    const layer = layers[Math.floor(component / (shape.heads + 1))];
    const tokens = output.length / shape.width - Number(layer?.first);
    return output.reduce((sum, value) => sum + value * value, 0) / tokens;
  });
}

/** (ŷ − y)² of a transformer on a prompt without each set of its heads, whose outputs become 0, by the code of `ablate`. */
export function removeHeads(transformer: Transformer, prompt: Prompt): number[] {
  const heads = listHeads(transformer.shape);
  const zero = new Float64Array((prompt.inputs.length + 1) * transformer.shape.width);
  const instead = Array.from({ length: Math.max(...heads) + 1 }, (_, component) =>
    heads.includes(component) ? zero : undefined,
  );
  return ablate(transformer, instead, prompt);
}

/** The last result; it holds for all values. */
let whole: PrunedToys | undefined;

/** The errors over more and more prompts of stored tasks. */
export function* refineToys(): Generator<PrunedToys, void> {
  if (whole) {
    yield whole;
    return;
  }
  const prompts = drawPairs('stored', 'task').map(({ clean }) => clean);
  const measured = { few: start('few'), many: start('many') };
  for (let done = part; done <= prompts.length; done += part) {
    for (const model of models) {
      const { transformer, errors, strengths } = measured[model];
      for (const prompt of prompts.slice(done - part, done)) {
        errors.push(removeHeads(transformer, prompt));
        measureStrengths(transformer, prompt).forEach((strength, head) => {
          strengths[head] = Number(strengths[head]) + strength;
        });
      }
    }
    const summarize = (model: Model): Toy => {
      const { errors, strengths } = measured[model];
      const heads = strengths.map((_, head) => head);
      return {
        sets: listCircuits(errors, prompts.slice(0, done)),
        order: heads.sort((a, b) => Number(strengths[a]) - Number(strengths[b])),
      };
    };
    const result = { prompts: done, toys: { few: summarize('few'), many: summarize('many') } };
    if (done === prompts.length) whole = result;
    yield result;
  }
}

function start(model: Model) {
  const transformer = loadTransformer(model);
  const strengths = listHeads(transformer.shape).map(() => 0);
  return { transformer, strengths, errors: [] as number[][] };
}
