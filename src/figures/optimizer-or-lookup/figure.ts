import { computedFrom, panelWidths, type HeavyFigure } from '../shared/interactive-figure.ts';
import { compute, refine, type EstimatorErrors } from './core.ts';
import { parameters } from './parameters.ts';
import { drawPanels } from './view.ts';
import { listErrors, summarize } from './words.ts';

/** The error of optimizers and of lookups. */
export const optimizerOrLookup: HeavyFigure<typeof parameters, EstimatorErrors> = {
  lookAt:
    'Compare each curve in the two panels: how far it moves is what the shift costs that estimator, or saves it.',
  ...computedFrom(
    'linear tasks and nearest neighbours after Garg et al., 2022, §§ 3–4, with noise added; the table of Raventós et ' +
      'al., 2023, § 2; ridge regression and gradient descent from the standard theory of linear regression',
  ),
  parameters,
  compute,
  refine,
  draw: (result, values, _, width = panelWidths.wide) => ({
    panels: drawPanels(result, values, width),
    summary: summarize(result, values),
    table: listErrors(result, values),
  }),
};
