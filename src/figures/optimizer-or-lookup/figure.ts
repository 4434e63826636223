import { computedFrom, type DrawnFigure } from '../shared/interactive-figure.ts';
import type { Result } from './core.ts';
import { parameters } from './parameters.ts';
import { drawPanels } from './view.ts';
import { listErrors, summarize } from './words.ts';

/** The error of optimizers and of a lookup table; `worker.ts` computes its numbers. */
export const optimizerOrLookup: DrawnFigure<typeof parameters, Result> = {
  title: 'Optimizer or lookup table?',
  provenance: computedFrom(
    'linear tasks after Garg et al., 2022, §§ 3–4, with noise added and one neighbour where they take ' +
      'three; ridge regression and gradient descent from the standard theory of linear regression',
  ),
  parameters,
  draw: (result, values) => ({
    panels: drawPanels(result, values),
    summary: summarize(result, values),
    table: listErrors(result, values),
  }),
};
