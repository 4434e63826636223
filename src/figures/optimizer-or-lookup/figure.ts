import type { HeavyFigure } from '../shared/figure.ts';
import { compute, refine, type Result } from './core.ts';
import { drawing } from './drawing.ts';
import type { parameters } from './parameters.ts';

/** What estimators make of the same examples, in distribution and out of it, where they part. */
export const optimizerOrLookup: HeavyFigure<typeof parameters, Result> = {
  ...drawing,
  compute,
  refine,
};
