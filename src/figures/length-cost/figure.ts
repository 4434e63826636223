import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { computeLengthCosts, quantities, type LengthCosts } from './core.ts';
import { lengths, parameters } from './parameters.ts';
import { describeCosts, listCosts } from './summary.ts';
import { drawCosts } from './view.ts';

/** FLOPs and numbers held against length, for the six ways of mixing tokens. */
export const lengthCost: InteractiveFigure<typeof parameters, LengthCosts> = {
  lookAt:
    'Look for where the curve of attention crosses another: from there on attention is the dearer of the two.',
  ...computedFrom(
    'Vaswani et al. (2017), Dao et al. (2022), Gu and Dao (2023), Peng et al. (2023), Poli et al. (2023), Sun et al. (2023) and Yang et al. (2024)',
  ),
  parameters,
  compute: ({ width, heads, state, chunk, scores, projections }) =>
    computeLengthCosts(
      lengths,
      { width: Number(width), heads: Number(heads), state, chunk, scores },
      projections === 'four',
    ),
  draw: (result, { length, projections }, _, width = panelWidths.wide) => ({
    panels: quantities.map((quantity) => drawCosts(result, quantity, length, width)),
    summary: describeCosts(result, 2 ** length, projections === 'four'),
    table: listCosts(result),
  }),
};
