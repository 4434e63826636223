import { panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { readTraining, type TrainingState } from './core.ts';
import { parameters } from './parameters.ts';
import { drawTraining } from './view.ts';

/** Layers of linear self-attention at one moment of their training, beside those of the construction. */
export const trainedLayer: InteractiveFigure<typeof parameters, TrainingState> = {
  lookAt:
    'Compare the last two columns: the drawn run is chosen among several. Short lines at the right edge are the ends of all of them.',
  mark: 'Trained here, a toy, not a result',
  provenance:
    'Trained here from random weights (Gaussian tasks and theory of Ahn et al., 2023, Theorem 1, with d = 4, N = 10 and ' +
    'no noise; construction of von Oswald et al., 2023, Proposition 1 and App. A.10, with tuned steps; Adam of Kingma ' +
    'and Ba, 2015), to the same bits on every machine; the first product is drawn at the norm that it has in the ' +
    'construction, and the second makes up for it; not a result of this project.',
  parameters,
  compute: ({ model, step }) => readTraining(model, Math.round(2 ** step)),
  draw: (result, _values, _, width = panelWidths.wide) => drawTraining(result, width),
};
