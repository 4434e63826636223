import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { drawAllMixings } from './all-view.ts';
import { mixByAll, mixTokens, type TokenMixing } from './core.ts';
import { parameters } from './parameters.ts';
import { drawTokenMixing } from './view.ts';

const source = computedFrom(
  'Vaswani et al. (2017), Gu and Dao (2023) by zero-order hold, Peng et al. (2023), which is RWKV-4, Poli et al. (2023), Sun et al. (2023) and Yang et al. (2024); both ways, simplified, Hwang et al. (2024), Duan et al. (2025), Fan et al. (2024) and Liao et al. (2025), and a mirrored filter for Hyena',
);

/** The settings that `createMixer` chooses, against the published ones. */
const settings =
  'So that structure shows in a short text, the settings of the mixers at first lie outside the published ranges: the share γ is 0.875, where published heads have 31/32 or more; the gates of GLA have temperature 4 and rank 2, where both are 16; queries and keys of retention, GLA and Hyena have a bias of 1, and retention does not rotate them.';

/** The token-mixing matrices of six architectures, one at a time or all, and the same outputs without a matrix. */
export const tokenMixing: InteractiveFigure<typeof parameters, TokenMixing | TokenMixing[]> = {
  lookAt: 'The darker a cell, the more its input counts for that output.',
  ...source,
  provenance: `${source.provenance} ${settings}`,
  parameters,
  compute: ({ architecture, ...values }) =>
    architecture === 'all' ? mixByAll(values) : mixTokens({ ...values, architecture }),
  draw: (result, values, _, width = panelWidths.wide) =>
    Array.isArray(result)
      ? drawAllMixings(result, values, width)
      : drawTokenMixing(result, values, width),
};
