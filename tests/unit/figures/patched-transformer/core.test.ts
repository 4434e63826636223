import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  ablate,
  findSmallest,
  listBest,
  listCircuits,
  meanOutputs,
} from '../../../../src/figures/patched-transformer/ablation.ts';
import {
  answerByDescent,
  answerByRidge,
  answerByTable,
  largestCurvature,
  tuneDescent,
} from '../../../../src/figures/patched-transformer/estimators.ts';
import {
  patchPair,
  shareChanges,
  type Direction,
} from '../../../../src/figures/patched-transformer/patching.ts';
import { drawPairs } from '../../../../src/figures/patched-transformer/prompt-pairs.ts';
import { drawPrompt, type Prompt } from '../../../../src/figures/patched-transformer/prompt.ts';
import { loadTransformer } from '../../../../src/figures/patched-transformer/record.ts';
import { models, settings } from '../../../../src/figures/patched-transformer/settings.ts';
import {
  meanShift,
  scalePrompt,
  shiftPrompts,
} from '../../../../src/figures/patched-transformer/shift.ts';
import { listSites } from '../../../../src/figures/patched-transformer/sites.ts';
import { trainedTransformers } from '../../../../src/figures/patched-transformer/trained.ts';
import { listStored } from '../../../../src/figures/patched-transformer/training.ts';
import { tableErrors } from '../../../../src/figures/optimizer-or-lookup/table.ts';
import { trainingDistribution } from '../../../../src/figures/optimizer-or-lookup/distribution.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { runAgain } from './second.ts';
import { drawSome, listTokens } from './specimen.ts';

const near = (a: number, b: number, share = 1e-9) => Math.abs(a - b) <= share * (1 + Math.abs(b));
const { shape, noise } = settings.few;
const transformers = { few: loadTransformer('few'), many: loadTransformer('many') };
/** The weights as they are kept, read anew. */
const listWeights = (model: 'few' | 'many') =>
  trainedTransformers[model].weights.split(' ').map((entry) => Number(entry) / 256);

const shareOver = (
  model: 'few' | 'many',
  pairs: ReturnType<typeof drawPairs>,
  direction: Direction,
) => shareChanges(pairs.map((pair) => patchPair(transformers[model], pair, direction)));

describe('patches', () => {
  test('are those of the transformer written anew, in both directions', () => {
    for (const model of models)
      for (const corruption of ['task', 'shuffle', 'query'] as const) {
        const pairs = drawPairs('new', corruption).slice(0, 6);
        const [one] = pairs;
        assert.ok(one);
        const weights = listWeights(model);
        for (const direction of ['denoise', 'noise'] as const) {
          const found = patchPair(transformers[model], one, direction);
          const means = shareOver(model, pairs, direction);
          const chosen = shareOver(model, [one], direction);
          const changes = pairs.map(({ clean, corrupted }) => {
            const runs = [clean, corrupted].map((prompt) =>
              runAgain(weights, shape, listTokens(prompt)),
            );
            const order = direction === 'denoise' ? [1, 0] : [0, 1];
            const [into, from] = order.map((n) => runs[n]);
            const prompt = direction === 'denoise' ? corrupted : clean;
            assert.ok(into && from);
            const moved = listSites(shape).map(({ components }) => {
              const patched = runAgain(weights, shape, listTokens(prompt), (n, token, output) =>
                components.includes(n) ? (from.outputs[n]?.[token] ?? []) : output,
              );
              return patched.prediction - into.prediction;
            });
            return { moved, whole: from.prediction - into.prediction, runs };
          });
          const squares = changes.reduce((sum, { whole }) => sum + whole ** 2, 0);
          means.forEach((mean, n) => {
            const slope =
              changes.reduce((sum, { moved, whole }) => sum + (moved[n] ?? NaN) * whole, 0) /
              squares;
            assert.ok(near(mean, slope), `${model} ${corruption} ${direction} ${n}`);
            const [first] = changes;
            assert.ok(first && near(chosen[n] ?? NaN, (first.moved[n] ?? NaN) / first.whole, 1e-6));
          });
          assert.ok(near(found.clean, changes[0]?.runs[0]?.prediction ?? NaN));
          assert.ok(near(found.corrupted, changes[0]?.runs[1]?.prediction ?? NaN));
        }
      }
  });

  test('name each head, each MLP and all of each layer, in the order of the components', () => {
    assert.deepEqual(
      listSites(shape).map(({ layer, part, components }) => [layer, part, ...components]),
      [
        [1, 'head 1', 0],
        [1, 'head 2', 1],
        [1, 'MLP', 2],
        [1, 'all', 0, 1, 2],
        [2, 'head 1', 3],
        [2, 'head 2', 4],
        [2, 'MLP', 5],
        [2, 'all', 3, 4, 5],
      ],
    );
  });

  test('of what the readout sees directly restore as much as they undo', () => {
    const pairs = drawPairs('stored', 'task').slice(0, 20);
    for (const model of models) {
      const [denoised, noised] = (['denoise', 'noise'] as const).map((direction) =>
        shareOver(model, pairs, direction),
      );
      // The MLP of the last layer, and all of that layer, enter the prediction as a sum.
      for (const site of [6, 7]) assert.ok(near(denoised?.[site] ?? NaN, noised?.[site] ?? NaN));
    }
  });
});

describe('circuits', () => {
  const prompts = drawPairs('stored', 'task')
    .slice(0, 8)
    .map(({ clean }) => clean);
  const circuitsOf = (model: 'few' | 'many') => {
    const means = meanOutputs(transformers[model], prompts);
    const errors = prompts.map((prompt) => ablate(transformers[model], means, prompt));
    return listCircuits(errors, prompts);
  };

  test('err as the transformer written anew does with the means of its outputs', () => {
    for (const model of models) {
      const weights = listWeights(model);
      const runs = prompts.map((prompt) => runAgain(weights, shape, listTokens(prompt)));
      const mean = (component: number, isQuery: boolean) => {
        const outputs = runs.flatMap(({ outputs }) =>
          (outputs[component] ?? []).filter((_, n) => (n === 8) === isQuery),
        );
        return (outputs[0] ?? []).map(
          (_, place) => outputs.reduce((sum, row) => sum + (row[place] ?? NaN), 0) / outputs.length,
        );
      };
      const means = [0, 1, 2, 3, 4, 5].map((n) => [mean(n, false), mean(n, true)]);
      const circuits = circuitsOf(model);
      assert.equal(new Set(circuits.map(({ kept }) => kept.join())).size, 64);
      for (const { kept, error } of circuits.filter((_, n) => n % 3 === 0)) {
        const answers = prompts.map(
          (prompt) =>
            runAgain(weights, shape, listTokens(prompt), (n, token, output) =>
              kept.includes(n) ? output : (means[n]?.[token === 8 ? 1 : 0] ?? []),
            ).prediction,
        );
        const share = (values: number[]) =>
          values.reduce((sum, value, n) => sum + (value - (prompts[n]?.target ?? NaN)) ** 2, 0);
        assert.ok(
          near(error, share(answers) / share(prompts.map(() => 0))),
          `${model} ${kept.join()}`,
        );
      }
    }
  });

  test('are the best of their size, and the smallest good one is the first that is good', () => {
    for (const model of models) {
      const all = circuitsOf(model);
      const best = listBest(all);
      assert.deepEqual(
        best.map(({ kept }) => kept.length),
        [0, 1, 2, 3, 4, 5, 6],
      );
      for (const { kept, error } of all) assert.ok((best[kept.length]?.error ?? NaN) <= error);
      const smallest = findSmallest(best);
      const needed = 0.9 * (1 - (best[6]?.error ?? NaN));
      assert.ok(1 - smallest.error >= needed);
      for (const { kept, error } of all)
        if (kept.length < smallest.kept.length) assert.ok(1 - error < needed);
    }
    assert.throws(() => findSmallest([]), RangeError);
  });
});

describe('the known estimators', () => {
  const prompts = drawSome(8, 30, 8);

  test('ridge regression and descent are those of steps on the pairs', () => {
    const step = (prompt: Prompt, w: number[], size: number, penalty: number) => {
      const slope = [0, 1].map(
        (k) =>
          penalty * (w[k] ?? NaN) +
          prompt.inputs.reduce((sum, x, n) => {
            const left = (x[0] ?? NaN) * (w[0] ?? NaN) + (x[1] ?? NaN) * (w[1] ?? NaN);
            return sum + (left - (prompt.outputs[n] ?? NaN)) * (x[k] ?? NaN);
          }, 0),
      );
      return w.map((value, k) => value - size * (slope[k] ?? NaN));
    };
    const answer = ({ query }: Prompt, w: number[]) =>
      (w[0] ?? NaN) * (query[0] ?? NaN) + (w[1] ?? NaN) * (query[1] ?? NaN);
    const tuned = tuneDescent(settings.few, 2);
    for (const prompt of prompts) {
      let w = [0, 0];
      for (let n = 0; n < 2; n += 1) w = step(prompt, w, tuned.stepSize, 0);
      assert.ok(near(answerByDescent(prompt, tuned), answer(prompt, w)));
      w = [0, 0];
      for (let n = 0; n < 20_000; n += 1) w = step(prompt, w, 0.01, noise ** 2);
      assert.ok(near(answerByRidge(prompt, noise), answer(prompt, w), 1e-6));
    }
  });

  test('the tuned step errs less than any near it', () => {
    const random = seededRandom(3);
    const many = Array.from({ length: 20_000 }, () =>
      drawPrompt(random, settings.few, [random.normal(), random.normal()]),
    );
    const tuned = tuneDescent(settings.few, 2);
    const error = (factor: number) =>
      many.reduce((sum, prompt) => {
        const answer = answerByDescent(prompt, { ...tuned, stepSize: factor * tuned.stepSize });
        return sum + (answer - prompt.target) ** 2;
      }, 0);
    // On a sample the best step is a little off.
    assert.ok(error(1) < error(0.85) && error(1) < error(1.15));
  });

  test('a step overshoots exactly beyond the largest curvature', () => {
    for (const prompt of prompts) {
      const curvature = largestCurvature(prompt);
      // ‖I − η XᵀX‖ is 1 where η is 2 over its largest eigenvalue: descent then neither grows nor ends.
      const long = (factor: number) =>
        Math.abs(
          answerByDescent(
            { ...prompt, outputs: prompt.inputs.map(([x = NaN]) => x) },
            { steps: 400, stepSize: (factor * 2) / curvature },
          ),
        );
      assert.ok(long(1.1) > 1e20 && long(0.9) < 1e3);
    }
  });

  test('the table is that of the other figure', () => {
    const stored = listStored(settings.few);
    const distribution = trainingDistribution(2);
    for (const prompt of drawPairs('stored', 'task')
      .slice(0, 20)
      .map(({ clean }) => clean)) {
      const { inputs, outputs, task } = prompt;
      const answer = [0, 1].map((k) =>
        answerByTable({ ...prompt, query: [1 - k, k] }, stored, noise),
      );
      const drawn = {
        task: Float64Array.from(task),
        noise: Float64Array.from(outputs, (output, n) => {
          const [a = NaN, b = NaN] = inputs[n] ?? [];
          return (output - a * (task[0] ?? NaN) - b * (task[1] ?? NaN)) / noise;
        }),
        stored: Float64Array.from(stored.flat()),
        inputs: inputs.map((input) => Float64Array.from(input)),
      };
      const [error] = tableErrors(drawn, [8], distribution, noise);
      // Its error is relative to that of 0, whose mean over tasks and queries is d.
      const own = answer.reduce((sum, value, k) => sum + (value - (task[k] ?? NaN)) ** 2, 0) / 2;
      assert.ok(near(own, error ?? NaN));
    }
  });
});

test('a scaled prompt has the outputs of its scaled inputs or weights, and the same noise', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('inputs' as const, 'weights' as const),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (seed, shift, factor) => {
        const [prompt] = drawSome(seed, 1);
        assert.ok(prompt);
        const scaled = scalePrompt(prompt, shift, factor);
        const dot = (a: readonly number[], b: readonly number[]) =>
          a.reduce((sum, value, n) => sum + value * (b[n] ?? NaN), 0);
        assert.ok(near(scaled.target, dot(scaled.task, scaled.query), 1e-12));
        scaled.inputs.forEach((input, n) => {
          const left = (scaled.outputs[n] ?? NaN) - dot(scaled.task, input);
          const before = (prompt.outputs[n] ?? NaN) - dot(prompt.task, prompt.inputs[n] ?? []);
          assert.ok(near(left, before, 1e-12));
        });
        assert.deepEqual(scaled.inputs === prompt.inputs, shift === 'weights');
      },
    ),
  );
});

test('errors under a shift are those of each answer, prompt by prompt', () => {
  const prompts = drawPairs('new', 'task')
    .slice(0, 10)
    .map(({ clean }) => clean);
  const { factors, errors, limit } = meanShift(shiftPrompts(transformers, prompts, 'inputs'));
  assert.deepEqual(
    factors.map((factor) => Number(factor.toFixed(3))),
    [0.25, 0.354, 0.5, 0.707, 1, 1.414, 2, 2.828, 4, 5.657, 8],
  );
  for (const model of models)
    factors.forEach((factor, at) => {
      const [error, scale] = prompts
        .map((prompt) => scalePrompt(prompt, 'inputs', factor))
        .map((prompt) => {
          const { prediction } = runAgain(listWeights(model), shape, listTokens(prompt));
          return [(prediction - prompt.target) ** 2, prompt.target ** 2] as const;
        })
        .reduce<readonly [number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
      assert.ok(near(errors[model][at] ?? NaN, error / scale, 1e-6));
    });
  const { stepSize } = tuneDescent(settings.few, shape.layers);
  const isLong = prompts.map((prompt) => {
    const [a, b] = [0.99 * limit, 1.01 * limit].map(
      (factor) => stepSize * largestCurvature(scalePrompt(prompt, 'inputs', factor)) > 2,
    );
    return { a, b };
  });
  assert.ok(isLong.filter(({ a }) => a).length <= 5 && isLong.filter(({ b }) => b).length >= 5);
});
