import type { DrawnFigure, InteractiveFigure } from '../../figures/shared/figure.ts';

/** A figure, without its numbers where those are computed in a worker. */
export type ShownFigure = DrawnFigure & Partial<Pick<InteractiveFigure, 'compute'>>;

/** The figures by their folders; each is fetched with the first of its kind on a page. */
const figures: Readonly<Record<string, () => Promise<object>>> = {
  'latency-accuracy': () => import('../../figures/latency-accuracy/figure.ts'),
  'one-layer-one-step': () => import('../../figures/one-layer-one-step/figure.ts'),
  'who-sees-what': () => import('../../figures/who-sees-what/figure.ts'),
  'optimizer-or-lookup': () => import('../../figures/optimizer-or-lookup/drawing.ts'),
  'length-cost': () => import('../../figures/length-cost/figure.ts'),
  'token-mixing': () => import('../../figures/token-mixing/figure.ts'),
  'sharp-or-smooth': () => import('../../figures/sharp-or-smooth/figure.ts'),
};

/** The figure of a folder: the one thing that its module exports. */
export async function loadFigure(folder: string): Promise<ShownFigure> {
  const [figure] = Object.values((await figures[folder]?.()) ?? {}) as ShownFigure[];
  if (figure === undefined) throw new Error(`There is no figure “${folder}”.`);
  return figure;
}
