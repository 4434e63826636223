import type { Values } from '../shared/parameter.ts';
import { findSmallest, listBest, listCircuits, type Circuit } from './ablation.ts';
import type { parameters } from './parameters.ts';
import { patchSites, type PatchEffects } from './patching.ts';
import { drawPairs, heldOut } from './prompt-pairs.ts';
import { loadTransformer } from './record.ts';
import { models, type Model } from './settings.ts';
import { measureShift, type Shift, type ShiftErrors } from './shift.ts';

/** A number for each of the two transformers. */
type Both<Value> = Readonly<Record<Model, Value>>;

/** Every circuit of a transformer, the best of each size from none to all, and the smallest good one. */
export type Circuits = Both<{
  readonly all: readonly Circuit[];
  readonly best: readonly Circuit[];
  readonly smallest: Circuit;
}>;

/** The numbers of the figure: the effects of patches, and those of the chosen test. */
export type Probe = Patches &
  ({ readonly name: Shift; readonly shift: ShiftErrors } | { readonly circuits: Circuits });

interface Patches {
  /** The number of pairs of prompts that means are over. */
  readonly pairs: number;
  /** wᵀ x for the queries of the chosen pair. */
  readonly targets: { readonly clean: number; readonly corrupted: number };
  readonly effects: Both<PatchEffects>;
}

/** The numbers of pairs after which there is a result. */
const sampleSizes = [16, heldOut];

/** The numbers over few pairs of prompts, and then over all. */
export function* refine(values: Values<typeof parameters>): Generator<Probe, void> {
  const { test, direction, corruption, task, pair } = values;
  const all = drawPairs(task, corruption);
  const chosen = all[pair - 1];
  if (chosen === undefined) throw new RangeError(`There is no pair ${pair}.`);
  const targets = { clean: chosen.clean.target, corrupted: chosen.corrupted.target };
  const transformers = ofBoth(loadTransformer);
  for (const size of sampleSizes) {
    const pairs = all.slice(0, size);
    const prompts = pairs.map(({ clean }) => clean);
    const effects = ofBoth((model) => patchSites(transformers[model], pairs, chosen, direction));
    const patches = { pairs: size, targets, effects };
    if (test !== 'circuit')
      yield { ...patches, name: test, shift: measureShift(transformers, prompts, test) };
    else
      yield {
        ...patches,
        circuits: ofBoth((model) => {
          const circuits = listCircuits(transformers[model], prompts);
          const best = listBest(circuits);
          return { all: circuits, best, smallest: findSmallest(best) };
        }),
      };
  }
}

/** The numbers over all pairs: the last result of `refine`. */
export function compute(values: Values<typeof parameters>): Probe {
  const last = [...refine(values)].at(-1);
  if (last === undefined) throw new Error('There are no sample sizes.');
  return last;
}

function ofBoth<Value>(of: (model: Model) => Value): Both<Value> {
  return Object.fromEntries(models.map((model) => [model, of(model)])) as Both<Value>;
}
