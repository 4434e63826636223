import type { Circuit } from '../patched-transformer/ablation.ts';
import type { Model } from '../patched-transformer/settings.ts';
import type { Shape } from '../patched-transformer/weights.ts';
import type { Choice } from './pruning.ts';
import { toyHeads } from './sizes.ts';

/** A trained transformer with every set of its heads; a head has the index of its place in `listHeads`. */
export interface Toy {
  /** Each set of heads that are kept, with the error without the others. */
  readonly sets: readonly Circuit[];
  /** The heads from the weakest to the strongest. */
  readonly order: readonly number[];
}

export interface PrunedToys {
  /** How many prompts the errors are means over. */
  readonly prompts: number;
  readonly toys: Readonly<Record<Model, Toy>>;
}

/** The components that are heads, those of the first layer first. Beside them a layer has an MLP, which stays. */
export function listHeads({ layers, heads }: Pick<Shape, 'layers' | 'heads'>): number[] {
  return Array.from({ length: layers * heads }, (_, n) => n + Math.floor(n / heads));
}

/** The errors after the removal of 0, 1, … heads in an order; at random, means over all sets of each size. */
export function listErrors({ sets, order }: Toy, choice: Choice): number[] {
  const removed = choice === 'strongest' ? order.toReversed() : order;
  return Array.from({ length: toyHeads + 1 }, (_, count) => {
    const gone = removed.slice(0, count);
    const found = sets.filter(
      ({ kept }) =>
        kept.length === toyHeads - count &&
        (choice === 'random' || !kept.some((head) => gone.includes(head))),
    );
    return found.reduce((sum, { error }) => sum + error, 0) / found.length;
  });
}
