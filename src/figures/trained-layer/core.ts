import type { MergedLayer } from './layers.ts';
import { constructLayers, parseErrors, parseWeights } from './record.ts';
import { settings, type Model } from './settings.ts';
import { trainedRuns } from './trained.ts';
import { snapshotSteps, type Setting, type Snapshot } from './training.ts';

/** A snapshot beside the construction. */
export interface Stage extends Snapshot {
  /** (ŷ − y)² over y² on prompts that no training saw. */
  readonly error: number;
  /** Of each layer. */
  readonly measures: readonly LayerMeasure[];
}

/** How near a layer is to a constructed one. Neither number changes when one product is multiplied and the other divided. */
export interface LayerMeasure {
  /** −N (P W_V)_{d+1,d+1} (W_Kᵀ W_Q)_ii, d numbers: in the construction the step sizes along the axes. */
  readonly stepSizes: readonly number[];
  /** The cosine between the products and those of the construction, both cosines multiplied; 1 for the same function. */
  readonly alignment: number;
}

/** A training run, and one moment of it. */
export interface TrainingState {
  readonly model: Model;
  readonly setting: Setting;
  readonly stages: readonly Stage[];
  /** The index of the stage that is looked at. */
  readonly chosen: number;
  /** The constructed layers: with the best plain steps, and the best of the family: preconditioned, or GD++. */
  readonly constructed: Readonly<
    Record<'plain' | 'best', { error: number; layers: readonly MergedLayer[] }>
  >;
  /** The step sizes of the best constructed layers, as those of a stage. */
  readonly wanted: readonly (readonly number[])[];
  /** The error at the end of training from each of its starts. */
  readonly ends: readonly number[];
}

/**
 * The run of a model, as `npm run train` has kept it, at one of `snapshotSteps`, or the nearest.
 *
 * Layers are scaled for comparison: see `scaleLayer`.
 */
export function readTraining(model: Model, step: number): TrainingState {
  const setting = settings[model];
  const { weights, errors, ends, constructed, tuned } = trainedRuns[model];
  const built = constructLayers(setting, tuned);
  const shares = parseErrors(errors);
  const [plain = NaN, best = NaN] = parseErrors(`${constructed.plain} ${constructed.best}`);
  const scale = (layers: readonly MergedLayer[]) =>
    layers.map((layer, index) => scaleLayer(layer, listUsed(index, setting)));
  const stages = weights.split('; ').map((text, index): Stage => {
    const layers = scale(parseWeights(text, setting.variances.length + 1));
    return {
      step: snapshotSteps[index] ?? NaN,
      layers,
      error: shares[index] ?? NaN,
      measures: layers.map((layer, at) => {
        const target = built.best[at] ?? layer;
        return {
          stepSizes: listStepSizes(layer, setting),
          alignment: alignLayers(layer, target, listUsed(at, setting)),
        };
      }),
    };
  });
  const distances = stages.map((stage) => Math.abs(stage.step - step));
  return {
    model,
    setting,
    stages,
    chosen: distances.indexOf(Math.min(...distances)),
    constructed: {
      plain: { error: plain, layers: built.plain },
      best: { error: best, layers: built.best },
    },
    wanted: built.best.map((layer) => listStepSizes(layer, setting)),
    ends: parseErrors(ends),
  };
}

/** Which entries of the two products reach the prediction, by rows. */
export interface UsedEntries {
  readonly values: readonly boolean[];
  readonly keys: readonly boolean[];
}

/**
 * The entries of a layer that reach the prediction: of P W_V in the last layer those of the last row, which is all that
 * is read, and of W_Kᵀ W_Q in a single layer not those of the last column, which the 0 of the query multiplies.
 */
export function listUsed(
  index: number,
  { layers, variances }: Pick<Setting, 'layers' | 'variances'>,
): UsedEntries {
  const size = variances.length + 1;
  const places = Array.from({ length: size * size }, (_, place) => place);
  return {
    values: places.map((place) => index < layers - 1 || place >= size * (size - 1)),
    keys: places.map((place) => layers > 1 || place % size < size - 1),
  };
}

/**
 * The same layer, with W_Kᵀ W_Q of the norm √d that it has in the construction, and P W_V negative in its last entry:
 * a layer stays as it is when one product is multiplied by a number and the other divided by it. Entries that do not
 * reach the prediction become 0.
 */
export function scaleLayer({ values, keys }: MergedLayer, used: UsedEntries): MergedLayer {
  const seen = keys.map((entry, place) => (used.keys[place] ? entry : 0));
  const sign = (values.at(-1) ?? 0) > 0 ? -1 : 1;
  const factor = (sign * Math.sqrt(Math.sqrt(keys.length) - 1)) / norm(seen);
  return {
    values: values.map((entry, place) => (used.values[place] ? entry / factor : 0)),
    keys: seen.map((entry) => entry * factor),
  };
}

function listStepSizes({ values, keys }: MergedLayer, { pairs, variances }: Setting): number[] {
  const size = variances.length + 1;
  return variances.map((_, n) => -pairs * (values.at(-1) ?? NaN) * (keys[n * (size + 1)] ?? NaN));
}

function alignLayers(layer: MergedLayer, target: MergedLayer, used: UsedEntries): number {
  const cosine = (name: 'values' | 'keys') => {
    const [a, b] = [layer, target].map((one) =>
      one[name].map((entry, place) => (used[name][place] ? entry : 0)),
    ) as [number[], number[]];
    return a.reduce((sum, entry, place) => sum + entry * (b[place] ?? NaN), 0) / norm(a) / norm(b);
  };
  return cosine('values') * cosine('keys');
}

function norm(entries: readonly number[]): number {
  return Math.sqrt(entries.reduce((sum, entry) => sum + entry * entry, 0));
}
