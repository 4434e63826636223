import {
  answerByDescent,
  answerByRidge,
  answerByTable,
  largestCurvature,
  tuneDescent,
} from './estimators.ts';
import { writeTokens, type Prompt } from './prompt.ts';
import type { Transformer } from './record.ts';
import { settings, type Model } from './settings.ts';
import { listStored } from './training.ts';
import { embed, runTransformer } from './transformer.ts';

/** What is multiplied. */
export type Shift = 'inputs' | 'weights';

/** What answers prompts. */
export type Answerer = Model | 'table' | 'ridge' | 'descent';

/** Errors by the factor of a shift. */
export interface ShiftErrors {
  readonly factors: readonly number[];
  /** (ŷ − y)² over y², by factor. */
  readonly errors: Readonly<Record<Answerer, readonly number[]>>;
  /** The factor of the inputs from which on descent overshoots in half of the prompts. */
  readonly limit: number;
}

/** From a quarter to eight, √2 times as large each time. */
export const factors = Array.from({ length: 11 }, (_, n) => 2 ** (n / 2 - 2));

/** The errors of the transformers and of known estimators on prompts with larger inputs or weights; the noise stays. */
export function measureShift(
  transformers: Readonly<Record<Model, Transformer>>,
  prompts: readonly Prompt[],
  shift: Shift,
): ShiftErrors {
  const { noise, shape } = settings.few;
  const stored = listStored(settings.few);
  const tuned = tuneDescent(settings.few, shape.layers);
  const predict =
    ({ weights, shape }: Transformer) =>
    (prompt: Prompt) =>
      runTransformer(weights, shape, embed(weights, shape, writeTokens(prompt))).prediction;
  const answers: Record<Answerer, (prompt: Prompt) => number> = {
    few: predict(transformers.few),
    many: predict(transformers.many),
    table: (prompt) => answerByTable(prompt, stored, noise),
    ridge: (prompt) => answerByRidge(prompt, noise),
    descent: (prompt) => answerByDescent(prompt, tuned),
  };
  const errors: Record<Answerer, number[]> = {
    few: [],
    many: [],
    table: [],
    ridge: [],
    descent: [],
  };
  for (const factor of factors) {
    const scaled = prompts.map((prompt) => scalePrompt(prompt, shift, factor));
    for (const name of Object.keys(errors) as Answerer[])
      errors[name].push(relativeError(scaled, answers[name]));
  }
  const limits = prompts
    .map((prompt) => Math.sqrt(2 / tuned.stepSize / largestCurvature(prompt)))
    .sort((a, b) => a - b);
  return { factors, errors, limit: limits[Math.floor(limits.length / 2)] ?? NaN };
}

/** A prompt with inputs α x or the task α w, whose outputs are α wᵀx + ε. */
export function scalePrompt(prompt: Prompt, shift: Shift, factor: number): Prompt {
  const { inputs, outputs, query, task, target } = prompt;
  const scale = (values: readonly number[]) => values.map((value) => factor * value);
  const clean = inputs.map((input) =>
    input.reduce((sum, value, n) => sum + value * Number(task[n]), 0),
  );
  return {
    inputs: shift === 'inputs' ? inputs.map(scale) : inputs,
    outputs: outputs.map((output, i) => output + (factor - 1) * Number(clean[i])),
    query: shift === 'inputs' ? scale(query) : query,
    task: shift === 'weights' ? scale(task) : task,
    target: factor * target,
  };
}

/** The sum of (ŷ − y)² over that of y². */
export function relativeError(
  prompts: readonly Prompt[],
  answer: (prompt: Prompt) => number,
): number {
  let [error, scale] = [0, 0];
  for (const prompt of prompts) {
    error += (answer(prompt) - prompt.target) ** 2;
    scale += prompt.target ** 2;
  }
  return error / scale;
}
