import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  bestPreconditioner,
  bestStepSize,
  oneStepError,
  preconditionedLayer,
  steppingLayers,
  type Steps,
} from '../../../../src/figures/trained-layer/construction.ts';
import { predict } from '../../../../src/figures/trained-layer/layers.ts';
import { drawPrompt } from '../../../../src/figures/trained-layer/prompt.ts';
import {
  constructLayers,
  drawHeldOut,
  heldOut,
  heldOutSeed,
  relativeError,
} from '../../../../src/figures/trained-layer/record.ts';
import { settings } from '../../../../src/figures/trained-layer/settings.ts';
import {
  addMultiple,
  multiply,
  spreadDiagonal,
  type Square,
} from '../../../../src/figures/trained-layer/square.ts';
import { tuneSteps } from '../../../../src/figures/trained-layer/tuning.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { anySpecimen, toPrompt } from './specimen.ts';

const anyDistribution = fc.record({
  pairs: fc.integer({ min: 1, max: 40 }),
  variances: fc.array(fc.double({ min: 0.1, max: 4, noNaN: true }), { minLength: 1, maxLength: 6 }),
});

describe('one step', () => {
  test('of least error with equal variances has the step size N/(N + d + 1) and the error (d + 1)/(N + d + 1)', () => {
    for (const [pairs, d] of [
      [10, 4],
      [1, 1],
      [40, 7],
    ] as const) {
      const even = { pairs, variances: Array<number>(d).fill(1) };
      const best = pairs / (pairs + d + 1);
      for (const factor of [bestStepSize(even), ...bestPreconditioner(even)])
        assert.ok(Math.abs(factor - best) < 1e-14);
      const error = oneStepError(even, bestPreconditioner(even));
      assert.ok(Math.abs(error - (d + 1) / (pairs + d + 1)) < 1e-14);
    }
  });

  test('with other factors errs more, with a preconditioner and with one step size', () => {
    fc.assert(
      fc.property(
        anyDistribution,
        fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (distribution, factors) => {
          const best = bestPreconditioner(distribution);
          const least = oneStepError(distribution, best);
          const other = best.map((factor, n) => factor * (factors[n] ?? 1));
          assert.ok(oneStepError(distribution, other) >= least - 1e-12);
          const [all] = factors;
          const even = (size: number) => best.map(() => size);
          const size = bestStepSize(distribution);
          const plain = oneStepError(distribution, even(size));
          assert.ok(plain >= least - 1e-12);
          assert.ok(oneStepError(distribution, even(size * (all ?? 1))) >= plain - 1e-12);
        },
      ),
    );
  });

  test('has about the error on drawn prompts that it has in theory', () => {
    for (const model of ['one-layer', 'skewed-inputs'] as const) {
      const setting = settings[model];
      // The standard error of the drawn number is about 1.5 % of it.
      const random = seededRandom(heldOutSeed);
      const prompts = Array.from({ length: 4 * heldOut }, () => drawPrompt(random, setting));
      const { plain, best } = constructLayers(setting, undefined);
      const step = setting.variances.map(() => bestStepSize(setting));
      for (const [layers, factors] of [
        [plain, step],
        [best, bestPreconditioner(setting)],
      ] as const) {
        const [drawn, known] = [relativeError(layers, prompts), oneStepError(setting, factors)];
        assert.ok(Math.abs(drawn / known - 1) < 0.04, `${model}: ${drawn} and ${known}`);
      }
    }
  });
});

describe('the constructed layers', () => {
  /** W after one step from 0 on L(W) = 1/2N Σ (W x_i − y_i)², times γ: 1/N Σ y_i x_i γ. */
  const step = (tokens: number[][], factors: number[]) =>
    factors.map(
      (factor, n) =>
        (factor *
          tokens.reduce((sum, token) => sum + (token.at(-1) ?? NaN) * (token[n] ?? NaN), 0)) /
        tokens.length,
    );

  test('of one step predict as the weights after it do', () => {
    fc.assert(
      fc.property(anySpecimen, (specimen) => {
        const { tokens, query } = specimen;
        const factors = query.map((_, n) => 0.3 + 0.2 * n);
        const layer = preconditionedLayer(factors, { pairs: tokens.length, variances: query });
        const weights = step(tokens, factors);
        const expected = weights.reduce((sum, weight, n) => sum + weight * (query[n] ?? NaN), 0);
        assert.ok(Math.abs(predict([layer], toPrompt(specimen)) - expected) < 1e-12);
      }),
    );
  });

  test('of two steps predict as GD++ does that is taken on the pairs', () => {
    fc.assert(
      fc.property(
        anySpecimen,
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (specimen, contraction) => {
          const [first, second] = [0.7, 1.3];
          const inputs = specimen.tokens.map((token) => token.slice(0, -1));
          const product = (a: number[], b: number[]) =>
            a.reduce((sum, value, n) => sum + value * (b[n] ?? NaN), 0);
          // The targets that are left after a step, and the inputs after x ← x − γ Σ x_i x_iᵀ x.
          const left = (targets: number[], xs: number[][], x: number[], size: number) =>
            (size / xs.length) *
            xs.reduce((sum, other, i) => sum + (targets[i] ?? NaN) * product(other, x), 0);
          const move = (x: number[]) =>
            x.map(
              (value, n) =>
                value -
                contraction *
                  inputs.reduce((sum, other) => sum + (other[n] ?? NaN) * product(other, x), 0),
            );
          const targets = specimen.tokens.map((token) => token.at(-1) ?? NaN);
          const rest = targets.map(
            (target, i) => target - left(targets, inputs, inputs[i] ?? [], first),
          );
          const expected =
            left(targets, inputs, specimen.query, first) +
            left(rest, inputs.map(move), move(specimen.query), second);
          const layers = steppingLayers(
            { stepSizes: [first, second], contraction },
            specimen.query.length,
            inputs.length,
          );
          const prediction = predict(layers, toPrompt(specimen));
          assert.ok(Math.abs(prediction - expected) < 1e-9 * (1 + Math.abs(expected)));
        },
      ),
    );
  });
});

for (const count of [2, 3])
  test(`${count} tuned steps err less than any near them, by products of matrices`, () => {
    const { pairs, variances } = settings['two-layers'];
    const d = variances.length;
    const identity = spreadDiagonal(variances.map(() => 1));
    const prompts = drawHeldOut(settings['two-layers']).slice(0, 100);
    const grams = prompts.map(({ gram }) =>
      gram.filter((_, place) => place % (d + 1) < d).slice(0, d * d),
    );
    const error = ({ stepSizes, contraction }: Steps) =>
      grams.reduce((sum, gram) => {
        let A: Square = gram;
        let share: Square = identity;
        for (const stepSize of stepSizes) {
          share = multiply(share, addMultiple(identity, -stepSize / pairs, A), d);
          const shrink = addMultiple(identity, -contraction, A);
          A = multiply(shrink, multiply(A, shrink, d), d);
        }
        return sum + share.reduce((norm, entry) => norm + entry * entry, 0) / d;
      }, 0) / grams.length;

    const { plain, plusPlus } = tuneSteps(prompts, count, pairs);
    assert.equal(plain.stepSizes.length, count);
    assert.equal(plain.contraction, 0);
    const [plainError, plusError] = [error(plain), error(plusPlus)];
    assert.ok(plusError < plainError / 2);
    for (const factor of [0.9, 0.98, 1.02, 1.1]) {
      for (const at of plain.stepSizes.keys()) {
        const scale = ({ stepSizes, contraction }: Steps) => ({
          stepSizes: stepSizes.map((size, n) => (n === at ? factor * size : size)),
          contraction,
        });
        assert.ok(error(scale(plain)) > plainError);
        assert.ok(error(scale(plusPlus)) > plusError);
      }
      const { stepSizes, contraction } = plusPlus;
      assert.ok(error({ stepSizes, contraction: factor * contraction }) > plusError);
    }
  });
