import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { mixTokens, type TokenMixing } from './core.ts';
import { parameters } from './parameters.ts';
import { drawTokenMixing } from './view.ts';

/** The token-mixing matrices of six architectures, and the same outputs without a matrix. */
export const tokenMixing: InteractiveFigure<typeof parameters, TokenMixing> = {
  lookAt: 'Each ring lies around its dot: the matrix and the steps give the same outputs.',
  ...computedFrom(
    'Vaswani et al. (2017); causal: Gu and Dao (2023), Peng et al. (2023), Poli et al. (2023), Sun et al. (2023) without the rotation, Yang et al. (2024); both ways, simplified: after Hwang et al. (2024), Duan et al. (2025) and Fan et al. (2024); Hyena and GLA by analogy',
  ),
  parameters,
  compute: mixTokens,
  draw: (result, values, _, width = panelWidths.wide) => drawTokenMixing(result, values, width),
};
