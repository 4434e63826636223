import { panelWidths, type HeavyFigure } from '../shared/interactive-figure.ts';
import { drawCircuits } from './circuit-panel.ts';
import { compute, refine, type Probe } from './core.ts';
import { parameters } from './parameters.ts';
import { drawPatches } from './patch-panel.ts';
import { drawShift } from './shift-panel.ts';
import { summarize, tabulate } from './words.ts';

/** Two small transformers, patched, shifted and ablated. */
export const patchedTransformer: HeavyFigure<typeof parameters, Probe> = {
  lookAt:
    'Compare the two transformers, trained alike but for the number of their tasks: the bars of each row, and the lines beside them.',
  mark: 'Trained here, a toy, not a result',
  provenance:
    'Trained here from random weights, to the same bits on every machine (tasks, noise, table and ridge regression of Raventós et ' +
    'al., 2023, §2, with d = 2, N = 8 and σ = 0.5; softmax attention and MLP of Vaswani et al., 2017, without normalization; Adam of ' +
    'Kingma and Ba, 2015), and shown with rounded weights on prompts that no training has read; patching of Heimersheim and Nanda, 2024; ' +
    'mean ablation of Wang et al., 2023; not a result of this project.',
  parameters,
  compute,
  refine,
  draw: (result, values, _, width = panelWidths.wide) => ({
    panels: [
      drawPatches(result, values, width),
      'circuits' in result
        ? drawCircuits(result.circuits, width)
        : drawShift(result.shift, result.name, width),
    ],
    summary: summarize(result, values),
    table: tabulate(result, values),
  }),
};
