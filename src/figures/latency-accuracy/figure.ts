import { panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { rankByLength, type Ranking } from './core.ts';
import { drawDifferences } from './differences-panel.ts';
import type { Measurement } from './measurement.ts';
import { listParameters, parameters } from './parameters.ts';
import { drawMeasurements } from './view.ts';
import { findReference, summarize, tabulate } from './words.ts';

/** The measurements of an author: which architectures are worth their latency, and which are not. */
export const latencyAccuracy: InteractiveFigure<
  typeof parameters,
  readonly [Ranking, ...Ranking[]],
  readonly Measurement[]
> = {
  lookAt:
    'The steps are the frontier: nothing that was measured is both faster and more accurate than what lies on it.',
  mark: 'Drawn from the author’s table',
  provenance:
    'Drawn from the table that the author of this page put beside it. What is dominated is told by the ' +
    'values alone (Ehrgott 2005, §2.1). The intervals are marginal, each of one measurement alone: where they ' +
    'overlap, that is not sure, and a comparison query by query may still tell. If the table has scores of queries, ' +
    'intervals are at 95 %, percentiles of 2,000 resamples of its queries (Efron and Tibshirani 1993, ch. 13). A resample ' +
    'has the same queries for all architectures, which pairs their scores (Sakai 2006), and it is not sure what is ' +
    'dominated where the interval of a paired difference has 0 in it. Of fewer than ten queries there is no interval.',
  parameters,
  listParameters,
  compute: (_, measurements) => rankByLength(measurements),
  draw: (all, { axis, point, reference }, _, width = panelWidths.wide) => {
    const [first, ...classes] = all;
    const compared = findReference(first, reference);
    const options = { isLogarithmic: axis === 'logarithmic', all };
    return {
      panels: [
        drawMeasurements(first, { ...options, point }, width),
        ...(compared ? [drawDifferences(first, compared, width)] : []),
        ...classes.map((ranking) => drawMeasurements(ranking, options, width)),
      ],
      summary: summarize(all, point, compared),
      table: tabulate(all, reference),
    };
  },
};
