import type { Poster, PosterOrigin } from './shared/poster.ts';
import { drawMixersPoster } from './token-mixing/poster.ts';

/** The posters of figures, by the folder of the figure. */
export const posters: Readonly<Partial<Record<string, (origin: PosterOrigin) => Poster>>> = {
  'token-mixing': drawMixersPoster,
};
