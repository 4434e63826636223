import { computedFrom, panelWidths, type FigureView } from '../shared/interactive-figure.ts';
import type { PrunedEncoders } from './core.ts';
import { drawKept } from './kept-panel.ts';
import { parameters } from './parameters.ts';
import { passageLength } from '../pooled-embedding/text.ts';
import { heads, passages } from './sizes.ts';
import { summarize, tabulate } from './text.ts';

const source = computedFrom(
  'masks on heads: Michel et al. (2019), § 2; the six mixers as in the figure of their matrices',
);

const settings = `Each encoder is one layer of ${heads} heads, one channel of each (of Mamba, RWKV and Hyena: channels), with random weights, and an embedding is the mean of the outputs, one number for each head. ${passages} passages of ${passageLength} random tokens are ranked by inner product, each for all others. The strength of a head is the sum of its squares over all embeddings. As published, heads differ before training by γ of RetNet from 1 − 2⁻⁵ to 1 − 2⁻¹², Δ of Mamba from 0.001 to 0.1, the decays of RWKV-4 and the windows of Hyena; those of attention and GLA do not. Skip connections, gates and normalisations are left out. Intervals are Student’s.`;

/** Untrained embeddings and rankings after heads are removed; `worker.ts` computes the numbers. */
export const pruneHeads: FigureView<typeof parameters, PrunedEncoders> = {
  lookAt:
    'The dashed line at the left is √(1 − s): its square is the mean share of the squared norm that stays when heads are removed at random. Weakest heads first leave more.',
  ...source,
  provenance: `${source.provenance} ${settings}`,
  parameters,
  draw: (result, { choice, sparsity }, _, width = panelWidths.wide) => ({
    panels: (['cosine', 'recall'] as const).map((measure) =>
      drawKept(result, measure, { choice, sparsity, width }),
    ),
    summary: summarize(result, choice, sparsity),
    table: tabulate(result, choice),
  }),
};
