import { computedFrom, panelWidths, type HeavyFigure } from '../shared/interactive-figure.ts';
import { passageLength } from '../pooled-embedding/text.ts';
import { heads } from './changes.ts';
import { compute, refine, type Moves } from './core.ts';
import { parameters } from './parameters.ts';
import { summarize, tabulate } from './text.ts';
import { drawTurns } from './turns-panel.ts';
import { drawWeights } from './weights-panel.ts';

const source = computedFrom(
  'the six mixers as in the figure of their matrices; rotary positions: Su et al. (2024), Eq. 15',
);

const settings = `Each passage is ${passageLength} random tokens, and each encoder one layer of ${heads} heads, one channel of each, with random weights of its own; around the mixer there is nothing, so no residual stream and no normalisation. An embedding is the mean of the outputs. The default half-life of as many tokens as a passage has is within the published ranges of Mamba (Δ from 0.001 to 0.1), RWKV-4 and GLA (τ = 16), and shorter than the shortest of RetNet (22); queries and keys of attention have the size that they have in BERT before training. Intervals are Student’s.`;

/** How far a mean-pooled embedding moves when its passage is changed. */
export const shufflePassage: HeavyFigure<typeof parameters, Moves> = {
  lookAt:
    'At the left, compare a dot with the dashed line: it is the angle that the change costs where nothing is mixed. At the right, a line off the top of its bar is a token that counts for more or less than before.',
  ...source,
  provenance: `${source.provenance} ${settings}`,
  parameters,
  compute,
  refine,
  draw: (result, { change }, _, width = panelWidths.wide) => ({
    panels: [drawTurns(result, width), drawWeights(result, change, width)],
    summary: summarize(result, change),
    table: tabulate(result),
  }),
};
