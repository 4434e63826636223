import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  bestPreconditioner,
  oneStepError,
} from '../../../../src/figures/trained-layer/construction.ts';
import { listUsed, readTraining, scaleLayer } from '../../../../src/figures/trained-layer/core.ts';
import { predict, type MergedLayer } from '../../../../src/figures/trained-layer/layers.ts';
import { drawPrompt } from '../../../../src/figures/trained-layer/prompt.ts';
import {
  drawHeldOut,
  formatWeights,
  parseWeights,
  relativeError,
} from '../../../../src/figures/trained-layer/record.ts';
import { listStarts, models, settings } from '../../../../src/figures/trained-layer/settings.ts';
import { snapshotSteps } from '../../../../src/figures/trained-layer/training.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { anySpecimen, toLayers, toPrompt } from './specimen.ts';

const within = (a: number, b: number, share: number) => Math.abs(a / b - 1) <= share;

describe('the trained layer and the theory', () => {
  test('one layer ends within 1 % of the step of least error, and with its step sizes', () => {
    for (const model of ['one-layer', 'skewed-inputs'] as const) {
      const { stages, constructed, ends } = readTraining(model, 4096);
      const last = stages.at(-1);
      assert.ok(last);
      assert.ok(within(last.error, constructed.best.error, 0.01), `${model}: ${last.error}`);
      const [measure] = last.measures;
      assert.ok(measure && measure.alignment > 0.999 && measure.alignment <= 1 + 1e-12);
      bestPreconditioner(settings[model]).forEach((factor, n) => {
        const learned = measure.stepSizes[n] ?? NaN;
        assert.ok(within(learned, factor, 0.03), `${model}: ${learned} and ${factor}`);
      });
      // No start ends below the error in theory by more than the standard error of the prompts.
      assert.ok(ends.every((end) => end > 0.99 * constructed.best.error));
    }
  });

  test('skewed inputs are learned with a preconditioner, or from other starts one axis alone', () => {
    const { stages, constructed, ends, setting } = readTraining('skewed-inputs', 4096);
    assert.ok((stages.at(-1)?.error ?? NaN) < 0.9 * constructed.plain.error);
    // A step along the first axis alone.
    const alone = oneStepError(
      setting,
      bestPreconditioner(setting).map((factor, n) => (n === 0 ? factor : 0)),
    );
    const stuck = ends.filter((end) => end > constructed.plain.error);
    assert.equal(stuck.length, 5);
    for (const end of stuck) assert.ok(within(end, alone, 0.02), `${end} and ${alone}`);
  });

  test('the two layers that are drawn end below two plain steps and by GD++, as five of six starts do', () => {
    const { stages, constructed, ends } = readTraining('two-layers', 4096);
    const last = stages.at(-1);
    assert.ok(last && last.error < 0.5 * constructed.plain.error);
    assert.ok(within(last.error, constructed.best.error, 0.1));
    for (const { alignment } of last.measures) assert.ok(alignment > 0.98);
    const reached = ends.filter((end) => within(end, constructed.best.error, 0.15));
    assert.equal(reached.length, 5);
  });

  test('three and four layers end below as many steps of GD++ with one contraction', () => {
    for (const model of ['three-layers', 'four-layers'] as const) {
      const { stages, constructed } = readTraining(model, 4096);
      assert.ok(constructed.best.error < 0.2 * constructed.plain.error, model);
      assert.ok((stages.at(-1)?.error ?? NaN) < constructed.best.error, model);
    }
  });
});

for (const model of models) {
  test(`the kept numbers of ${model} belong together`, () => {
    const setting = settings[model];
    const { stages, constructed, ends, chosen } = readTraining(model, 500);
    const starts = listStarts(model);
    assert.equal(ends.length, starts.length);
    assert.deepEqual(
      stages.map(({ step }) => step),
      [...snapshotSteps],
    );
    assert.equal(stages[chosen]?.step, 512);
    const prompts = drawHeldOut(setting);
    for (const name of ['plain', 'best'] as const) {
      const error = relativeError(constructed[name].layers, prompts);
      assert.ok(Math.abs(error - constructed[name].error) <= 2 ** -21);
    }
    // Rounded weights err as the unrounded did whose errors are kept, to three digits.
    for (const stage of [stages[0], stages.at(7), stages.at(-1)]) {
      assert.ok(stage);
      assert.ok(within(relativeError(stage.layers, prompts), stage.error, 0.005), `${stage.step}`);
    }
    assert.equal(stages.at(-1)?.error, ends[starts.indexOf(setting.seed)]);
  });
}

describe('a layer', () => {
  const shape = ({ length }: readonly unknown[], size: number) => ({
    layers: length,
    variances: Array<number>(size - 1).fill(1),
  });

  test('that is scaled predicts as before, and has the norm and the sign of the construction', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const [layers, prompt] = [toLayers(specimen), toPrompt(specimen)];
        const size = prompt.query.length;
        const scaled = layers.map((layer, index) =>
          scaleLayer(layer, listUsed(index, shape(layers, size))),
        );
        fc.pre(scaled.every(({ keys, values }) => [...keys, ...values].every(Number.isFinite)));
        const [before, after] = [predict(layers, prompt), predict(scaled, prompt)];
        assert.ok(Math.abs(before - after) <= 1e-7 * (1 + Math.abs(before)));
        for (const { keys, values } of scaled) {
          assert.ok((values.at(-1) ?? NaN) <= 0);
          assert.ok(within(Math.hypot(...keys), Math.sqrt(size - 1), 1e-9));
        }
      }),
    );
  });

  /** The layers with 3 added to the entries that are chosen. */
  const add = (
    layers: readonly MergedLayer[],
    isChosen: (layer: number, name: keyof MergedLayer, place: number) => boolean,
  ) =>
    layers.map((layer, index): MergedLayer => {
      const change = (name: keyof MergedLayer) =>
        layer[name].map((entry, place) => (isChosen(index, name, place) ? entry + 3 : entry));
      return { values: change('values'), keys: change('keys') };
    });

  test('keeps its prediction when entries without effect change', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const [layers, prompt] = [toLayers(specimen), toPrompt(specimen)];
        const before = predict(layers, prompt);
        const used = layers.map((_, index) => listUsed(index, shape(layers, prompt.query.length)));
        const changed = add(layers, (layer, name, place) => used[layer]?.[name][place] === false);
        assert.ok(Math.abs(predict(changed, prompt) - before) <= 1e-7 * (1 + Math.abs(before)));
      }),
    );
  });

  test('predicts something else when one entry with an effect changes', () => {
    const random = seededRandom(11);
    const draw = (count: number) => Array.from({ length: count }, () => random.normal());
    const prompt = drawPrompt(random, { pairs: 5, variances: [1, 1, 1] });
    for (const count of [1, 2, 3]) {
      const layers = Array.from({ length: count }, () => ({ values: draw(16), keys: draw(16) }));
      const before = predict(layers, prompt);
      layers.forEach((_, layer) => {
        const used = listUsed(layer, shape(layers, 4));
        for (const name of ['values', 'keys'] as const)
          used[name].forEach((isUsed, place) => {
            if (!isUsed) return;
            const changed = add(layers, (...at) =>
              [layer, name, place].every((value, n) => at[n] === value),
            );
            const moved = Math.abs(predict(changed, prompt) / before - 1);
            assert.ok(moved > 1e-6, `${name} ${place} of layer ${layer} of ${count}: ${moved}`);
          });
      });
    }
  });

  test('is read as it was written, to half a unit of 2⁻¹²', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const layers = toLayers(specimen);
        const read = parseWeights(formatWeights(layers), specimen.query.length + 1);
        assert.equal(formatWeights(read), formatWeights(layers));
        layers.forEach(({ keys }, layer) => {
          keys.forEach((entry, place) => {
            assert.ok(Math.abs(entry - (read[layer]?.keys[place] ?? NaN)) <= 2 ** -13);
          });
        });
      }),
    );
  });
});
