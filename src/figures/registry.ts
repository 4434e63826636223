import type { FigureTag } from './shared/tag.ts';

/**
 * The interactive figures by the names of their tags, one on a line, in the order of every list of them. The folder
 * of a figure is its name in kebab case. Its drawing is not imported here: the check of content needs the tag alone.
 */
export const interactiveFigures = {
  OneLayerOneStep: (await import('./one-layer-one-step/tag.ts')).tag,
  TrainedLayer: (await import('./trained-layer/tag.ts')).tag,
  PatchedTransformer: (await import('./patched-transformer/tag.ts')).tag,
  OptimizerOrLookup: (await import('./optimizer-or-lookup/tag.ts')).tag,
  TokenMixing: (await import('./token-mixing/tag.ts')).tag,
  LengthCost: (await import('./length-cost/tag.ts')).tag,
  ShufflePassage: (await import('./shuffle-passage/tag.ts')).tag,
  PruneHeads: (await import('./prune-heads/tag.ts')).tag,
  LatencyAccuracy: (await import('./latency-accuracy/tag.ts')).tag,
  WhoSeesWhat: (await import('./who-sees-what/tag.ts')).tag,
  SharpOrSmooth: (await import('./sharp-or-smooth/tag.ts')).tag,
  RankOneConstraints: (await import('./rank-one-constraints/tag.ts')).tag,
  RankedResults: (await import('./ranked-results/tag.ts')).tag,
  Plot: (await import('./plot/tag.ts')).tag,
} satisfies Record<string, FigureTag>;

export type InteractiveFigureName = keyof typeof interactiveFigures;

export const interactiveFigureNames = Object.keys(interactiveFigures) as InteractiveFigureName[];

export function isInteractiveFigure(name: string): name is InteractiveFigureName {
  return Object.hasOwn(interactiveFigures, name);
}

/** The folder of a figure in `src/figures/`: `OneLayerOneStep` is in `one-layer-one-step`. */
export function nameFolder(figure: string): string {
  return figure.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}
