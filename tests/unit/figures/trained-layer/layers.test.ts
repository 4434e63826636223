import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  errorGradient,
  meanError,
  predict,
  type MergedLayer,
} from '../../../../src/figures/trained-layer/layers.ts';
import { anySpecimen, attendTokens, toLayers, toPrompt } from './specimen.ts';

/** Whether two numbers agree to within rounding of sums of this size. */
const near = (a: number, b: number, tolerance: number) =>
  Math.abs(a - b) <= tolerance * (1 + Math.abs(a) + Math.abs(b));

test('a stack on the sums of a prompt predicts as attention on its tokens does', () => {
  fc.assert(
    fc.property(anySpecimen, (specimen) => {
      const prediction = predict(toLayers(specimen), toPrompt(specimen));
      assert.ok(near(prediction, attendTokens(specimen), 1e-9));
    }),
  );
});

test('a stack without layers answers 0', () => {
  fc.assert(
    fc.property(anySpecimen, (specimen) => {
      const prompt = toPrompt(specimen);
      assert.equal(meanError([], [prompt]), prompt.target * prompt.target);
    }),
  );
});

describe('the gradient', () => {
  const shift = (layers: MergedLayer[], layer: number, name: keyof MergedLayer, by: number[]) =>
    layers.map((one, index) =>
      index === layer
        ? { ...one, [name]: one[name].map((entry, place) => entry + (by[place] ?? 0)) }
        : one,
    );

  test('is the slope of the error along each entry', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const [layers, prompt] = [toLayers(specimen), toPrompt(specimen)];
        const gradient = errorGradient(layers, prompt);
        assert.equal(gradient.length, layers.length);
        for (const [layer, slopes] of gradient.entries())
          for (const name of ['values', 'keys'] as const)
            for (const [place, slope] of slopes[name].entries()) {
              // The error is a polynomial: a fourth-order difference quotient is near to exact.
              const at = (step: number) =>
                meanError(shift(layers, layer, name, Object.assign([], { [place]: step })), [
                  prompt,
                ]);
              const h = 1e-3;
              const quotient = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
              const size = Math.sqrt(at(0)) + Math.abs(slope);
              assert.ok(
                Math.abs(slope - quotient) <= 1e-5 * (1 + size * size),
                `${name} ${place} of layer ${layer}: ${slope} and ${quotient}`,
              );
            }
      }),
      { numRuns: 60 },
    );
  });

  test('is 0 where the prediction is right', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const [layers, prompt] = [toLayers(specimen), toPrompt(specimen)];
        const right = { ...prompt, target: predict(layers, prompt) };
        for (const { values, keys } of errorGradient(layers, right))
          for (const slope of [...values, ...keys]) assert.equal(Math.abs(slope), 0);
      }),
    );
  });
});
