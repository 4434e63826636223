import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  initialValues,
  readValues,
  type Parameter,
  type Values,
} from '../../../../src/figures/shared/parameter.ts';
import { mixingMatrix } from '../../../../src/figures/mixing-matrix/core.ts';
import { randomRetention } from '../../../../src/figures/architectures/retention/mixing.ts';
import { randomSource } from '../../../../src/figures/architectures/source.ts';
import { mixByAll, mixTokens } from '../../../../src/figures/token-mixing/core.ts';
import { parameters } from '../../../../src/figures/token-mixing/parameters.ts';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';

/** A state that shows one architecture. */
type State = Values<typeof parameters> & { architecture: Mixing };

const initial = initialValues(parameters) as State;
const directions = ['causal', 'both-ways'] as const;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Any value of a parameter. */
function anyOf(parameter: Parameter): fc.Arbitrary<string> {
  if (parameter.kind === 'choice') return fc.constantFrom(...Object.keys(parameter.options));
  const { minimum, maximum, step } = parameter;
  return fc
    .integer({ min: 0, max: Math.round((maximum - minimum) / step) })
    .map((steps) => String(minimum + steps * step));
}

/** Any state of the figure, but with some of its values as given. */
function anyState(given: Partial<State> = {}): fc.Arbitrary<State> {
  return fc
    .record(Object.fromEntries(Object.entries(parameters).map(([key, one]) => [key, anyOf(one)])))
    .map((texts) => ({ ...readValues(parameters, (name) => texts[name]), ...given }) as State);
}

/** To 1e-10 of the outputs, or of one where they are smaller. */
function assertSame(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) => {
    const error = Math.abs(value - (expected[i] ?? NaN)) / Math.max(1, Math.abs(expected[i] ?? 0));
    assert.ok(error <= 1e-10, `output ${i + 1}: ${value} is not ${expected[i]}`);
  });
}

for (const architecture of mixings) {
  describe(architecture, () => {
    for (const direction of directions) {
      test(`${direction}: the matrix gives what the steps give, whatever the parameters`, () => {
        fc.assert(
          fc.property(anyState({ architecture, direction }), (state) => {
            const { matrix, inputs, products, outputs, difference } = mixTokens(state);
            assert.equal(matrix.length, state.length);
            assert.ok(matrix.flat().every(Number.isFinite));
            assertSame(
              products,
              matrix.map((row) => sum(row.map((weight, j) => weight * (inputs[j] ?? NaN)))),
            );
            assertSame(outputs, products);
            assert.ok(difference >= 0 && difference < 1e-8);
          }),
          { numRuns: 60, seed: 1 },
        );
      });
    }

    test('causal: exactly 0 above the diagonal, and what comes later changes nothing before it', () => {
      fc.assert(
        fc.property(anyState({ architecture, direction: 'causal', length: 20 }), (state) => {
          const whole = mixTokens(state);
          whole.matrix.forEach((row, i) =>
            row.slice(i + 1).forEach((weight) => assert.ok(Object.is(weight, 0))),
          );
          const start = mixTokens({ ...state, length: 9 });
          assert.deepEqual(
            start.matrix,
            whole.matrix.slice(0, 9).map((row) => row.slice(0, 9)),
          );
          assert.deepEqual(start.inputs, whole.inputs.slice(0, 9));
          assert.deepEqual(start.outputs, whole.outputs.slice(0, 9));
        }),
        { numRuns: 20, seed: 2 },
      );
    });

    test('both ways: something reaches every output from before it and from after it', () => {
      const { matrix } = mixTokens({ ...initial, architecture, direction: 'both-ways' });
      matrix.forEach((row, i) => {
        assert.ok(i === 0 || row.slice(0, i).some((weight) => weight !== 0));
        assert.ok(i === row.length - 1 || row.slice(i + 1).some((weight) => weight !== 0));
      });
    });

    test('with the initial parameters it is the plate, which reads both ways', () => {
      const { matrix, direction } = mixTokens({ ...initial, architecture });
      assert.deepEqual(matrix, mixingMatrix(architecture));
      assert.equal(direction, 'both-ways');
    });

    test('as published it is causal, but for attention', () => {
      const { direction } = mixTokens({ ...initial, architecture, direction: 'as-published' });
      assert.equal(direction, architecture === 'softmax-attention' ? 'both-ways' : 'causal');
    });

    test('its own parameters are shown with it alone, and change its matrix', () => {
      const own = Object.entries(parameters).filter(
        ([, parameter]) =>
          'only' in parameter &&
          (parameter.only.values as readonly string[]).includes(architecture),
      );
      assert.ok(own.length > 0);
      const before = mixTokens({ ...initial, architecture }).matrix;
      for (const [name, parameter] of own) {
        if (parameter.kind === 'choice') continue;
        for (const value of [parameter.minimum, parameter.maximum]) {
          const state = { ...initial, architecture, [name]: value };
          assert.notDeepEqual(mixTokens(state).matrix, before, name);
        }
      }
      for (const other of mixings.filter((one) => one !== architecture)) {
        const changed = Object.fromEntries(
          own.map(([name, { initial: value }]) => [name, Number(value) + 1]),
        );
        assert.deepEqual(
          mixTokens({ ...initial, ...changed, architecture: other }),
          mixTokens({ ...initial, architecture: other }),
        );
      }
    });
  });
}

for (const architecture of ['softmax-attention', 'wkv'] as const) {
  for (const direction of directions) {
    test(`${architecture}, ${direction}: weights are shares, and those of a row sum to one`, () => {
      fc.assert(
        fc.property(anyState({ architecture, direction }), (state) => {
          for (const row of mixTokens(state).matrix) {
            assert.ok(row.every((weight) => weight >= 0));
            assert.ok(Math.abs(sum(row) - 1) < 1e-12);
          }
        }),
        { numRuns: 40, seed: 3 },
      );
    });
  }
}

describe('what is held', () => {
  const sizes = {
    'selective-state-space': 4,
    wkv: 2,
    retention: 16,
    'gated-linear-attention': 8,
  } as const;
  for (const [architecture, size] of Object.entries(sizes)) {
    test(`${architecture}: a state of ${size} numbers, one from either end both ways`, () => {
      for (const [direction, passes] of [
        ['causal', 1],
        ['both-ways', 2],
      ] as const) {
        const state = {
          ...initial,
          architecture: architecture as State['architecture'],
          direction,
        };
        const { memory } = mixTokens(state);
        assert.ok(memory.kind === 'state');
        assert.equal(memory.size, passes * size);
      }
    });
  }

  test('the norm is that of the state: keys times inputs, each fainter by γ per step', () => {
    const state = {
      ...initial,
      architecture: 'retention',
      direction: 'causal',
      gamma: 0.75,
    } as const;
    const { memory, inputs } = mixTokens(state);
    const { keys } = randomRetention(randomSource(state.seed, state.length));
    const norms = inputs.map((_, t) => {
      const components = Array.from({ length: 16 }, (_, d) =>
        sum(inputs.slice(0, t + 1).map((x, s) => 0.75 ** (t - s) * x * (keys[s]?.[d] ?? NaN))),
      );
      return Math.hypot(...components);
    });
    assert.ok(memory.kind === 'state');
    assertSame(memory.norms, norms);
  });

  for (const architecture of ['softmax-attention', 'long-convolution'] as const) {
    test(`${architecture}: every token so far, or both ways the whole text`, () => {
      const held = (direction: 'causal' | 'both-ways') =>
        mixTokens({ ...initial, length: 4, architecture, direction }).memory;
      assert.deepEqual(held('causal'), { kind: 'cache', tokens: [1, 2, 3, 4] });
      assert.deepEqual(held('both-ways'), { kind: 'cache', tokens: [4, 4, 4, 4] });
    });
  }
});

test('all six are each what they are alone with their defaults, for the same text', () => {
  for (const direction of ['as-published', ...directions] as const) {
    const all = mixByAll({ direction, length: 9, seed: 3 });
    const alone = mixings.map((architecture) =>
      mixTokens({ ...initial, architecture, direction, length: 9, seed: 3 }),
    );
    assert.deepEqual(all, alone);
  }
});

describe('the parameters', () => {
  test('name a choice and its options where they are shown with them only', () => {
    for (const [name, parameter] of Object.entries(parameters)) {
      if (!('only' in parameter)) continue;
      const other = parameters[parameter.only.parameter];
      assert.equal(other.kind, 'choice');
      for (const value of parameter.only.values) assert.ok(value in other.options, name);
    }
  });

  test('have initial values that their controls can show', () => {
    for (const parameter of Object.values(parameters)) {
      if (parameter.kind === 'choice') assert.ok(parameter.initial in parameter.options);
    }
    const texts: Record<string, string | number> = initial;
    assert.deepEqual(
      readValues(parameters, (name) => String(texts[name])),
      initial,
    );
  });

  test('list the architectures that plates are computed for', () => {
    assert.deepEqual(Object.keys(parameters.architecture.options), [...mixings, 'all']);
  });
});
