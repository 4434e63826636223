import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { compareLayersAndSteps, type LayersAndSteps } from './core.ts';
import { parameters } from './parameters.ts';
import { drawLayersAndSteps } from './view.ts';

/** K layers of linear self-attention beside K steps of gradient descent on the task in their context. */
export const oneLayerOneStep: InteractiveFigure<typeof parameters, LayersAndSteps> = {
  lookAt:
    'Each ring lies around its dot: a layer of attention does what a step of gradient descent does.',
  ...computedFrom('von Oswald et al. (2023), Proposition 1, §3 and App. A.10'),
  parameters,
  compute: compareLayersAndSteps,
  draw: (result, values, _, width = panelWidths.wide) => drawLayersAndSteps(result, values, width),
};
