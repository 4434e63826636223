import type { PromptPair } from './prompt-pairs.ts';
import type { Transformer } from './record.ts';
import { writeTokens } from './prompt.ts';
import { listSites } from './sites.ts';
import { embed, runTransformer, type Run } from './transformer.ts';

/** Into which run an activation is put: a clean one into the corrupted run, or a corrupted one into the clean run. */
export type Direction = 'denoise' | 'noise';

/** The effects of patches on a transformer. */
export interface PatchEffects {
  /** For each site the share of the change between the two runs that the patch makes, over all pairs and in one. */
  readonly means: readonly number[];
  readonly chosen: readonly number[];
  /** The predictions of the two runs of the one pair. */
  readonly clean: number;
  readonly corrupted: number;
}

/**
 * Patches each site at all tokens: activation patching as in Heimersheim and Nanda (2024). A patch that takes the
 * prediction from ŷ to ŷ', where the other run has ŷ°, has made the share (ŷ' − ŷ)/(ŷ° − ŷ) of the change. Over pairs
 * it is the slope of least squares, Σ (ŷ' − ŷ)(ŷ° − ŷ) / Σ (ŷ° − ŷ)², in which pairs that hardly differ count little.
 */
export function patchSites(
  { weights, shape }: Transformer,
  pairs: readonly PromptPair[],
  one: PromptPair,
  direction: Direction,
): PatchEffects {
  const sites = listSites(shape);
  const measure = ({ clean, corrupted }: PromptPair) => {
    const [cleanRun, corruptedRun] = [clean, corrupted].map((prompt) =>
      runTransformer(weights, shape, embed(weights, shape, writeTokens(prompt))),
    ) as [Run, Run];
    const [into, from] =
      direction === 'denoise' ? [corruptedRun, cleanRun] : [cleanRun, corruptedRun];
    const moved = sites.map(({ layer, components }) => {
      // Before its layer a patch changes nothing.
      const entry = { layer: layer - 1, stream: into.layers[layer - 1]?.before ?? into.last };
      const patched = runTransformer(weights, shape, entry, (component) =>
        components.includes(component) ? from.outputs[component] : undefined,
      );
      return patched.prediction - into.prediction;
    });
    return {
      moved,
      whole: from.prediction - into.prediction,
      clean: cleanRun.prediction,
      corrupted: corruptedRun.prediction,
    };
  };
  const sums = sites.map(() => 0);
  let squares = 0;
  for (const { moved, whole } of pairs.map(measure)) {
    squares += whole * whole;
    moved.forEach((change, n) => (sums[n] = Number(sums[n]) + change * whole));
  }
  const { moved, whole, clean, corrupted } = measure(one);
  return {
    means: sums.map((sum) => sum / squares),
    chosen: moved.map((change) => change / whole),
    clean,
    corrupted,
  };
}
