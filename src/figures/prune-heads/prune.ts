import { refine as refineEncoders, type PrunedEncoders } from './core.ts';
import type { parameters } from './parameters.ts';
import type { Values } from '../shared/parameter.ts';
import type { PrunedToys } from './toy-heads.ts';
import { refineToys } from './toy.ts';

type Result = PrunedEncoders | PrunedToys;

/** The numbers of the encoders or of the toys, in parts. */
export function* refine(values: Values<typeof parameters>): Generator<Result, void> {
  if (values.heads === 'toy') yield* refineToys();
  else yield* refineEncoders(values);
}

export function compute(values: Values<typeof parameters>): Result {
  const result = [...refine(values)].at(-1);
  if (result === undefined) throw new Error('There are no heads.');
  return result;
}
