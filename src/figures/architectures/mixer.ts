import type { Direction } from './algebra.ts';

/** An architecture with its weights, over one text of L tokens; without a direction, as it was published. */
export interface Mixer {
  /** M, L×L, without a unit: y = Mx. */
  matrix(direction?: Direction): number[][];
  /** The same y from x, L numbers, without M. The states are present where their size is fixed. */
  run(inputs: readonly number[], direction?: Direction): { outputs: number[]; states?: number[][] };
}

/** The parameters of all architectures; each takes its own, and has defaults that show its structure. */
export interface MixerOptions {
  gain?: number;
  isRotary?: boolean;
  stateSize?: number;
  stepBias?: number;
  stepGain?: number;
  /** The mean of the linear maps whose products are the weights: queries and keys, gates, or B and C. */
  bias?: number;
  keyDecay?: number;
  bonus?: number;
  filterDecay?: number;
  gamma?: number;
  temperature?: number;
}

/** An architecture as a poster states it. */
export interface MixerAccount {
  family: string;
  /** The entry of its matrix, with `_` and `^` as in TeX. A product runs from the input to the output. */
  formula: string;
  /** The parts of the formula that the token sets, and the fixed ones. */
  inputs: string;
  /** The published construction that is computed, in each direction. */
  sources: Readonly<Record<Direction, string>>;
}
