import { settings, type Model } from './settings.ts';
import { trainedTransformers } from './trained.ts';
import { viewWeights, type Shape, type Weights } from './weights.ts';

/** A training as it is kept in `trained.ts`. */
export interface TrainedTransformer {
  /** The weights after the last update, in units of 2⁻⁸, as `viewWeights` lists them. */
  readonly weights: string;
  /** SHA-256 of the unrounded weights after `shortRun` updates, and after the last. */
  readonly digests: { readonly short: string; readonly whole: string };
}

/** The updates of a short training. */
export const shortRun = 32;

const unit = 2 ** -8;

/** Weights as they are kept: rounded to a multiple of a power of two, which every machine reads alike. */
export function formatWeights(weights: Float64Array): string {
  return Array.from(weights, (weight) => Math.round(weight / unit)).join(' ');
}

export function parseWeights(text: string): Float64Array {
  return Float64Array.from(text.split(' '), (entry) => Number(entry) * unit);
}

/** A trained transformer, with its rounded weights. */
export interface Transformer {
  readonly weights: Weights;
  readonly shape: Shape;
}

export function loadTransformer(model: Model): Transformer {
  const { shape } = settings[model];
  return { weights: viewWeights(parseWeights(trainedTransformers[model].weights), shape), shape };
}
