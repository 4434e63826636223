import type { FigureView, InteractiveFigure } from '../../figures/shared/interactive-figure.ts';

/** A figure, without its numbers where a worker computes them. */
export type LoadedFigure = FigureView & Partial<Pick<InteractiveFigure, 'compute'>>;

/** Each figure is fetched with the first of its kind on a page. */
const modules = import.meta.glob<object>('./*/figure.ts', { base: '../../figures/' });

/** The figure of a folder: the one export of its module. */
export async function loadFigure(folder: string): Promise<LoadedFigure> {
  const [figure] = Object.values(
    (await modules[`./${folder}/figure.ts`]?.()) ?? {},
  ) as LoadedFigure[];
  if (figure === undefined) throw new Error(`There is no figure “${folder}”.`);
  return figure;
}
