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
    'Vaswani et al. (2017), Devlin et al. (2019), Dao et al. (2022), Gu and Dao (2023), Peng et al. (2023), Poli et al. (2023), Sun et al. (2023) and Yang et al. (2024); both ways: two passes, as Liao et al. (2025) and Duan et al. (2025)',
  ),
  parameters,
  compute: ({ width, head, state, chunk, scores, direction, part }) =>
    computeLengthCosts(
      lengths,
      {
        width: Number(width),
        heads: Number(width) / Number(head),
        state,
        chunk,
        scores,
        direction,
      },
      part,
    ),
  draw: (result, { length, part, width: modelWidth, head }, _, width = panelWidths.wide) => ({
    panels: quantities.map((quantity) => drawCosts(result, quantity, { part, length, width })),
    summary: describeCosts(result, 2 ** length, part, Number(modelWidth) / Number(head)),
    table: listCosts(result, part),
  }),
};
