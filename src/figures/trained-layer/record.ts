import { seededRandom } from '../shared/random.ts';
import {
  bestPreconditioner,
  bestStepSize,
  preconditionedLayer,
  steppingLayers,
  type Steps,
} from './construction.ts';
import { meanError, type MergedLayer } from './layers.ts';
import { drawPrompt, type Prompt, type TaskDistribution } from './prompt.ts';
import { joinWeights, lastStep, splitWeights, type Setting } from './training.ts';

/** A training run as it is kept in `trained.ts`. Whole numbers of an entry stand for so many units of 2⁻¹² or 2⁻²⁰. */
export interface TrainedRun {
  /** The entries after each of `snapshotSteps`, in units of 2⁻¹², as `joinWeights` lists them, with semicolons between. */
  readonly weights: string;
  /** (ŷ − y)² over y² after each of them, in units of 2⁻²⁰. */
  readonly errors: string;
  /** The same at the end from each of its starts, and for the constructed layers on the same prompts. */
  readonly ends: string;
  readonly constructed: { readonly plain: number; readonly best: number };
  /** The tuned steps of several layers. */
  readonly tuned?: { readonly plain: Steps; readonly plusPlus: Steps };
  /** SHA-256 of the unrounded entries up to step `digestSteps.short`, and of all. */
  readonly digests: { readonly short: string; readonly whole: string };
}

/** The last steps that the digests of a run are of. */
export const digestSteps = { short: 32, whole: lastStep } as const;

const weightUnit = 2 ** -12;
const errorUnit = 2 ** -20;

/** Entries as they are kept: rounded to a multiple of a power of two, which every machine reads alike. */
export function formatWeights(layers: readonly MergedLayer[]): string {
  return joinWeights(layers)
    .map((entry) => Math.round(entry / weightUnit))
    .join(' ');
}

export function parseWeights(text: string, size: number): MergedLayer[] {
  const weights = text.split(' ').map((entry) => Number(entry) * weightUnit);
  return splitWeights(weights, size);
}

export const roundError = (error: number): number => Math.round(error / errorUnit);

export function parseErrors(text: string): number[] {
  return text.split(' ').map((error) => Number(error) * errorUnit);
}

/** How many prompts the errors are means over. */
export const heldOut = 4096;

/** The seed of the prompts that errors are measured on. A test checks that no training draws from its stream. */
export const heldOutSeed = 7;

/** Prompts that no training sees. */
export function drawHeldOut(distribution: TaskDistribution): Prompt[] {
  const random = seededRandom(heldOutSeed);
  return Array.from({ length: heldOut }, () => drawPrompt(random, distribution));
}

/** The mean of (ŷ − y)² over that of y²: 1 where a stack answers 0. */
export function relativeError(layers: readonly MergedLayer[], prompts: readonly Prompt[]): number {
  return meanError(layers, prompts) / meanError([], prompts);
}

/** The layers that take the steps of plain gradient descent with the best step sizes, and the best of the family: preconditioned, or GD++. */
export function constructLayers(
  setting: Setting,
  tuned: TrainedRun['tuned'],
): Record<'plain' | 'best', MergedLayer[]> {
  const { variances, pairs } = setting;
  if (tuned) {
    const build = (steps: Steps) => steppingLayers(steps, variances.length, pairs);
    return { plain: build(tuned.plain), best: build(tuned.plusPlus) };
  }
  const plain = steppingLayers(
    { stepSizes: [bestStepSize(setting)], contraction: 0 },
    variances.length,
    pairs,
  );
  return { plain, best: [preconditionedLayer(bestPreconditioner(setting), setting)] };
}
