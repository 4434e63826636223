import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ablate } from '../../../../src/figures/patched-transformer/ablation.ts';
import { drawPairs } from '../../../../src/figures/patched-transformer/prompt-pairs.ts';
import {
  loadTransformer,
  parseWeights,
} from '../../../../src/figures/patched-transformer/record.ts';
import { models, settings } from '../../../../src/figures/patched-transformer/settings.ts';
import { trainedTransformers } from '../../../../src/figures/patched-transformer/trained.ts';
import { pruneHeads } from '../../../../src/figures/prune-heads/figure.ts';
import { parameters } from '../../../../src/figures/prune-heads/parameters.ts';
import { choices } from '../../../../src/figures/prune-heads/pruning.ts';
import { toyHeads } from '../../../../src/figures/prune-heads/sizes.ts';
import {
  measureStrengths,
  refineToys,
  removeHeads,
} from '../../../../src/figures/prune-heads/toy.ts';
import {
  listErrors,
  listHeads,
  type PrunedToys,
} from '../../../../src/figures/prune-heads/toy-heads.ts';
import { countRemoved } from '../../../../src/figures/prune-heads/toy-text.ts';
import { compute } from '../../../../src/figures/prune-heads/prune.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { listTokens } from '../patched-transformer/specimen.ts';
import { runAgain } from '../patched-transformer/second.ts';
import { findMisplaced } from '../text-boxes.ts';

const values = { ...initialValues(parameters), heads: 'toy' } as const;
const prompts = drawPairs('stored', 'task').map(({ clean }) => clean);
const { shape } = settings.few;

/** The components of the heads, written out: 2 and 5 are MLPs. */
const heads = [0, 1, 3, 4];

let result: PrunedToys;

before(() => {
  const computed = compute(values);
  assert.ok('toys' in computed);
  result = computed;
});

const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-9 * (1 + Math.abs(b));

test('two heads of each of two layers can be removed, and nothing else', () => {
  assert.deepEqual(listHeads(shape), heads);
  assert.equal(heads.length, toyHeads);
});

test('errors without each set of heads are those of the second implementation', () => {
  for (const model of models) {
    const weights = [...parseWeights(trainedTransformers[model].weights)];
    for (const prompt of prompts.slice(0, 3)) {
      const errors = removeHeads(loadTransformer(model), prompt);
      assert.equal(errors.length, 16);
      errors.forEach((error, code) => {
        const isRemoved = (component: number) =>
          heads.includes(component) && ((code >> heads.indexOf(component)) & 1) === 0;
        const { prediction } = runAgain(
          weights,
          shape,
          listTokens(prompt),
          (component, _, output) => (isRemoved(component) ? output.map(() => 0) : output),
        );
        assert.ok(isNear(error, (prediction - prompt.target) ** 2), `${model} ${code}`);
      });
    }
  }
});

test('a component that has no other output is never ablated, and all that have one are as before', () => {
  const transformer = loadTransformer('few');
  const [prompt] = prompts;
  assert.ok(prompt);
  const mean = new Float64Array(9 * shape.width).fill(0.1);
  const all = ablate(transformer, Array<Float64Array>(6).fill(mean), prompt);
  const one = ablate(transformer, [undefined, mean, undefined], prompt);
  assert.deepEqual([all.length, one.length], [64, 2]);
  assert.deepEqual(one, [all[0b111101], all[0b111111]]);
});

test('the strength of a head is the mean square that it adds to the tokens it changes', () => {
  const [prompt] = prompts;
  assert.ok(prompt);
  const weights = [...parseWeights(trainedTransformers.many.weights)];
  const { outputs } = runAgain(weights, shape, listTokens(prompt));
  const squares = (rows: readonly number[][]) =>
    rows.flat().reduce((sum, value) => sum + value ** 2, 0) / rows.length;
  const again = [
    squares(outputs[0] ?? []),
    squares(outputs[1] ?? []),
    squares((outputs[3] ?? []).slice(-1)),
    squares((outputs[4] ?? []).slice(-1)),
  ];
  measureStrengths(loadTransformer('many'), prompt).forEach((strength, head) => {
    assert.ok(isNear(strength, Number(again[head])));
  });
});

test('in theory, a transformer without heads answers the query alone: the pairs have no effect', () => {
  for (const model of models) {
    const [prompt, other] = prompts;
    assert.ok(prompt && other);
    const moved = { ...prompt, inputs: other.inputs, outputs: other.outputs };
    const transformer = loadTransformer(model);
    assert.equal(removeHeads(transformer, moved)[0], removeHeads(transformer, prompt)[0]);
    assert.notEqual(
      removeHeads(transformer, moved).at(-1),
      removeHeads(transformer, prompt).at(-1),
    );
  }
});

test('each order begins with all heads and ends with none, and at random is the mean over sets', () => {
  assert.equal(result.prompts, 256);
  for (const model of models) {
    const toy = result.toys[model];
    const error = (...kept: number[]) =>
      toy.sets.find((set) => set.kept.join() === kept.join())?.error ?? NaN;
    for (const choice of choices) {
      const errors = listErrors(toy, choice);
      assert.equal(errors.length, 5);
      assert.equal(errors[0], error(0, 1, 2, 3));
      assert.equal(errors[4], error());
    }
    const [weakest = NaN, , , strongest = NaN] = toy.order;
    const without = (gone: number) => error(...[0, 1, 2, 3].filter((head) => head !== gone));
    assert.equal(listErrors(toy, 'weakest')[1], without(weakest));
    assert.equal(listErrors(toy, 'strongest')[1], without(strongest));
    assert.equal(listErrors(toy, 'strongest')[3], error(weakest));
    const mean = [0, 1, 2, 3].reduce((sum, gone) => sum + without(gone) / 4, 0);
    assert.ok(isNear(listErrors(toy, 'random')[1] ?? NaN, mean));
  }
});

test('the results get better, and the last one is kept', () => {
  const [only, ...others] = refineToys();
  assert.equal(only, result);
  assert.deepEqual(others, []);
});

test('sparsities are those of the nearest number of heads', () => {
  assert.deepEqual([10, 30, 50, 70, 90].map(countRemoved), [0, 1, 2, 3, 4]);
});

test('in every state all that is drawn is a number, no words stand over others, and the words say that it is a toy', () => {
  for (const choice of choices)
    for (const sparsity of [10, 30, 50, 70, 90])
      for (const width of Object.values(panelWidths)) {
        const chosen = { ...values, choice, sparsity };
        const where = JSON.stringify({ choice, sparsity, width });
        const { panels, summary, table } = pruneHeads.draw(result, chosen, undefined, width);
        assert.equal(panels.length, 2);
        for (const { svg, height } of panels) {
          assert.doesNotMatch(svg, /NaN|Infinity|undefined/, where);
          assert.deepEqual(findMisplaced(svg, width, height), [], where);
          // A dot for each set of heads, and one for each step of the order.
          assert.equal(svg.match(/<circle /g)?.length, 21);
        }
        assert.doesNotMatch(summary, /NaN|undefined/, where);
        assert.match(
          summary,
          /^A toy has two heads in each of two layers: .* trained here, and no result/,
        );
        assert.equal(table.rows.length, 42);
        for (const row of table.rows) assert.equal(row.length, table.columns.length, where);
      }
});
