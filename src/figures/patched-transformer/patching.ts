import type { PromptPair } from './prompt-pairs.ts';
import type { Transformer } from './record.ts';
import { writeTokens } from './prompt.ts';
import { listSites } from './sites.ts';
import { embed, runTransformer, type Run } from './transformer.ts';

/** Into which run an activation is put: a clean one into the corrupted run, or a corrupted one into the clean run. */
export type Direction = 'denoise' | 'noise';

/** The changes that patches make in the two runs of a pair. */
export interface PairChange {
  /** For each site, how far the patch moves the prediction. */
  readonly moved: readonly number[];
  /** The prediction of the other run, less that of the patched run before. */
  readonly whole: number;
  /** The predictions of the two runs. */
  readonly clean: number;
  readonly corrupted: number;
}

/** Patches each site at all tokens: activation patching as in Heimersheim and Nanda (2024). */
export function patchPair(
  { weights, shape }: Transformer,
  { clean, corrupted }: PromptPair,
  direction: Direction,
): PairChange {
  const [cleanRun, corruptedRun] = [clean, corrupted].map((prompt) =>
    runTransformer(weights, shape, embed(weights, shape, writeTokens(prompt))),
  ) as [Run, Run];
  const [into, from] =
    direction === 'denoise' ? [corruptedRun, cleanRun] : [cleanRun, corruptedRun];
  const moved = listSites(shape).map(({ layer, components }) => {
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
}

/**
 * The share of the change that the patch of each site makes. A patch that takes the prediction from ŷ to ŷ', where the
 * other run has ŷ°, makes the share (ŷ' − ŷ)/(ŷ° − ŷ). Over several pairs it is the slope of least squares,
 * Σ (ŷ' − ŷ)(ŷ° − ŷ) / Σ (ŷ° − ŷ)², in which pairs that hardly differ count little.
 */
export function shareChanges(changes: readonly PairChange[]): number[] {
  const squares = changes.reduce((sum, { whole }) => sum + whole * whole, 0);
  return (changes[0]?.moved ?? []).map(
    (_, site) =>
      changes.reduce((sum, { moved, whole }) => sum + Number(moved[site]) * whole, 0) / squares,
  );
}
