import type { Shape } from './weights.ts';

/** The components that are patched at once: one, or all of a layer. */
export interface Site {
  /** From 1 on. */
  readonly layer: number;
  readonly part: string;
  /** As `runTransformer` counts them. */
  readonly components: readonly number[];
}

export function listSites({ layers, heads }: Pick<Shape, 'layers' | 'heads'>): Site[] {
  return Array.from({ length: layers }, (_, index) => {
    const first = index * (heads + 1);
    const single = Array.from({ length: heads + 1 }, (_, place) => ({
      layer: index + 1,
      part: place < heads ? `head ${place + 1}` : 'MLP',
      components: [first + place],
    }));
    const all = single.flatMap(({ components }) => components);
    return [...single, { layer: index + 1, part: 'all', components: all }];
  }).flat();
}
