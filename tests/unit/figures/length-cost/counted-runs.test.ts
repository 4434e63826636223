import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  runPasses,
  type Cost,
  type Sizes,
} from '../../../../src/figures/architectures/cost-model.ts';
import { gatedLinearAttentionCost } from '../../../../src/figures/architectures/gated-linear-attention/cost.ts';
import { longConvolutionCost } from '../../../../src/figures/architectures/long-convolution/cost.ts';
import { retentionCost } from '../../../../src/figures/architectures/retention/cost.ts';
import { selectiveStateSpaceCost } from '../../../../src/figures/architectures/selective-state-space/cost.ts';
import { softmaxAttentionCost } from '../../../../src/figures/architectures/softmax-attention/cost.ts';
import { wkvCost } from '../../../../src/figures/architectures/wkv/cost.ts';
import type { Matrix } from '../../../../src/figures/shared/linear-algebra.ts';
import { gatedLinearAttentionMatrix } from '../../../../src/figures/architectures/gated-linear-attention/mixing.ts';
import { longConvolutionMatrix } from '../../../../src/figures/architectures/long-convolution/mixing.ts';
import { retentionMatrix } from '../../../../src/figures/architectures/retention/mixing.ts';
import { selectiveStateSpaceMatrix } from '../../../../src/figures/architectures/selective-state-space/mixing.ts';
import { softmaxAttentionMatrix } from '../../../../src/figures/architectures/softmax-attention/mixing.ts';
import { wkvMatrix } from '../../../../src/figures/architectures/wkv/mixing.ts';
import { Counter, get, type Run, type Tokens } from './reference/counter.ts';
import { runGatedLayer } from './reference/gated-linear-attention.ts';
import { runConvolution, transform } from './reference/long-convolution.ts';
import { runRetentionLayer } from './reference/retention.ts';
import { randomInputs } from './reference/runs.ts';
import { runStateSpace } from './reference/selective-state-space.ts';
import { runAttention, runTiledAttention } from './reference/softmax-attention.ts';
import { runWkvBothWays, runWkvLayer } from './reference/wkv.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Columns of some tokens: those of a head, or one channel. */
const columns = (tokens: Tokens, first: number, end: number): Matrix =>
  range(tokens.length / tokens.width).map((t) =>
    range(end - first).map((c) => tokens.get(t, first + c)),
  );
const column = (tokens: Tokens, c: number) => columns(tokens, c, c + 1).map(([x]) => x ?? NaN);

/** Holds each channel of the output to the architecture's token-mixing matrix, applied to the input. */
function assertMixes(
  { outputs }: Run,
  inputs: Tokens,
  matrixOf: (channel: number) => Matrix,
): void {
  for (const c of range(outputs.width)) {
    const input = column(inputs, c);
    matrixOf(c).forEach((row, t) => {
      const expected = row.reduce((sum, weight, s) => sum + weight * (input[s] ?? NaN), 0);
      const error = Math.abs(outputs.get(t, c) - expected);
      assert.ok(error <= 1e-9 * Math.max(1, Math.abs(expected)), `channel ${c}, token ${t}`);
    });
  }
}

function assertCosts({ flops, numbers }: Run, cost: Cost): void {
  assert.deepEqual({ flops, numbers }, cost);
}

/** Small layers of any shape. */
interface Trial {
  seed: number;
  length: number;
  heads: number;
  /** Channels of a head's keys, and of its values. */
  headWidth: number;
  valueWidth: number;
  state: number;
  chunk: number;
}

const trials = fc.record<Trial>({
  seed: fc.nat(1e6),
  length: fc.integer({ min: 1, max: 14 }),
  heads: fc.integer({ min: 1, max: 3 }),
  headWidth: fc.integer({ min: 1, max: 4 }),
  valueWidth: fc.integer({ min: 1, max: 5 }),
  state: fc.integer({ min: 1, max: 5 }),
  chunk: fc.integer({ min: 1, max: 16 }),
});

const sizesOf = ({ heads, headWidth, state, chunk }: Trial, scores: Sizes['scores']): Sizes => ({
  width: heads * headWidth,
  heads,
  state,
  chunk,
  scores,
  direction: 'causal',
});

const keyedOf = ({ heads, headWidth, valueWidth, chunk }: Trial) => ({
  heads,
  keys: heads * headWidth,
  values: heads * valueWidth,
  chunk,
});

interface Checked {
  run: Run;
  inputs: Tokens;
  matrixOf: (channel: number) => Matrix;
}

/** Runs many small layers: each must mix as its matrix does, at exactly the cost of the formula. */
function check(name: string, costOf: (trial: Trial) => Cost, run: (trial: Trial) => Checked): void {
  test(name, () => {
    fc.assert(
      fc.property(trials, (trial) => {
        const { run: counted, inputs, matrixOf } = run(trial);
        assertMixes(counted, inputs, matrixOf);
        assertCosts(counted, costOf(trial));
      }),
      { seed: 1, numRuns: 150 },
    );
  });
}

/** Queries, keys and values, and the columns of a channel's head. */
function project(trial: Trial) {
  const { seed, length, heads, headWidth, valueWidth } = trial;
  const random = randomInputs(seed, length);
  const width = heads * headWidth;
  const [queries, keys, values] = [
    random.tokens(width),
    random.tokens(width),
    random.tokens(width),
  ];
  const headOf = (tokens: Tokens, c: number) => {
    const first = c - (c % headWidth);
    return columns(tokens, first, first + headWidth);
  };
  // Of a width of their own, for the mixings with a matrix as state.
  const others = random.tokens(heads * valueWidth);
  const headAt = (tokens: Tokens, c: number) =>
    headOf(tokens, Math.floor(c / valueWidth) * headWidth);
  return { random, width, queries, keys, values, others, headOf, headAt };
}

describe('a counted run costs what the formula says, and mixes as the matrix does', () => {
  const attentionOf = (scores: Sizes['scores']) => (trial: Trial) =>
    softmaxAttentionCost(trial.length, sizesOf(trial, scores));

  check('softmax attention, scores whole', attentionOf('whole'), (trial) => {
    const { queries, keys, values, headOf } = project(trial);
    return {
      run: runAttention({ queries, keys, values, heads: trial.heads }),
      inputs: values,
      matrixOf: (c) =>
        softmaxAttentionMatrix({ queries: headOf(queries, c), keys: headOf(keys, c) }),
    };
  });

  check('softmax attention, tile by tile', attentionOf('tiles'), (trial) => {
    const { queries, keys, values, headOf } = project(trial);
    return {
      run: runTiledAttention({ queries, keys, values, heads: trial.heads, tile: trial.chunk }),
      inputs: values,
      matrixOf: (c) =>
        softmaxAttentionMatrix({ queries: headOf(queries, c), keys: headOf(keys, c) }),
    };
  });

  const stateSpaceOf = (trial: Trial) =>
    selectiveStateSpaceCost(trial.length, trial.heads * trial.headWidth, trial.state);

  check('selective state space', stateSpaceOf, (trial) => {
    const { random, width } = project(trial);
    const inputs = random.tokens(width);
    const stepSizes = random.shares(width, 0.01);
    const [inputMaps, outputMaps] = [random.tokens(trial.state), random.tokens(trial.state)];
    const transition = random.rates(width, trial.state);
    return {
      run: runStateSpace({ inputs, stepSizes, inputMaps, outputMaps, transition }),
      inputs,
      matrixOf: (c) =>
        selectiveStateSpaceMatrix({
          transition: range(trial.state).map((k) => transition.get(c, k)),
          inputMaps: columns(inputMaps, 0, trial.state),
          outputMaps: columns(outputMaps, 0, trial.state),
          stepSizes: column(stepSizes, c),
        }),
    };
  });

  for (const [direction, run] of [
    ['causal', runWkvLayer],
    ['both-ways', runWkvBothWays],
  ] as const) {
    const wkvOf = (trial: Trial) => wkvCost(trial.length, trial.heads * trial.headWidth, direction);
    check(`WKV, ${direction}`, wkvOf, (trial) => {
      const { random, width, keys, values } = project(trial);
      const decays = Float64Array.from({ length: width }, () => 2 * random.uniform());
      const bonuses = Float64Array.from({ length: width }, () => 2 * random.uniform());
      return {
        run: run({ keys, values, decays, bonuses }),
        inputs: values,
        matrixOf: (c) => {
          const channel = { decay: get(decays, c), bonus: get(bonuses, c) };
          return wkvMatrix({ keys: column(keys, c), ...channel }, direction);
        },
      };
    });
  }

  const retentionOf = (trial: Trial) => retentionCost(trial.length, keyedOf(trial));
  check('retention in chunks', retentionOf, (trial) => {
    const { random, queries, keys, others: values, headAt } = project(trial);
    const decays = range(trial.heads).map(() => 0.5 + random.uniform() / 2);
    return {
      run: runRetentionLayer({ queries, keys, values, decays, chunk: trial.chunk }),
      inputs: values,
      matrixOf: (c) =>
        retentionMatrix({
          queries: headAt(queries, c),
          keys: headAt(keys, c),
          decay: decays[Math.floor(c / trial.valueWidth)] ?? NaN,
        }),
    };
  });

  const gatedOf = (trial: Trial) => gatedLinearAttentionCost(trial.length, keyedOf(trial));
  check('gated linear attention in chunks', gatedOf, (trial) => {
    const { random, width, queries, keys, others: values, headAt } = project(trial);
    // Not near 0: the quotients of products of gates would lose their digits.
    const gates = random.shares(width, 0.5);
    const { heads, chunk } = trial;
    return {
      run: runGatedLayer({ queries, keys, values, gates, heads, chunk }),
      inputs: values,
      matrixOf: (c) =>
        gatedLinearAttentionMatrix({
          queries: headAt(queries, c),
          keys: headAt(keys, c),
          gates: headAt(gates, c),
          // One way they are not read.
          backwardGates: headAt(gates, c),
        }),
    };
  });

  for (const length of [1, 2, 4, 8, 16, 32]) {
    test(`long convolution, ${length} tokens`, () => {
      for (const width of [1, 2, 5]) {
        const random = randomInputs(length + width, length);
        const [queries, keys, values, filters] = [
          random.tokens(width),
          random.tokens(width),
          random.tokens(width),
          random.tokens(width),
        ];
        const run = runConvolution({ queries, keys, values, filters });
        assertMixes(run, values, (c) =>
          longConvolutionMatrix({
            queries: column(queries, c),
            keys: column(keys, c),
            filter: column(filters, c),
          }),
        );
        // Its transforms are of complex numbers, twice the nominal count for real ones, as are its spectra. Of the 30 per
        // token and channel, 20 are for 2n in place of n within the logarithm, and 12 for the product of the spectra.
        const { flops, numbers } = longConvolutionCost(length, width);
        assertCosts(run, {
          flops: 2 * flops + 30 * length * width,
          numbers: numbers + 4 * length * width,
        });
      }
    });
  }
});

test('both ways a recurrence runs twice, and holds no more', () => {
  const cost = { flops: 10, numbers: 3 };
  assert.deepEqual(runPasses(cost, 'causal'), cost);
  assert.deepEqual(runPasses(cost, 'both-ways'), { flops: 20, numbers: 3 });
});

test('the transform in the reference is the discrete Fourier transform, at 5m log₂ m operations', () => {
  for (const m of [2, 4, 8, 16]) {
    const { tokens } = randomInputs(m, m);
    const signal = tokens(2).numbers;
    const roots = Float64Array.from(range(m), (part) =>
      part % 2 === 0 ? Math.cos((Math.PI * part) / m) : -Math.sin((Math.PI * (part - 1)) / m),
    );
    const expected = range(m).flatMap((f) => {
      const angles = range(m).map((t) => (-2 * Math.PI * f * t) / m);
      const sum = (term: (re: number, im: number, angle: number) => number) =>
        angles.reduce(
          (total, angle, t) => total + term(get(signal, 2 * t), get(signal, 2 * t + 1), angle),
          0,
        );
      return [
        sum((re, im, angle) => re * Math.cos(angle) - im * Math.sin(angle)),
        sum((re, im, angle) => re * Math.sin(angle) + im * Math.cos(angle)),
      ];
    });
    const counter = new Counter();
    const actual = Float64Array.from(signal);
    transform(counter, actual, roots);
    expected.forEach((value, part) => {
      assert.ok(Math.abs(get(actual, part) - value) < 1e-12, `m = ${m}, part ${part}`);
    });
    assert.equal(counter.flops, 5 * m * Math.log2(m));
  }
});
