import { mixings, type Mixing } from '../../lib/mixing.ts';
import type { Cost, Sizes } from '../architectures/cost-model.ts';
import { layerOf } from '../architectures/costs.ts';

const attention = 'softmax-attention' satisfies Mixing;

/** Whether a whole layer is counted or its mixing alone. */
export type CostScope = 'layer' | 'mixing';

/**
 * The cost of an architecture over n tokens. The operations of a whole layer are those of its mixing, once in each
 * block, and two for each token and weight. The numbers held are those of one mixing in either case: around it,
 * tokens are computed one by one.
 */
export function costOf(mixing: Mixing, part: CostScope, length: number, sizes: Sizes): Cost {
  const layer = layerOf[mixing];
  const { flops, numbers } = layer.mixing(length, sizes);
  if (part === 'mixing') return { flops, numbers };
  const around = 2 * length * layer.weights(sizes);
  return { flops: (layer.blocks ?? 1) * flops + around, numbers };
}

/**
 * The least length from which on one cost is greater than another, at all of `lengths` too; none if it is
 * not greater at the last of them. Bisection finds it between two neighbours of `lengths` (whole numbers,
 * increasing), where the costs are to cross at most once.
 */
export function findDearerFrom(
  cost: (length: number) => number,
  other: (length: number) => number,
  lengths: readonly number[],
): number | undefined {
  const last = lengths.findLastIndex((length) => cost(length) <= other(length));
  let from = lengths[last + 1];
  if (from === undefined) return undefined;
  let below = lengths[last] ?? 0;
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (cost(middle) > other(middle)) from = middle;
    else below = middle;
  }
  return from;
}

/** Operations, or numbers held. */
export type Quantity = keyof Cost;

export const quantities = ['flops', 'numbers'] as const satisfies readonly Quantity[];

/** Where attention becomes dearer than another mixer for good. */
export interface Crossing {
  readonly mixing: Mixing;
  readonly quantity: Quantity;
  /** The least length from which on attention stays dearer, tokens; none up to the longest. */
  readonly from: number | undefined;
  /** Where the two curves meet, at most one token before; none where attention is dearer at n = 1. */
  readonly meeting: { readonly length: number; readonly cost: number } | undefined;
}

/** Costs of the six over the same lengths. */
export interface LengthCosts {
  /** Tokens, increasing. */
  readonly lengths: readonly number[];
  /** One cost for each length. */
  readonly costs: Readonly<Record<Mixing, readonly Cost[]>>;
  /** For each quantity one for each mixer but attention, in the order of `from`, and none last. */
  readonly crossings: readonly Crossing[];
  /** The share of the mixing in the operations of a layer with attention. */
  readonly share: {
    /** One for each length. */
    readonly at: readonly number[];
    /** The least length from which on it is more than half; none up to the longest. */
    readonly halfFrom: number | undefined;
  };
}

/**
 * The costs of the six mixers over lengths, and from where attention is dearer than each of the others,
 * up to the longest of them.
 *
 * @param lengths whole numbers from 1, increasing; close enough for costs to cross once between them
 * @param part of each architecture
 */
export function computeLengthCosts(
  lengths: readonly number[],
  sizes: Sizes,
  part: CostScope,
): LengthCosts {
  const measure = (mixing: Mixing, length: number) => costOf(mixing, part, length, sizes);
  const costs = Object.fromEntries(
    mixings.map((mixing) => [mixing, lengths.map((length) => measure(mixing, length))]),
  ) as Record<Mixing, Cost[]>;
  const crossings = quantities.flatMap((quantity) =>
    mixings
      .filter((mixing) => mixing !== attention)
      .map((mixing) => {
        const cost = (length: number) => measure(attention, length)[quantity];
        const other = (length: number) => measure(mixing, length)[quantity];
        const from = findDearerFrom(cost, other, lengths);
        const meeting = from === undefined ? undefined : findMeeting(cost, other, from);
        return { mixing, quantity, from, meeting };
      })
      .toSorted((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity)),
  );
  return { lengths, costs, crossings, share: measureShare(lengths, sizes) };
}

/** The share of the mixing in the operations of a layer with attention. */
function measureShare(lengths: readonly number[], sizes: Sizes): LengthCosts['share'] {
  const mixing = (length: number) => costOf(attention, 'mixing', length, sizes).flops;
  const layer = (length: number) => costOf(attention, 'layer', length, sizes).flops;
  return {
    at: lengths.map((length) => mixing(length) / layer(length)),
    halfFrom: findDearerFrom(mixing, (length) => layer(length) - mixing(length), lengths),
  };
}

/** Where two costs meet between the lengths `to − 1` and `to`, straight lines on logarithmic axes. */
function findMeeting(
  cost: (length: number) => number,
  other: (length: number) => number,
  to: number,
): Crossing['meeting'] {
  const from = to - 1;
  if (from < 1) return undefined;
  const [before, after] = [from, to].map((length) => Math.log(cost(length) / other(length)));
  const share = (before ?? NaN) / ((before ?? NaN) - (after ?? NaN));
  const between = (a: number, b: number) => a ** (1 - share) * b ** share;
  return { length: between(from, to), cost: between(cost(from), cost(to)) };
}
