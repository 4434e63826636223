import { dot } from '../shared/linear-algebra.ts';
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

/** The quantity that is multiplied. */
export type Shift = 'inputs' | 'weights';

/** The transformers and estimators that answer prompts. */
export type Answerer = Model | 'table' | 'ridge' | 'descent';

/** Errors by the factor of a shift. */
export interface ShiftErrors {
  readonly factors: readonly number[];
  /** (ŷ − y)² over y², by factor. */
  readonly errors: Readonly<Record<Answerer, readonly number[]>>;
  /** The factor of the inputs at which half of the prompts make descent diverge. */
  readonly limit: number;
}

/** The errors of all answers to a shifted prompt. */
export interface ShiftedPrompt {
  /** (ŷ − y)² over the square of the factor, by factor: y² grows with that square. */
  readonly squares: Readonly<Record<Answerer, readonly number[]>>;
  /** y² without the shift. */
  readonly scale: number;
  /** The factor above which descent diverges. */
  readonly limit: number;
}

/** From a quarter to eight, √2 times as large each time. */
export const factors = Array.from({ length: 11 }, (_, n) => 2 ** (n / 2 - 2));

/** The transformers, and known estimators. */
function listAnswers(
  transformers: Readonly<Record<Model, Transformer>>,
): Record<Answerer, (prompt: Prompt) => number> {
  const { noise } = settings.few;
  const stored = listStored(settings.few);
  const predict =
    ({ weights, shape }: Transformer) =>
    (prompt: Prompt) =>
      runTransformer(weights, shape, embed(weights, shape, writeTokens(prompt))).prediction;
  return {
    few: predict(transformers.few),
    many: predict(transformers.many),
    table: (prompt) => answerByTable(prompt, stored, noise),
    ridge: (prompt) => answerByRidge(prompt, noise),
    descent: (prompt) => answerByDescent(prompt, tuned),
  };
}

const tuned = tuneDescent(settings.few, settings.few.shape.layers);

/** The errors on prompts with larger inputs or weights; the noise stays. */
export function shiftPrompts(
  transformers: Readonly<Record<Model, Transformer>>,
  prompts: readonly Prompt[],
  shift: Shift,
): ShiftedPrompt[] {
  const answers = listAnswers(transformers);
  return prompts.map((prompt) => {
    const scaled = factors.map((factor) => scalePrompt(prompt, shift, factor));
    const measure = (name: Answerer) =>
      scaled.map((one, n) => ((answers[name](one) - one.target) / Number(factors[n])) ** 2);
    return {
      squares: {
        few: measure('few'),
        many: measure('many'),
        table: measure('table'),
        ridge: measure('ridge'),
        descent: measure('descent'),
      },
      scale: prompt.target ** 2,
      limit: Math.sqrt(2 / tuned.stepSize / largestCurvature(prompt)),
    };
  });
}

export function meanShift(prompts: readonly ShiftedPrompt[]): ShiftErrors {
  const scale = prompts.reduce((sum, one) => sum + one.scale, 0);
  const mean = (name: Answerer) =>
    factors.map(
      (_, n) => prompts.reduce((sum, { squares }) => sum + Number(squares[name][n]), 0) / scale,
    );
  const limits = prompts.map(({ limit }) => limit).sort((a, b) => a - b);
  return {
    factors,
    errors: {
      few: mean('few'),
      many: mean('many'),
      table: mean('table'),
      ridge: mean('ridge'),
      descent: mean('descent'),
    },
    limit: limits[Math.floor(limits.length / 2)] ?? NaN,
  };
}

/** A prompt with inputs α x or the task α w, whose outputs are α wᵀx + ε. */
export function scalePrompt(prompt: Prompt, shift: Shift, factor: number): Prompt {
  const { inputs, outputs, query, task, target } = prompt;
  const scale = (values: readonly number[]) => values.map((value) => factor * value);
  const clean = inputs.map((input) => dot(input, task));
  return {
    inputs: shift === 'inputs' ? inputs.map(scale) : inputs,
    outputs: outputs.map((output, i) => output + (factor - 1) * Number(clean[i])),
    query: shift === 'inputs' ? scale(query) : query,
    task: shift === 'weights' ? scale(task) : task,
    target: factor * target,
  };
}
