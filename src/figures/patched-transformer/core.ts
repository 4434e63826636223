import type { Values } from '../shared/parameter.ts';
import {
  ablate,
  findSmallest,
  listBest,
  listCircuits,
  meanOutputs,
  type Circuit,
} from './ablation.ts';
import type { parameters } from './parameters.ts';
import { patchPair, shareChanges, type PairChange } from './patching.ts';
import { drawPairs } from './prompt-pairs.ts';
import { loadTransformer } from './record.ts';
import { models, type Model } from './settings.ts';
import {
  meanShift,
  shiftPrompts,
  type Shift,
  type ShiftedPrompt,
  type ShiftErrors,
} from './shift.ts';

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

/** The effects of patches on a transformer. */
export interface PatchEffects extends Pick<PairChange, 'clean' | 'corrupted'> {
  /** For each site the share of the change that its patch makes, over all pairs and in the chosen one. */
  readonly means: readonly number[];
  readonly chosen: readonly number[];
}

/** After so many pairs there is a result. Every part is short, because newer questions wait for its end. */
const part = 16;

/** The numbers over more and more pairs of prompts, and at last over all. */
export function* refine(values: Values<typeof parameters>): Generator<Probe, void> {
  const { test, direction, corruption, task, pair } = values;
  const all = drawPairs(task, corruption);
  const chosen = all[pair - 1];
  if (chosen === undefined) throw new RangeError(`There is no pair ${pair}.`);
  const transformers = ofBoth(loadTransformer);
  const prompts = all.map(({ clean }) => clean);
  const one = ofBoth((model) => patchPair(transformers[model], chosen, direction));
  const means =
    test === 'circuit' ? ofBoth((model) => meanOutputs(transformers[model], prompts)) : undefined;
  const changes = ofBoth((): PairChange[] => []);
  const errors = ofBoth((): number[][] => []);
  const shifted: ShiftedPrompt[] = [];
  for (let done = part; done <= all.length; done += part) {
    const added = all.slice(done - part, done);
    const fresh = added.map(({ clean }) => clean);
    for (const model of models) {
      const transformer = transformers[model];
      changes[model].push(...added.map((each) => patchPair(transformer, each, direction)));
      if (means)
        errors[model].push(...fresh.map((prompt) => ablate(transformer, means[model], prompt)));
    }
    if (test !== 'circuit') shifted.push(...shiftPrompts(transformers, fresh, test));
    const patches = {
      pairs: done,
      targets: { clean: chosen.clean.target, corrupted: chosen.corrupted.target },
      effects: ofBoth((model): PatchEffects => {
        const { clean, corrupted } = one[model];
        const chosenShares = shareChanges([one[model]]);
        return { means: shareChanges(changes[model]), chosen: chosenShares, clean, corrupted };
      }),
    };
    if (test !== 'circuit') yield { ...patches, name: test, shift: meanShift(shifted) };
    else
      yield {
        ...patches,
        circuits: ofBoth((model) => {
          const circuits = listCircuits(errors[model], prompts.slice(0, done));
          const best = listBest(circuits);
          return { all: circuits, best, smallest: findSmallest(best) };
        }),
      };
  }
}

/** The numbers over all pairs: the last result of `refine`. */
export function compute(values: Values<typeof parameters>): Probe {
  const last = [...refine(values)].at(-1);
  if (last === undefined) throw new Error('There are no pairs.');
  return last;
}

function ofBoth<Value>(of: (model: Model) => Value): Both<Value> {
  return { few: of('few'), many: of('many') };
}
