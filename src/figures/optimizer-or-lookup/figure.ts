import { computedFrom, panelWidths, type FigureView } from '../shared/interactive-figure.ts';
import type { EstimatorErrors } from './core.ts';
import { parameters } from './parameters.ts';
import { drawPanels } from './view.ts';
import { listErrors, summarize } from './words.ts';

/** The error of optimizers and of lookups; `worker.ts` computes its numbers. */
export const optimizerOrLookup: FigureView<typeof parameters, EstimatorErrors> = {
  lookAt:
    'Compare each curve in the two panels: how far it moves is what the shift costs that estimator, or saves it.',
  ...computedFrom(
    'linear tasks and nearest neighbours after Garg et al., 2022, §§ 3–4, with noise added; the table of Raventós et ' +
      'al., 2023, § 2; ridge regression and gradient descent from the standard theory of linear regression',
  ),
  parameters,
  draw: (result, values, _, width = panelWidths.wide) => ({
    panels: drawPanels(result, values, width),
    summary: summarize(result, values),
    table: listErrors(result, values),
  }),
};
