import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from '../../../../src/cli/train.ts';
import { drawPrompt, drawTasks } from '../../../../src/figures/patched-transformer/prompt.ts';
import {
  drawPairs,
  heldOut,
  heldOutSeed,
} from '../../../../src/figures/patched-transformer/prompt-pairs.ts';
import {
  formatWeights,
  parseWeights,
  shortRun,
} from '../../../../src/figures/patched-transformer/record.ts';
import { models, settings } from '../../../../src/figures/patched-transformer/settings.ts';
import { trainedTransformers } from '../../../../src/figures/patched-transformer/trained.ts';
import { listStored, train } from '../../../../src/figures/patched-transformer/training.ts';
import { countWeights } from '../../../../src/figures/patched-transformer/weights.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { runAgain } from './second.ts';
import { listTokens } from './specimen.ts';

for (const model of models) {
  test(`training again for a short time gives the weights of ${model} tasks, bit for bit`, () => {
    for (const { step, weights } of train(settings[model])) {
      if (step < shortRun) continue;
      assert.equal(digest([weights]), trainedTransformers[model].digests.short);
      return;
    }
  });

  test(`the weights of ${model} tasks are kept whole`, () => {
    const { weights, digests } = trainedTransformers[model];
    const read = parseWeights(weights);
    assert.equal(read.length, countWeights(settings[model].shape));
    assert.ok(read.every(Number.isFinite));
    assert.equal(formatWeights(read), weights);
    for (const text of Object.values(digests)) assert.match(text, /^[0-9a-f]{64}$/);
  });
}

test('an update goes along the gradient of the mean error over its prompts', () => {
  const setting = { ...settings.few, batch: 3, steps: 1, clip: 1e9, rate: 1e-6 };
  const [before = [], after = []] = Array.from(train(setting), ({ weights }) => [...weights]);
  const random = seededRandom(setting.seed);
  const stored = drawTasks(random, setting.tasks, setting.dimension);
  assert.deepEqual(stored, listStored(setting));
  // The weights that are not biases are drawn before the prompts.
  before.filter((weight) => weight !== 0).forEach(() => random.normal());
  const prompts = Array.from({ length: setting.batch }, () => {
    const task = stored[Math.floor(setting.tasks * random.uniform())] ?? [];
    return drawPrompt(random, setting, task);
  });
  const error = (weights: number[]) =>
    prompts.reduce((sum, prompt) => {
      const { prediction } = runAgain(weights, setting.shape, listTokens(prompt));
      return sum + (prediction - prompt.target) ** 2 / setting.batch;
    }, 0);
  // The first update of Adam has the size of the rate, against the sign of the gradient.
  for (let place = 3; place < before.length; place += 97) {
    const changed = (step: number) =>
      before.map((weight, n) => (n === place ? weight + step : weight));
    const slope = (error(changed(1e-5)) - error(changed(-1e-5))) / 2e-5;
    const stride = ((after[place] ?? NaN) - (before[place] ?? NaN)) / setting.rate;
    if (Math.abs(slope) > 1e-5) assert.ok(Math.abs(stride + Math.sign(slope)) < 1e-2, `${place}`);
  }
  assert.ok(error(after) < error(before));
});

test('no training reads the random numbers of the prompts that are shown', () => {
  // Mulberry32 adds 0x6d2b79f5 to its state for each uniform: modulo 2³², its inverse counts the steps.
  const inverse = 0xdc58aa5dn;
  assert.equal(BigInt.asUintN(32, inverse * 0x6d2b79f5n), 1n);
  const countSteps = (from: number, to: number) =>
    Number(BigInt.asUintN(32, BigInt(to - from) * inverse));
  const normals = 20_000;
  const random = seededRandom(1);
  for (let n = 0; n < normals; n += 1) random.normal();
  const all = Array.from({ length: 20 * normals }, seededRandom(1).uniform);
  // Uniforms for a normal variate in the mean, and a tenth more.
  const uniforms = (1.1 * all.indexOf(random.uniform())) / normals;
  for (const model of models) {
    const { shape, tasks, steps, batch, dimension: d, pairs, seed } = settings[model];
    const prompt = uniforms * ((pairs + 1) * d + pairs) + 1;
    const run = uniforms * (tasks * d + countWeights(shape)) + steps * batch * prompt;
    assert.ok(countSteps(seed, heldOutSeed) > run, `${run} uniforms in the training of ${model}`);
    assert.ok(countSteps(heldOutSeed, seed) > heldOut * (2 * prompt + 10 * d * uniforms));
  }
});

test('a prompt has the outputs of its task with noise, and a pair differs as it says', () => {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, n) => sum + value * (b[n] ?? NaN), 0);
  const stored = listStored(settings.few);
  assert.equal(stored.length, 4);
  for (const kind of ['stored', 'new'] as const) {
    const pairs = drawPairs(kind, 'task');
    assert.equal(pairs.length, heldOut);
    const noises = pairs.flatMap(({ clean, corrupted }) =>
      [clean, corrupted].flatMap(({ inputs, outputs, task, query, target }) => {
        assert.equal(target, dot(task, query));
        const isStored = stored.some((one) => one.every((value, n) => value === task[n]));
        assert.equal(isStored, kind === 'stored');
        return inputs.map((input, n) => (outputs[n] ?? NaN) - dot(task, input));
      }),
    );
    const variance = noises.reduce((sum, value) => sum + value ** 2, 0) / noises.length;
    // Twice the same noise of 2048 outputs: the standard error is 3 %.
    assert.ok(Math.abs(variance / settings.few.noise ** 2 - 1) < 0.12, String(variance));
    for (const { clean, corrupted } of pairs) {
      assert.notDeepEqual(clean.task, corrupted.task);
      assert.deepEqual(clean.inputs, corrupted.inputs);
      assert.deepEqual(clean.query, corrupted.query);
    }
    for (const [index, { clean, corrupted }] of drawPairs(kind, 'shuffle').entries()) {
      assert.deepEqual(clean, pairs[index]?.clean);
      assert.deepEqual(clean.outputs.toSorted(), corrupted.outputs.toSorted());
      assert.ok(clean.outputs.every((output, n) => output !== corrupted.outputs[n]));
      assert.deepEqual({ ...corrupted, outputs: clean.outputs }, clean);
    }
    for (const [index, { clean, corrupted }] of drawPairs(kind, 'query').entries()) {
      assert.deepEqual(clean, pairs[index]?.clean);
      assert.notDeepEqual(corrupted.query, clean.query);
      assert.equal(corrupted.target, dot(corrupted.task, corrupted.query));
      assert.deepEqual({ ...corrupted, query: clean.query, target: clean.target }, clean);
    }
  }
});
