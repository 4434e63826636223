import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.ts';
import * as transformers from '../figures/patched-transformer/record.ts';
import * as transformerSettings from '../figures/patched-transformer/settings.ts';
import { train as trainTransformer } from '../figures/patched-transformer/training.ts';
import {
  constructLayers,
  digestSteps,
  drawHeldOut,
  formatWeights,
  relativeError,
  roundError,
  type TrainedRun,
} from '../figures/trained-layer/record.ts';
import { listStarts, models, settings, type Model } from '../figures/trained-layer/settings.ts';
import { joinWeights, train, type Snapshot } from '../figures/trained-layer/training.ts';
import { tuneSteps } from '../figures/trained-layer/tuning.ts';

/** The modules that hold trained weights. */
const layersFile = 'src/figures/trained-layer/trained.ts';
const transformersFile = 'src/figures/patched-transformer/trained.ts';

/** `npm run train`: trains the models of the figures anew. */
export function run({ check = false }: { check?: boolean }): number {
  const layers = models.map((model) => [model, trainModel(model)] as const);
  const kept = transformerSettings.models.map((model) => [model, trainOne(model)] as const);
  const texts = [
    [layersFile, formatModule('trainedRuns', 'TrainedRun', layers)],
    [transformersFile, formatModule('trainedTransformers', 'TrainedTransformer', kept)],
  ] as const;
  if (!check) {
    for (const [file, text] of texts) {
      writeFileSync(join(projectFolder, file), text);
      console.log(`${Buffer.byteLength(text)} bytes  ${file}`);
    }
    return 0;
  }
  const others = texts.filter(
    ([file, text]) => text !== readFileSync(join(projectFolder, file), 'utf8'),
  );
  for (const [file] of others) console.log(`Training again gave other weights than ${file} has.`);
  if (others.length === 0)
    console.log('Training again gave the weights that are kept, to the last bit.');
  return others.length === 0 ? 0 : 1;
}

/** A transformer, trained as its settings say. */
export function trainOne(model: transformerSettings.Model): transformers.TrainedTransformer {
  const setting = transformerSettings.settings[model];
  let [short, last] = ['', new Float64Array(0)] as [string, Float64Array];
  for (const { step, weights } of trainTransformer(setting)) {
    if (step === transformers.shortRun) short = digest([weights]);
    last = weights;
  }
  console.log(`${model} tasks: ${setting.steps} updates`);
  return { weights: transformers.formatWeights(last), digests: { short, whole: digest([last]) } };
}

/** A stack of layers, trained from each of its starts. */
function trainModel(model: Model): TrainedRun {
  const setting = settings[model];
  const prompts = drawHeldOut(setting);
  const measure = (layers: Snapshot['layers']) => roundError(relativeError(layers, prompts));
  const runs = new Map(listStarts(model).map((seed) => [seed, [...train({ ...setting, seed })]]));
  const snapshots = runs.get(setting.seed) ?? [];
  const { layers, pairs } = setting;
  const tuned = layers > 1 ? tuneSteps(prompts, layers, pairs) : undefined;
  const { plain, best } = constructLayers(setting, tuned);
  console.log(`${model}: ${setting.steps} updates from each of ${runs.size} starts`);
  return {
    weights: snapshots.map(({ layers }) => formatWeights(layers)).join('; '),
    errors: snapshots.map(({ layers }) => measure(layers)).join(' '),
    ends: Array.from(runs.values(), (run) => measure(run.at(-1)?.layers ?? [])).join(' '),
    constructed: { plain: measure(plain), best: measure(best) },
    ...(tuned && { tuned }),
    digests: {
      short: digestSnapshots(snapshots, digestSteps.short),
      whole: digestSnapshots(snapshots, digestSteps.whole),
    },
  };
}

/** SHA-256 of the entries of snapshots up to a step. */
export function digestSnapshots(snapshots: Iterable<Snapshot>, last: number): string {
  return digest(
    Array.from(snapshots)
      .filter(({ step }) => step <= last)
      .map(({ layers }) => joinWeights(layers)),
  );
}

/** SHA-256 of numbers as doubles of eight bytes, the least significant byte first. */
export function digest(lists: readonly ArrayLike<number>[]): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(8);
  for (const list of lists)
    for (const entry of Array.from(list)) {
      bytes.writeDoubleLE(entry);
      hash.update(bytes);
    }
  return hash.digest('hex');
}

/** A module that exports the trained models by name. */
export function formatModule(
  name: string,
  type: string,
  runs: readonly (readonly [model: string, run: object])[],
): string {
  return [
    `import type { ${type} } from './record.ts';`,
    "import type { Model } from './settings.ts';",
    '',
    '// prettier-ignore',
    '/** Written by “npm run train”. */',
    `export const ${name}: Readonly<Record<Model, ${type}>> = ${JSON.stringify(Object.fromEntries(runs), null, 2)};`,
    '',
  ].join('\n');
}
