import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.ts';
import {
  constructLayers,
  digestSteps,
  drawHeldOut,
  formatWeights,
  relativeError,
  roundError,
  type TrainedRun,
} from '../figures/trained-layer/record.ts';
import { models, settings, starts, type Model } from '../figures/trained-layer/settings.ts';
import {
  joinWeights,
  train,
  type Setting,
  type Snapshot,
} from '../figures/trained-layer/training.ts';
import { tuneTwoSteps } from '../figures/trained-layer/tuning.ts';

/** The module that holds the trained weights. */
export const trainedFile = join(projectFolder, 'src/figures/trained-layer/trained.ts');

/** `npm run train`: trains the layers of the figure anew. */
export function run({ check = false }: { check?: boolean }): number {
  const text = formatModule(models.map((model) => [model, trainModel(model)]));
  if (!check) {
    writeFileSync(trainedFile, text);
    console.log(`${Buffer.byteLength(text)} bytes  src/figures/trained-layer/trained.ts`);
    return 0;
  }
  const isSame = text === readFileSync(trainedFile, 'utf8');
  console.log(
    isSame
      ? 'Training again gave the weights that are kept, to the last bit.'
      : 'Training again gave other weights than src/figures/trained-layer/trained.ts has.',
  );
  return isSame ? 0 : 1;
}

function trainModel(model: Model): TrainedRun {
  const setting = settings[model];
  const prompts = drawHeldOut(setting);
  const snapshots = [...train(setting)];
  const measure = (layers: Snapshot['layers']) => roundError(relativeError(layers, prompts));
  const ends = starts.map((seed) => measure(trainToEnd({ ...setting, seed })));
  const tuned = setting.layers === 2 ? tuneTwoSteps(prompts, setting.pairs) : undefined;
  const { plain, best } = constructLayers(setting, tuned);
  console.log(`${model}: ${setting.steps} updates from each of ${starts.length} starts`);
  return {
    weights: snapshots.map(({ layers }) => formatWeights(layers)),
    errors: snapshots.map(({ layers }) => measure(layers)).join(' '),
    ends: ends.join(' '),
    constructed: { plain: measure(plain), best: measure(best) },
    ...(tuned && { tuned }),
    digests: {
      short: digestSnapshots(snapshots, digestSteps.short),
      whole: digestSnapshots(snapshots, digestSteps.whole),
    },
  };
}

function trainToEnd(setting: Setting): Snapshot['layers'] {
  let layers: Snapshot['layers'] = [];
  for (const snapshot of train(setting)) ({ layers } = snapshot);
  return layers;
}

/** SHA-256 of the entries of snapshots up to a step, as doubles of eight bytes, the least significant byte first. */
export function digestSnapshots(snapshots: Iterable<Snapshot>, last: number): string {
  const hash = createHash('sha256');
  for (const { step, layers } of snapshots) {
    if (step > last) break;
    const bytes = Buffer.alloc(8);
    for (const entry of joinWeights(layers)) {
      bytes.writeDoubleLE(entry);
      hash.update(bytes);
    }
  }
  return hash.digest('hex');
}

function formatModule(runs: [model: Model, run: TrainedRun][]): string {
  return [
    "import type { TrainedRun } from './record.ts';",
    "import type { Model } from './settings.ts';",
    '',
    '// prettier-ignore',
    '/** Written by “npm run train”. */',
    `export const trainedRuns: Readonly<Record<Model, TrainedRun>> = ${JSON.stringify(Object.fromEntries(runs), null, 2)};`,
    '',
  ].join('\n');
}
