import { computedFrom, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { compareLayersAndSteps, type LayersAndSteps } from './core.ts';
import { parameters } from './parameters.ts';
import { drawLayersAndSteps } from './view.ts';

/** K layers of linear self-attention beside K steps of gradient descent on the task in their context. */
export const oneLayerOneStep: InteractiveFigure<typeof parameters, LayersAndSteps> = {
  title: 'One layer, one step',
  provenance: computedFrom('von Oswald et al. (2023), Proposition 1 and §3'),
  parameters,
  compute: compareLayersAndSteps,
  draw: drawLayersAndSteps,
};
