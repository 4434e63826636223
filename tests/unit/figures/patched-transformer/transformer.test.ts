import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { exponential } from '../../../../src/figures/patched-transformer/exponential.ts';
import { addGradient } from '../../../../src/figures/patched-transformer/gradient.ts';
import { writeTokens } from '../../../../src/figures/patched-transformer/prompt.ts';
import {
  embed,
  runTransformer,
  type Entry,
} from '../../../../src/figures/patched-transformer/transformer.ts';
import { viewWeights, type Shape } from '../../../../src/figures/patched-transformer/weights.ts';
import { runAgain } from './second.ts';
import { drawSome, drawWeights, listTokens, shapes } from './specimen.ts';

const near = (a: number, b: number, share = 1e-11) => Math.abs(a - b) <= share * (1 + Math.abs(b));

test('the exponential is that of Math to the last bits, for every number up to 0', () => {
  const check = (x: number) => {
    const [own, other] = [exponential(x), Math.exp(x)];
    assert.ok(Math.abs(own / other - 1) < 1e-15, `${x}: ${own} and ${other}`);
  };
  [0, -0, -1, -Math.LN2, -Math.LN2 / 2, -5e-324, -1e-17, -699.9].forEach(check);
  fc.assert(fc.property(fc.double({ min: -700, max: 0, noNaN: true }), check), { numRuns: 5000 });
  fc.assert(fc.property(fc.double({ min: -3, max: 0, noNaN: true }), check), { numRuns: 5000 });
  for (const x of [-700.1, -745.1, -1e9, -Number.MAX_VALUE, -Infinity])
    assert.ok(exponential(x) < 1e-300 && exponential(x) >= 0);
});

const runOf = (weights: Float64Array, shape: Shape, tokens: Float64Array) => {
  const view = viewWeights(weights, shape);
  return runTransformer(view, shape, embed(view, shape, tokens));
};

describe('a transformer', () => {
  test('predicts as one that is written out anew, and each component adds the same', () => {
    for (const [index, shape] of shapes.entries())
      for (const [seed, prompt] of drawSome(index, 20).entries()) {
        const weights = drawWeights(seed, shape);
        const run = runOf(weights, shape, writeTokens(prompt));
        const again = runAgain([...weights], shape, listTokens(prompt));
        assert.ok(near(run.prediction, again.prediction), `${run.prediction}`);
        assert.equal(run.outputs.length, shape.layers * (shape.heads + 1));
        again.outputs.forEach((output, component) => {
          const isLast = component >= (shape.layers - 1) * (shape.heads + 1);
          output.forEach((token, n) => {
            // The last layer changes the query alone.
            if (isLast && n < output.length - 1) return;
            token.forEach((value, place) =>
              assert.ok(near(run.outputs[component]?.[n * shape.width + place] ?? NaN, value)),
            );
          });
        });
      }
  });

  test('does not see the order of the pairs', () => {
    const [shape] = shapes as [Shape];
    for (const prompt of drawSome(3, 10)) {
      const weights = drawWeights(1, shape);
      const turned = {
        ...prompt,
        inputs: prompt.inputs.toReversed(),
        outputs: prompt.outputs.toReversed(),
      };
      const [one, other] = [prompt, turned].map(
        (each) => runOf(weights, shape, writeTokens(each)).prediction,
      );
      assert.ok(near(one ?? NaN, other ?? NaN, 1e-12));
    }
  });

  test('with replaced outputs, and from a later layer on, predicts as the one written anew', () => {
    const [shape] = shapes as [Shape];
    const weights = drawWeights(4, shape);
    const view = viewWeights(weights, shape);
    const [prompt, other] = drawSome(5, 2);
    assert.ok(prompt && other);
    const entry = embed(view, shape, writeTokens(prompt));
    const [run, source] = [prompt, other].map((each) => runOf(weights, shape, writeTokens(each)));
    const again = runAgain([...weights], shape, listTokens(other));
    assert.ok(run && source);
    for (let component = 0; component < source.outputs.length; component += 1) {
      const patch = (n: number) => (n === component ? source.outputs[component] : undefined);
      const expected = runAgain([...weights], shape, listTokens(prompt), (n, token, output) =>
        n === component ? (again.outputs[n]?.[token] ?? []) : output,
      ).prediction;
      const layer = Math.floor(component / (shape.heads + 1));
      const later: Entry = { layer, stream: run.layers[layer]?.before ?? new Float64Array() };
      for (const from of [entry, later]) {
        const before = [...from.stream];
        assert.ok(near(runTransformer(view, shape, from, patch).prediction, expected));
        assert.deepEqual([...from.stream], before);
      }
      assert.ok(Math.abs(expected - run.prediction) > 1e-6);
    }
    const same = runTransformer(view, shape, entry, (n) => run.outputs[n]);
    assert.equal(same.prediction, run.prediction);
  });

  test('stays finite however large its inputs are', () => {
    const [shape] = shapes as [Shape];
    const [prompt] = drawSome(6, 1);
    assert.ok(prompt);
    for (const factor of [1e2, 1e4, 1e6]) {
      const tokens = writeTokens(prompt).map((value) => factor * value);
      assert.ok(Number.isFinite(runOf(drawWeights(2, shape), shape, tokens).prediction));
    }
  });
});

test('the gradient is that of small changes of each weight, in the one written anew', () => {
  for (const [index, shape] of shapes.entries())
    for (const [seed, prompt] of drawSome(index + 10, 1).entries()) {
      const weights = drawWeights(seed + 20, shape);
      const [tokens, { target }] = [writeTokens(prompt), prompt];
      const gradient = new Float64Array(weights.length);
      const run = runOf(weights, shape, tokens);
      const into = viewWeights(gradient, shape);
      addGradient(into, viewWeights(weights, shape), shape, { tokens, run, target });
      const listed = listTokens(prompt);
      const error = (place: number, step: number) => {
        const changed = [...weights];
        changed[place] = (changed[place] ?? NaN) + step;
        return (runAgain(changed, shape, listed).prediction - target) ** 2;
      };
      weights.forEach((_, place) => {
        const h = 1e-5;
        const slope = (error(place, h) - error(place, -h)) / (2 * h);
        const found = gradient[place] ?? NaN;
        assert.ok(
          Math.abs(found - slope) < 2e-5 * (1 + Math.abs(slope)),
          `${place}: ${found}, ${slope}`,
        );
      });
      // The new value is added to the old.
      const once = gradient.slice();
      addGradient(into, viewWeights(weights, shape), shape, { tokens, run, target });
      gradient.forEach((slope, place) => assert.ok(near(slope, 2 * (once[place] ?? NaN), 1e-12)));
    }
});
