import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { rankResults, type Ranking } from './core.ts';
import { drawMoves } from './moves-panel.ts';
import { parameters } from './parameters.ts';
import { drawResults } from './results-panel.ts';
import { summarize, tabulate } from './text.ts';

/** Ten results in an order that readers change, with their parts of NDCG@10. */
export const rankedResults: InteractiveFigure<typeof parameters, Ranking> = {
  lookAt:
    'Ten made-up results: each filled area is gain × discount, each outline that of the ideal order at the same rank, and in the second picture one result stands at every rank in turn.',
  ...computedFrom(
    'discounted and normalized gain: Järvelin & Kekäläinen (2002), Eq. 2; linear gain and log2(i + 1): trec_eval; exponential gain: Burges et al. (2005)',
  ),
  parameters,
  compute: ({ order, result, ...kinds }) => rankResults(order, result - 1, kinds),
  draw: (result, _values, _input, width = panelWidths.wide) => ({
    panels: [drawResults(result, width), drawMoves(result, width)],
    summary: summarize(result),
    table: tabulate(result),
  }),
};
