import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { digestSnapshots } from '../../../../src/cli/train.ts';
import { errorGradient } from '../../../../src/figures/trained-layer/layers.ts';
import { drawPrompt } from '../../../../src/figures/trained-layer/prompt.ts';
import {
  digestSteps,
  formatWeights,
  heldOut,
  heldOutSeed,
} from '../../../../src/figures/trained-layer/record.ts';
import { listStarts, models, settings } from '../../../../src/figures/trained-layer/settings.ts';
import { trainedRuns } from '../../../../src/figures/trained-layer/trained.ts';
import {
  joinWeights,
  snapshotSteps,
  splitWeights,
  train,
  type Snapshot,
} from '../../../../src/figures/trained-layer/training.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

/** The snapshots up to `digestSteps.short`. */
function trainShortly(model: (typeof models)[number]): Snapshot[] {
  const snapshots: Snapshot[] = [];
  for (const snapshot of train(settings[model])) {
    snapshots.push(snapshot);
    if (snapshot.step === digestSteps.short) return snapshots;
  }
  throw new Error('The training is shorter than that.');
}

describe('training again for a short time', () => {
  for (const model of models)
    test(`gives the kept weights of ${model}, bit for bit`, () => {
      const { weights, digests } = trainedRuns[model];
      const snapshots = trainShortly(model);
      assert.deepEqual(
        snapshots.map(({ step }) => step),
        snapshotSteps.filter((step) => step <= digestSteps.short),
      );
      assert.deepEqual(
        snapshots.map(({ layers }) => formatWeights(layers)),
        weights.split('; ').slice(0, snapshots.length),
      );
      assert.equal(digestSnapshots(snapshots, digestSteps.short), digests.short);
    });
});

test('no run of a training reads the random numbers of the held-out prompts', () => {
  // Mulberry32 adds this number, 0x6d2b79f5, to its state for each uniform: modulo 2³², its inverse counts the steps.
  const inverse = 0xdc58aa5dn;
  assert.equal(BigInt.asUintN(32, inverse * 0x6d2b79f5n), 1n);
  const countSteps = (from: number, to: number) =>
    Number(BigInt.asUintN(32, BigInt(to - from) * inverse));
  // The seed from which the prompts were those of start 4, from update 2925 on.
  assert.equal(countSteps(4, 1_000_003), 288_417_507);
  const uniforms = countUniforms();
  for (const model of models) {
    const { layers, steps, batch, pairs, variances } = settings[model];
    const d = variances.length;
    const prompt = uniforms * (d + (pairs + 1) * d);
    const run = uniforms * 2 * layers * (d + 1) ** 2 + steps * batch * prompt;
    for (const start of listStarts(model)) {
      assert.ok(countSteps(start, heldOutSeed) > run, `${model} from start ${start}`);
      assert.ok(countSteps(heldOutSeed, start) > heldOut * prompt, `${model} before ${start}`);
    }
  }
});

/** Uniforms for a normal variate in the mean, and a tenth more. */
function countUniforms(): number {
  const count = 20_000;
  const random = seededRandom(1);
  for (let n = 0; n < count; n += 1) random.normal();
  const all = Array.from({ length: 20 * count }, seededRandom(1).uniform);
  return (1.1 * all.indexOf(random.uniform())) / count;
}

test('a digest tells a last bit', () => {
  const layers = [{ values: [1, 2, 3, 4], keys: [5, 6, 7, 8] }];
  const changed = [{ values: [1, 2, 3, 4], keys: [5, 6, 7, 8 + 2 ** -49] }];
  const digest = (one: Snapshot['layers']) => digestSnapshots([{ step: 0, layers: one }], 0);
  assert.notEqual(digest(layers), digest(changed));
  assert.equal(digest(layers), digest(structuredClone(layers)));
});

test('weights are listed and split alike', () => {
  const weights = Array.from({ length: 36 }, (_, n) => n);
  const layers = splitWeights(weights, 3);
  assert.equal(layers.length, 2);
  assert.deepEqual(layers[1]?.values, [18, 19, 20, 21, 22, 23, 24, 25, 26]);
  assert.deepEqual(joinWeights(layers), weights);
});

test('updates are those of Adam, on shortened gradients and at a rate that falls to 0', () => {
  const setting = { ...settings['two-layers'], batch: 4, steps: 8, clip: 8 };
  const [before, after] = [...train(setting)].map(({ layers }) => joinWeights(layers));
  assert.ok(before && after);
  const size = setting.variances.length + 1;
  const random = seededRandom(setting.seed);
  const weights = before.map(() => setting.spread * random.normal());
  assert.deepEqual(weights, before);
  const [m, v] = [before.map(() => 0), before.map(() => 0)];
  let shortened = 0;
  for (let t = 1; t <= 8; t += 1) {
    const gradients = Array.from({ length: setting.batch }, () =>
      joinWeights(errorGradient(splitWeights(weights, size), drawPrompt(random, setting))),
    );
    const mean = weights.map(
      (_, n) => gradients.reduce((sum, one) => sum + (one[n] ?? NaN), 0) / setting.batch,
    );
    const length = Math.hypot(...mean);
    if (length > setting.clip) shortened += 1;
    const g = mean.map((slope) => slope * Math.min(1, setting.clip / length));
    g.forEach((slope, n) => {
      m[n] = 0.9 * (m[n] ?? NaN) + 0.1 * slope;
      v[n] = 0.999 * (v[n] ?? NaN) + 0.001 * slope ** 2;
      const corrected = Math.sqrt((v[n] ?? NaN) / (1 - 0.999 ** t)) + 1e-8;
      const rate = (setting.rate * (9 - t)) / 8;
      weights[n] = (weights[n] ?? NaN) - (rate * (m[n] ?? NaN)) / (1 - 0.9 ** t) / corrected;
    });
  }
  assert.ok(shortened > 0 && shortened < 8, `${shortened} gradients were shortened`);
  after.forEach((weight, n) => {
    assert.ok(Math.abs(weight - (weights[n] ?? NaN)) < 1e-10, `entry ${n}`);
  });
});

test('entries without effect stay as they began, and the others move', () => {
  const snapshots = trainShortly('one-layer').map(({ layers }) => joinWeights(layers));
  // P W_V reaches the prediction by its last row, and W_Kᵀ W_Q by all but its last column.
  snapshots.at(-1)?.forEach((entry, n) => {
    const isUsed = n < 25 ? n >= 20 : n % 5 < 4;
    assert.equal(entry !== snapshots[0]?.[n], isUsed, `entry ${n}`);
  });
});
