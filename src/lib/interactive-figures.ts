/** The figures that are computed, by the names that an author writes. */
export const interactiveFigures = [
  'OneLayerOneStep',
  'OptimizerOrLookup',
  'TokenMixing',
  'LengthCost',
  'LatencyAccuracy',
  'WhoSeesWhat',
  'SharpOrSmooth',
] as const;

export type InteractiveFigureName = (typeof interactiveFigures)[number];

export function isInteractiveFigure(name: string): name is InteractiveFigureName {
  return (interactiveFigures as readonly string[]).includes(name);
}

/** The name of a figure as words: `OneLayerOneStep` as “One layer one step”. */
export function nameWords(figure: string): string {
  return figure.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The folder of a figure in `src/figures/`: `OneLayerOneStep` is in `one-layer-one-step`. */
export function nameFolder(figure: string): string {
  return nameWords(figure).toLowerCase().replaceAll(' ', '-');
}
