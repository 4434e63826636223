import { models } from '../patched-transformer/settings.ts';
import { passageLength } from '../pooled-embedding/text.ts';
import { computedFrom, panelWidths, type HeavyFigure } from '../shared/interactive-figure.ts';
import type { PrunedEncoders } from './core.ts';
import { drawKept } from './kept-panel.ts';
import { parameters } from './parameters.ts';
import { compute, refine } from './prune.ts';
import { heads, passages } from './sizes.ts';
import { summarize, tabulate } from './text.ts';
import { drawToy } from './toy-panel.ts';
import { summarizeToys, tabulateToys } from './toy-text.ts';
import type { PrunedToys } from './toy-heads.ts';

const source = computedFrom(
  'masks on heads: Michel et al. (2019), § 2; the six mixers as in the figure of their matrices',
);

const settings = `Each encoder is one layer of ${heads} heads, one channel of each (of Mamba, RWKV and Hyena: channels), with random weights, and an embedding is the mean of the outputs, one number for each head. ${passages} passages of ${passageLength} random tokens are ranked by inner product, each for all others. The strength of a head is the sum of its squares over all embeddings. As published, heads differ before training by γ of RetNet from 1 − 2⁻⁵ to 1 − 2⁻¹², Δ of Mamba from 0.001 to 0.1, the decays of RWKV-4 and the windows of Hyena; those of attention and GLA do not. Skip connections, gates and normalisations are left out. Intervals are Student’s.`;

const toy =
  'The trained toy is two small transformers, trained here on regression in context (tasks of Raventós et al., 2023, §2) as in the figure of their patches. Of their four heads, two in each layer, each set is removed, without training again: its outputs become 0, and the MLPs stay. The strength of a head is the mean square of what it adds to a token.';

/** Untrained embeddings and rankings, or a trained toy, after heads are removed. */
export const pruneHeads: HeavyFigure<typeof parameters, PrunedEncoders | PrunedToys> = {
  lookAt:
    'Compare the orders in which heads are removed. Of untrained encoders the weakest first leave more than a choice at random, whose dashed line is √(1 − s): its square is the mean share of the squared norm that stays. Of the trained toys, see which heads the error depends on.',
  ...source,
  provenance: `${source.provenance} ${settings} ${toy}`,
  parameters,
  compute,
  refine,
  draw: (result, { choice, sparsity }, _, width = panelWidths.wide) => {
    const options = { choice, sparsity, width };
    if ('toys' in result)
      return {
        panels: models.map((model) => drawToy(result, model, options)),
        summary: summarizeToys(result, choice, sparsity),
        table: tabulateToys(result, choice),
      };
    return {
      panels: (['cosine', 'recall'] as const).map((measure) => drawKept(result, measure, options)),
      summary: summarize(result, choice, sparsity),
      table: tabulate(result, choice),
    };
  },
};
