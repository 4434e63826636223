import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Matrix, Vector } from '../../../src/figures/shared/linear-algebra.ts';
import { levels, mixingMatrix } from '../../../src/figures/mixing-matrix/core.ts';
import { drawPlate } from '../../../src/figures/mixing-matrix/plate.ts';
import { mixings, type Mixing } from '../../../src/lib/mixing.ts';
import {
  gatedLinearAttentionMatrix,
  randomGatedLinearAttention,
  runGatedLinearAttention,
} from '../../../src/figures/architectures/gated-linear-attention/mixing.ts';
import {
  implicitFilter,
  longConvolutionMatrix,
  randomLongConvolution,
  runLongConvolution,
  toeplitzMatrix,
} from '../../../src/figures/architectures/long-convolution/mixing.ts';
import {
  randomRetention,
  retentionMatrix,
  runRetention,
} from '../../../src/figures/architectures/retention/mixing.ts';
import {
  randomSelectiveStateSpace,
  runSelectiveStateSpace,
  selectiveStateSpaceMatrix,
  zeroOrderHold,
} from '../../../src/figures/architectures/selective-state-space/mixing.ts';
import {
  randomSoftmaxAttention,
  runSoftmaxAttention,
  softmaxAttentionMatrix,
} from '../../../src/figures/architectures/softmax-attention/mixing.ts';
import { randomSource } from '../../../src/figures/architectures/source.ts';
import { randomWkv, runWkv, wkvMatrix } from '../../../src/figures/architectures/wkv/mixing.ts';
import { seededRandom } from '../../../src/figures/shared/random.ts';

/** An entry that must be there. */
function at(matrix: Matrix, row: number, column: number): number {
  const value = matrix[row]?.[column];
  assert.ok(value !== undefined, `no entry (${row}, ${column})`);
  return value;
}

const number = (vector: Vector | undefined, index: number) => at([vector ?? []], 0, index);
const range = (length: number) => Array.from({ length }, (_, i) => i);
const sum = (values: Vector) => values.reduce((total, value) => total + value, 0);
const multiply = (matrix: Matrix, vector: Vector) =>
  matrix.map((row) => sum(row.map((value, j) => value * number(vector, j))));

function assertClose(actual: number, expected: number, tolerance = 1e-12): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

function assertVectorsClose(actual: Vector, expected: Vector): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) => assertClose(value, number(expected, i)));
}

function assertMatricesClose(actual: Matrix, expected: Matrix): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((row, i) => assertVectorsClose(row, expected[i] ?? []));
}

/** The circular convolution of two real vectors, by their discrete Fourier transforms as defined. */
function convolveByFourier(a: Vector, b: Vector): number[] {
  const size = a.length;
  const angle = (n: number) => (2 * Math.PI * (n % size)) / size;
  const transform = (values: Vector, k: number) => [
    sum(values.map((value, n) => value * Math.cos(angle(k * n)))),
    -sum(values.map((value, n) => value * Math.sin(angle(k * n)))),
  ];
  const products = range(size).map((k) => {
    const [re, im] = transform(a, k) as [number, number];
    const [real, imaginary] = transform(b, k) as [number, number];
    return [re * real - im * imaginary, re * imaginary + im * real] as const;
  });
  return range(size).map(
    (n) =>
      sum(
        products.map(([re, im], k) => re * Math.cos(angle(k * n)) - im * Math.sin(angle(k * n))),
      ) / size,
  );
}

/** Random inputs of random shape: unlike a plate's, with nothing chosen to look well. */
const trials = range(200).map((seed) => {
  const { uniform, normal } = seededRandom(seed);
  const length = 1 + Math.floor(20 * uniform());
  const width = 1 + Math.floor(6 * uniform());
  const vector = (entry: () => number) => range(length).map(entry);
  const matrix = (entry: () => number) => vector(() => 0).map(() => range(width).map(entry));
  return {
    length,
    values: vector(normal),
    attention: { queries: matrix(normal), keys: matrix(normal) },
    gates: matrix(uniform),
    backwardGates: matrix(uniform),
    decay: uniform(),
    stateSpace: {
      transition: range(width).map(() => -0.05 - 3 * uniform()),
      inputMaps: matrix(normal),
      outputMaps: matrix(normal),
      stepSizes: vector(() => 2 * uniform() ** 4),
    },
    wkv: { keys: vector(() => 3 * normal()), decay: 2 * uniform(), bonus: 2 * normal() },
    convolution: { queries: vector(normal), keys: vector(normal), filter: vector(normal) },
  };
});

const causal = mixings.filter((mixing) => mixing !== 'softmax-attention');
const normalised: Mixing[] = ['softmax-attention', 'wkv'];

describe('every architecture', () => {
  for (const mixing of mixings) {
    test(`${mixing}: 16×16 finite numbers, as often as wanted the same`, () => {
      const matrix = mixingMatrix(mixing);
      assert.equal(matrix.length, 16);
      assert.ok(matrix.every((row) => row.length === 16 && row.every(Number.isFinite)));
      assert.deepEqual(mixingMatrix(mixing), matrix);
      assert.deepEqual(
        mixingMatrix(mixing, { length: 16, seed: 8, direction: 'both-ways' }),
        matrix,
      );
    });

    test(`${mixing}: another seed gives another matrix`, () => {
      assert.notDeepEqual(mixingMatrix(mixing, { seed: 1 }), mixingMatrix(mixing, { seed: 2 }));
    });

    test(`${mixing}: any length of at least one`, () => {
      assert.equal(mixingMatrix(mixing, { length: 1 }).length, 1);
      assert.equal(mixingMatrix(mixing, { length: 40 }).length, 40);
      for (const length of [0, -1, 1.5, NaN]) {
        assert.throws(() => mixingMatrix(mixing, { length }), RangeError);
      }
      assert.throws(() => mixingMatrix(mixing, { seed: 0.5 }), RangeError);
    });
  }

  for (const mixing of causal) {
    test(`${mixing}: exactly 0 above the diagonal`, () => {
      for (const seed of range(20)) {
        mixingMatrix(mixing, { seed, direction: 'causal' }).forEach((row, i) =>
          row.slice(i + 1).forEach((value) => assert.equal(value, 0)),
        );
      }
    });

    test(`${mixing}: what comes after changes nothing of what came before`, () => {
      const direction = 'causal';
      const whole = mixingMatrix(mixing, { length: 16, direction });
      const beginning = whole.slice(0, 7).map((row) => row.slice(0, 7));
      assert.deepEqual(mixingMatrix(mixing, { length: 7, direction }), beginning);
    });
  }

  for (const mixing of normalised) {
    test(`${mixing}: rows sum to one, and no entry is negative`, () => {
      for (const seed of range(20)) {
        for (const row of mixingMatrix(mixing, { seed })) {
          assertClose(sum(row), 1);
          assert.ok(row.every((value) => value >= 0));
        }
      }
    });
  }
});

describe('softmax attention', () => {
  test('every token reaches every token', () => {
    assert.ok(
      mixingMatrix('softmax-attention')
        .flat()
        .every((value) => value > 0),
    );
  });

  test('the formula of Vaswani et al., Eq. 1', () => {
    for (const { attention, length } of trials) {
      const { queries, keys } = attention;
      const power = (i: number, j: number) => {
        const query = queries[i] ?? [];
        const score = sum(query.map((value, d) => value * at(keys, j, d)));
        return Math.exp(score / Math.sqrt(query.length));
      };
      const expected = range(length).map((i) =>
        range(length).map((j) => power(i, j) / sum(range(length).map((k) => power(i, k)))),
      );
      assertMatricesClose(softmaxAttentionMatrix(attention), expected);
    }
  });

  test('scores that exp cannot hold', () => {
    const matrix = softmaxAttentionMatrix({ queries: [[2000], [0]], keys: [[1], [-1]] });
    assert.deepEqual(matrix, [
      [1, 0],
      [0.5, 0.5],
    ]);
  });

  test('queries and keys of different width are refused', () => {
    assert.throws(() => softmaxAttentionMatrix({ queries: [[1, 2]], keys: [[1]] }), RangeError);
  });
});

describe('selective state space', () => {
  test('zero-order hold is exact: the flow for a constant input', () => {
    // h' = a h + b x over a time Δ, by many small Euler steps.
    const { decays, writes } = zeroOrderHold({
      transition: [-1.5],
      inputMaps: [[0.7]],
      outputMaps: [[1]],
      stepSizes: [0.8],
    });
    const steps = 1e6;
    let [free, forced] = [1, 0];
    for (let step = 0; step < steps; step += 1) {
      free += (0.8 / steps) * -1.5 * free;
      forced += (0.8 / steps) * (-1.5 * forced + 0.7);
    }
    assertClose(at(decays, 0, 0), free, 1e-5);
    assertClose(at(writes, 0, 0), forced, 1e-5);
  });

  test('the formula of Ali et al., Eq. 12', () => {
    for (const { stateSpace, length } of trials) {
      const { transition, inputMaps, outputMaps, stepSizes } = stateSpace;
      const matrix = selectiveStateSpaceMatrix(stateSpace);
      for (const i of range(length)) {
        for (const j of range(i + 1)) {
          const time = sum(stepSizes.slice(j + 1, i + 1));
          const terms = transition.map((a, n) => {
            const held = (Math.exp(a * number(stepSizes, j)) - 1) / a;
            return at(outputMaps, i, n) * Math.exp(a * time) * held * at(inputMaps, j, n);
          });
          assertClose(at(matrix, i, j), sum(terms));
        }
      }
    }
  });

  test('the matrix does what the recurrence does', () => {
    for (const { stateSpace, values } of trials) {
      assertVectorsClose(
        multiply(selectiveStateSpaceMatrix(stateSpace), values),
        runSelectiveStateSpace(stateSpace, values).outputs,
      );
    }
  });

  test('a token without time is passed over', () => {
    const layer = {
      transition: [-1, -2],
      inputMaps: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      outputMaps: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      stepSizes: [1, 0, 1],
    };
    const matrix = selectiveStateSpaceMatrix(layer);
    assert.equal(at(matrix, 1, 1), 0);
    assert.equal(at(matrix, 2, 1), 0);
    assert.equal(at(matrix, 1, 0), at(matrix, 0, 0));
  });

  test('a state that does not decay is refused', () => {
    const layer = { inputMaps: [[1]], outputMaps: [[1]], stepSizes: [1] };
    for (const rate of [0, 1, NaN]) {
      assert.throws(() => selectiveStateSpaceMatrix({ ...layer, transition: [rate] }), RangeError);
    }
  });
});

describe('WKV', () => {
  test('the formula of Peng et al., Eq. 16', () => {
    for (const { wkv, values, length } of trials) {
      const { keys, decay: w, bonus: u } = wkv;
      const k = (t: number) => number(keys, t - 1);
      const v = (t: number) => number(values, t - 1);
      // Tokens are counted from 1 here, as in the paper.
      const expected = range(length).map((index) => {
        const t = index + 1;
        let numerator = Math.exp(u + k(t)) * v(t);
        let denominator = Math.exp(u + k(t));
        for (let i = 1; i <= t - 1; i += 1) {
          numerator += Math.exp(-(t - 1 - i) * w + k(i)) * v(i);
          denominator += Math.exp(-(t - 1 - i) * w + k(i));
        }
        return numerator / denominator;
      });
      assertVectorsClose(multiply(wkvMatrix(wkv), values), expected);
    }
  });

  test('the matrix does what the recurrence does', () => {
    for (const { wkv, values } of trials) {
      assertVectorsClose(multiply(wkvMatrix(wkv), values), runWkv(wkv, values).outputs);
    }
  });

  test('keys that exp cannot hold', () => {
    const layer = { keys: [2000, -2000, 2000], decay: 1, bonus: 1 };
    const values = [1, 2, 3];
    assertVectorsClose(runWkv(layer, values).outputs, multiply(wkvMatrix(layer), values));
    assert.ok(wkvMatrix(layer).flat().every(Number.isFinite));
  });

  test('the token before has not decayed, and only the present one has the bonus', () => {
    const matrix = wkvMatrix({ keys: [0, 0, 0, 0], decay: Math.LN2, bonus: Math.log(3) });
    const total = 1 / 4 + 1 / 2 + 1 + 3;
    assertVectorsClose(
      matrix[3] ?? [],
      [1 / 4, 1 / 2, 1, 3].map((weight) => weight / total),
    );
  });
});

describe('long convolution', () => {
  const { filter } = randomLongConvolution(randomSource(8, 16));

  test('the filter is constant along diagonals, and causal', () => {
    const toeplitz = toeplitzMatrix(filter, 16);
    for (const i of range(15)) {
      for (const j of range(15)) {
        assert.equal(at(toeplitz, i + 1, j + 1), at(toeplitz, i, j));
      }
    }
    toeplitz.forEach((row, i) => {
      assert.equal(number(row, 0), number(filter, i));
      assert.ok(row.slice(i + 1).every((value) => value === 0));
    });
    assert.ok(new Set(filter).size === 16, 'the filter varies');
  });

  test('the gates come before and after the convolution', () => {
    for (const { convolution, values, length } of trials) {
      const { queries, keys, filter: h } = convolution;
      const gated = values.map((value, j) => number(keys, j) * value);
      const convolved = range(length).map((i) =>
        sum(range(i + 1).map((lag) => number(h, lag) * number(gated, i - lag))),
      );
      const expected = convolved.map((value, i) => number(queries, i) * value);
      const matrix = longConvolutionMatrix(convolution);
      assertVectorsClose(multiply(matrix, values), expected);
      matrix.forEach((row, i) => row.slice(i + 1).forEach((value) => assert.equal(value, 0)));
    }
  });

  test('token by token it gives what the matrix gives', () => {
    for (const { convolution, values } of trials) {
      assertVectorsClose(
        runLongConvolution(convolution, values),
        multiply(longConvolutionMatrix(convolution), values),
      );
    }
  });

  test('the convolution theorem: products of Fourier coefficients give the same, either way', () => {
    for (const { convolution, values, length } of trials.slice(0, 60)) {
      const { queries, keys, filter: h } = convolution;
      const gated = values.map((value, j) => number(keys, j) * value);
      for (const direction of ['causal', 'both-ways'] as const) {
        // On a circle of 2L places, lags before zero stand at its end.
        const around = range(2 * length).map((place) => {
          if (place < length) return number(h, place);
          return direction === 'both-ways' && place > length ? number(h, 2 * length - place) : 0;
        });
        const padded = [...gated, ...range(length).map(() => 0)];
        const convolved = convolveByFourier(around, padded);
        assertVectorsClose(
          runLongConvolution(convolution, values, direction),
          queries.map((query, t) => query * number(convolved, t)),
        );
      }
    }
  });

  test('the filter of Poli et al., Eq. 7, by hand', () => {
    const network = { horizon: 8, hidden: [[0.5, 1, 2]], output: [3], decay: 0.1, floor: 0.25 };
    const phase = (2 * Math.PI * 2) / 8;
    const unit = Math.sin(0.5 * (2 / 8) + Math.cos(phase) + 2 * Math.sin(phase));
    const values = implicitFilter(network, 3);
    assertClose(number(values, 2), (Math.exp(-0.2) + 0.25) * 3 * unit);
    assertClose(number(values, 0), 1.25 * 3 * Math.sin(1));
  });

  test('a filter that is shorter than the text is refused', () => {
    assert.throws(() => toeplitzMatrix([1, 2], 3), RangeError);
  });
});

describe('retention', () => {
  const ones = range(16).map(() => [1]);

  test('with constant content, each step back is worth γ, exactly', () => {
    // 7/8 has powers that a double holds exactly, up to the 16 tokens here.
    const matrix = retentionMatrix({ queries: ones, keys: ones, decay: 7 / 8 });
    matrix.forEach((row, i) => {
      assert.equal(number(row, i), 1);
      range(i).forEach((j) => assert.equal(number(row, j) / number(row, j + 1), 7 / 8));
    });
  });

  test('the mask multiplies the content', () => {
    for (const { attention, decay, length } of trials) {
      const matrix = retentionMatrix({ ...attention, decay });
      for (const i of range(length)) {
        for (const j of range(i + 1)) {
          const terms = attention.queries[i]?.map((q, d) => q * at(attention.keys, j, d)) ?? [];
          assertClose(at(matrix, i, j), sum(terms) * Math.pow(decay, i - j));
        }
      }
    }
  });

  test('the matrix does what the recurrence does', () => {
    for (const { attention, decay, values } of trials) {
      const head = { ...attention, decay };
      assertVectorsClose(
        multiply(retentionMatrix(head), values),
        runRetention(head, values).outputs,
      );
    }
  });
});

/** Gated linear attention with one gate. */
const constantHead = (
  attention: { queries: Matrix; keys: Matrix },
  gates: Matrix,
  gate: number,
) => {
  const all = gates.map((row) => row.map(() => gate));
  return { ...attention, gates: all, backwardGates: all };
};

describe('gated linear attention', () => {
  test('with one constant gate it is retention', () => {
    for (const { attention, decay, gates, values } of trials) {
      const constant = constantHead(attention, gates, decay);
      const retention = { ...attention, decay };
      assertMatricesClose(gatedLinearAttentionMatrix(constant), retentionMatrix(retention));
      assertVectorsClose(
        runGatedLinearAttention(constant, values).outputs,
        runRetention(retention, values).outputs,
      );
    }
  });

  test('the formula of Yang et al.: the gates after j, up to and with i', () => {
    for (const { attention, gates, backwardGates, length } of trials) {
      const matrix = gatedLinearAttentionMatrix({ ...attention, gates, backwardGates });
      for (const i of range(length)) {
        for (const j of range(i + 1)) {
          const terms = (attention.queries[i] ?? []).map((q, d) => {
            let product = q * at(attention.keys, j, d);
            for (let s = j + 1; s <= i; s += 1) product *= at(gates, s, d);
            return product;
          });
          assertClose(at(matrix, i, j), sum(terms));
        }
      }
    }
  });

  test('the matrix does what the recurrence does', () => {
    for (const { attention, gates, backwardGates, values } of trials) {
      const head = { ...attention, gates, backwardGates };
      assertVectorsClose(
        multiply(gatedLinearAttentionMatrix(head), values),
        runGatedLinearAttention(head, values).outputs,
      );
    }
  });

  test('a gate that closes cuts off what came before it', () => {
    const matrix = gatedLinearAttentionMatrix({
      queries: [[1], [1], [1]],
      keys: [[1], [1], [1]],
      gates: [[1], [0], [1]],
      backwardGates: [[1], [1], [1]],
    });
    assert.deepEqual(matrix, [
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
    ]);
  });
});

describe('levels', () => {
  test('from 0 for nothing to count − 1 for the largest, whatever its sign', () => {
    assert.deepEqual(
      levels(
        [
          [0, -4],
          [1, 2],
        ],
        5,
      ),
      [
        [0, 4],
        [2, 3],
      ],
    );
    assert.deepEqual(
      levels(
        [
          [0, 1e-16],
          [1, -1],
        ],
        8,
      ),
      [
        [0, 0],
        [7, 7],
      ],
    );
  });

  test('only half a per cent of the maximum or less counts as nothing', () => {
    assert.deepEqual(levels([[1, 0.0052, 0.005]], 8), [[7, 1, 0]]);
  });

  // Decay and a bias of the gates keep every weight of the others above half a per cent.
  const empty: Mixing[] = ['softmax-attention', 'selective-state-space', 'gated-linear-attention'];

  test('a larger magnitude never has a lower level, and scale does not matter', () => {
    for (const mixing of mixings) {
      const matrix = mixingMatrix(mixing);
      const scaled = matrix.map((row) => row.map((value) => -value * 2 ** 9));
      assert.deepEqual(levels(scaled, 8), levels(matrix, 8));

      const order = matrix
        .flat()
        .map((value, n) => ({ size: Math.abs(value), level: number(levels(matrix, 8).flat(), n) }))
        .toSorted((a, b) => a.size - b.size)
        .map(({ level }) => level);
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      assert.equal(order[0] === 0, empty.includes(mixing));
      assert.equal(order.at(-1), 7);
    }
  });

  test('a matrix of zeros has no tone', () => {
    assert.deepEqual(
      levels(
        [
          [0, 0],
          [0, -0],
        ],
        8,
      ),
      [
        [0, 0],
        [0, 0],
      ],
    );
  });

  test('a count that makes no scale, and entries that are no numbers, are refused', () => {
    for (const count of [1, 0, 2.5, NaN]) assert.throws(() => levels([[1]], count), RangeError);
    for (const entry of [NaN, Infinity]) assert.throws(() => levels([[1, entry]], 8), RangeError);
  });
});

test('the paths of a plate fill the cells of their level, and no other', () => {
  for (const mixing of mixings) {
    const matrix = levels(mixingMatrix(mixing), 8);
    const filled = matrix.map((row) => row.map(() => 0));
    for (const { strength, path } of drawPlate(matrix, 8)) {
      let [x, y] = [0, 0];
      for (const [, right, down, width] of path.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
        [x, y] = [x + Number(right), y + Number(down)];
        for (const end = x + Number(width); x < end; x += 1) {
          const row = filled[y] ?? [];
          assert.equal(row[x], 0, `${mixing}: (${y}, ${x}) is filled twice`);
          row[x] = Math.round(7 * strength);
        }
      }
    }
    assert.deepEqual(filled, matrix);
  }
});

describe('the plates at the default seed', () => {
  test('do not change unnoticed: the tones of their last rows', () => {
    const lastRows = mixings.map((mixing) => levels(mixingMatrix(mixing), 8).at(-1)?.join(''));
    assert.deepEqual(lastRows, [
      '3122122213212223',
      '0010000100031121',
      '1211112125225223',
      '2232414222134446',
      '2333334445555667',
      '0001111112223347',
    ]);
  });

  const share = (mixing: Mixing) => {
    const tones = levels(mixingMatrix(mixing), 8).flat();
    return tones.filter((level) => level > 0).length / tones.length;
  };

  test('attention is full, selection sparse, decay reaches everything', () => {
    assert.ok(share('softmax-attention') > 0.95);
    assert.ok(share('selective-state-space') < 0.4);
    assert.equal(share('retention'), 1);
  });

  test('do not change unnoticed: all their tones', () => {
    const hashes = mixings.map((mixing) =>
      createHash('sha256')
        .update(JSON.stringify(levels(mixingMatrix(mixing), 8)))
        .digest('hex')
        .slice(0, 16),
    );
    assert.deepEqual(hashes, [
      '603fd82589725420',
      'f3ff062bb6497e68',
      '41ff9fd8254e305b',
      'f4f0e554401ead88',
      '5179992706272e3f',
      '0b8441f1a1e3e68d',
    ]);
  });
});

describe('both ways', () => {
  /** The matrix and the run of each architecture in `trial`, read from its end if `isReversed`. */
  const layers = (trial: (typeof trials)[number], isReversed = false) => {
    const turn = <T>(items: readonly T[]) => (isReversed ? items.toReversed() : items);
    const attention = {
      queries: turn(trial.attention.queries),
      keys: turn(trial.attention.keys),
    };
    const retention = { ...attention, decay: trial.decay };
    const [gates, others] = [turn(trial.gates), turn(trial.backwardGates)];
    const gated = isReversed
      ? { ...attention, gates: others, backwardGates: gates }
      : { ...attention, gates, backwardGates: others };
    const stateSpace = {
      transition: trial.stateSpace.transition,
      inputMaps: turn(trial.stateSpace.inputMaps),
      outputMaps: turn(trial.stateSpace.outputMaps),
      stepSizes: turn(trial.stateSpace.stepSizes),
    };
    const wkv = { ...trial.wkv, keys: turn(trial.wkv.keys) };
    const convolution = {
      queries: turn(trial.convolution.queries),
      keys: turn(trial.convolution.keys),
      filter: trial.convolution.filter,
    };
    const x = turn(trial.values);
    return {
      x,
      attention: [
        softmaxAttentionMatrix(attention, 'both-ways'),
        runSoftmaxAttention(attention, x, 'both-ways'),
      ],
      retention: [
        retentionMatrix(retention, 'both-ways'),
        runRetention(retention, x, 'both-ways').outputs,
      ],
      gated: [
        gatedLinearAttentionMatrix(gated, 'both-ways'),
        runGatedLinearAttention(gated, x, 'both-ways').outputs,
      ],
      stateSpace: [
        selectiveStateSpaceMatrix(stateSpace, 'both-ways'),
        runSelectiveStateSpace(stateSpace, x, 'both-ways').outputs,
      ],
      wkv: [wkvMatrix(wkv, 'both-ways'), runWkv(wkv, x, 'both-ways').outputs],
      convolution: [
        longConvolutionMatrix(convolution, 'both-ways'),
        runLongConvolution(convolution, x, 'both-ways'),
      ],
    } satisfies { x: Vector } & Record<string, Vector | [Matrix, Vector]>;
  };
  const names = ['attention', 'retention', 'gated', 'stateSpace', 'wkv', 'convolution'] as const;

  for (const name of names) {
    test(`${name}: the matrix does what two passes do`, () => {
      for (const trial of trials) {
        const { x, [name]: layer } = layers(trial);
        assertVectorsClose(multiply(layer[0], x), layer[1]);
      }
    });

    test(`${name}: a text that is read from its end gives the matrix turned by half a turn`, () => {
      for (const trial of trials) {
        const [matrix] = layers(trial)[name];
        const [reversed] = layers(trial, true)[name];
        assertMatricesClose(
          reversed,
          matrix.toReversed().map((row) => row.toReversed()),
        );
      }
    });
  }

  test('linear in the past: on and below the diagonal they are as they were', () => {
    for (const { attention, decay, stateSpace, convolution } of trials) {
      const retention = { ...attention, decay };
      const pairs = [
        [retentionMatrix(retention), retentionMatrix(retention, 'both-ways')],
        [selectiveStateSpaceMatrix(stateSpace), selectiveStateSpaceMatrix(stateSpace, 'both-ways')],
        [longConvolutionMatrix(convolution), longConvolutionMatrix(convolution, 'both-ways')],
      ] as const;
      for (const [before, both] of pairs) {
        assert.deepEqual(
          both.map((row, i) => row.slice(0, i + 1)),
          before.map((row, i) => row.slice(0, i + 1)),
        );
      }
    }
  });

  test('reads that are writes give a symmetric matrix', () => {
    for (const { attention, decay, gates, convolution } of trials) {
      const same = { queries: attention.keys, keys: attention.keys };
      const retention = retentionMatrix({ ...same, decay }, 'both-ways');
      // With equal gates at all tokens; else the way there closes other gates than the way back.
      const constant = gates.map(() => gates[0] ?? []);
      const head = { ...same, gates: constant, backwardGates: constant };
      const gated = gatedLinearAttentionMatrix(head, 'both-ways');
      const gate = { queries: convolution.keys, keys: convolution.keys };
      const filtered = longConvolutionMatrix({ ...convolution, ...gate }, 'both-ways');
      for (const matrix of [retention, gated, filtered]) {
        assertMatricesClose(
          matrix,
          matrix.map((row, i) => row.map((_, j) => at(matrix, j, i))),
        );
      }
    }
  });

  test('retention: γ to the power of the distance', () => {
    const ones = range(12).map(() => [1]);
    const matrix = retentionMatrix({ queries: ones, keys: ones, decay: 7 / 8 }, 'both-ways');
    matrix.forEach((row, i) =>
      row.forEach((value, j) => assert.equal(value, (7 / 8) ** Math.abs(i - j))),
    );
  });

  test('Bi-WKV of Duan et al.: one denominator for past, present and future', () => {
    for (const { wkv, length } of trials) {
      const { keys, decay: w, bonus: u } = wkv;
      const expected = range(length).map((t) => {
        const powers = range(length).map((i) =>
          Math.exp(number(keys, i) + (i === t ? u : -(Math.abs(t - i) - 1) * w)),
        );
        return powers.map((power) => power / sum(powers));
      });
      assertMatricesClose(wkvMatrix(wkv, 'both-ways'), expected);
    }
  });

  test('BiGLA of Liao et al.: the mean of two passes, each with gates of its own', () => {
    for (const { attention, gates, backwardGates, length } of trials) {
      const head = { ...attention, gates, backwardGates };
      const matrix = gatedLinearAttentionMatrix(head, 'both-ways');
      for (const i of range(length)) {
        for (const j of range(length)) {
          const terms = (attention.queries[i] ?? []).map((q, d) => {
            let product = q * at(attention.keys, j, d);
            for (let s = j + 1; s <= i; s += 1) product *= at(gates, s, d);
            for (let s = j - 1; s >= i; s -= 1) product *= at(backwardGates, s, d);
            return i === j ? product : product / 2;
          });
          assertClose(at(matrix, i, j), sum(terms));
        }
      }
    }
  });

  test('a gate that closes cuts off what lies behind it, in its own pass', () => {
    const head = {
      queries: [[1], [1], [1]],
      keys: [[1], [1], [1]],
      gates: [[1], [0], [1]],
      backwardGates: [[0], [1], [1]],
    };
    assert.deepEqual(gatedLinearAttentionMatrix(head, 'both-ways'), [
      [1, 0, 0],
      [0, 1, 0.5],
      [0, 0.5, 1],
    ]);
  });
});

describe('attention with a causal mask', () => {
  test('each row is the softmax of what it may read, and sums to one', () => {
    for (const { attention } of trials) {
      softmaxAttentionMatrix(attention, 'causal').forEach((row, i) => {
        const text = {
          queries: attention.queries.slice(0, i + 1),
          keys: attention.keys.slice(0, i + 1),
        };
        assertVectorsClose(row.slice(0, i + 1), softmaxAttentionMatrix(text).at(-1) ?? []);
        assertClose(sum(row), 1);
        assert.ok(row.slice(i + 1).every((value) => Object.is(value, 0)));
      });
    }
  });

  test('the running softmax gives what the matrix gives, with scores that exp cannot hold too', () => {
    for (const { attention, values } of trials) {
      assertVectorsClose(
        multiply(softmaxAttentionMatrix(attention, 'causal'), values),
        runSoftmaxAttention(attention, values, 'causal'),
      );
    }
    const large = { queries: [[2000], [0]], keys: [[1], [-1]] };
    assertVectorsClose(runSoftmaxAttention(large, [3, 5]), [3, 4]);
  });
});

describe('weights that are chosen', () => {
  const source = () => randomSource(8, 12);

  test('the defaults are those of the plates', () => {
    assert.deepEqual(
      randomSoftmaxAttention(source(), { gain: 1.2 }),
      randomSoftmaxAttention(source()),
    );
    assert.deepEqual(
      randomSelectiveStateSpace(source(), { stateSize: 4, stepBias: -2 }),
      randomSelectiveStateSpace(source()),
    );
    assert.deepEqual(randomWkv(source(), { decay: 0.15, bonus: 0.5 }), randomWkv(source()));
    assert.deepEqual(
      randomLongConvolution(source(), { decay: 0.12 }),
      randomLongConvolution(source()),
    );
    assert.deepEqual(randomRetention(source(), { decay: 0.875 }), randomRetention(source()));
    assert.deepEqual(
      randomGatedLinearAttention(source(), { temperature: 4 }),
      randomGatedLinearAttention(source()),
    );
  });

  test('without gain, attention is uniform', () => {
    const matrix = softmaxAttentionMatrix(randomSoftmaxAttention(source(), { gain: 0 }));
    matrix.flat().forEach((weight) => assertClose(weight, 1 / 12));
  });

  test('a larger state begins with the smaller one, over the same steps', () => {
    const large = randomSelectiveStateSpace(source(), { stateSize: 9 });
    for (const stateSize of [1, 3, 4, 5, 8]) {
      const small = randomSelectiveStateSpace(source(), { stateSize });
      assert.deepEqual(small.stepSizes, large.stepSizes);
      assert.deepEqual(small.transition, large.transition.slice(0, stateSize));
      for (const maps of ['inputMaps', 'outputMaps'] as const) {
        assert.deepEqual(
          small[maps],
          large[maps].map((row) => row.slice(0, stateSize)),
        );
      }
    }
  });

  test('a higher temperature opens the gates, by the root of the published ones', () => {
    const { gates } = randomGatedLinearAttention(source(), { temperature: 1 });
    const { gates: opened } = randomGatedLinearAttention(source(), { temperature: 3 });
    assertMatricesClose(
      opened.map((row) => row.map((gate) => gate ** 3)),
      gates,
    );
  });

  test('the filter fades by its decay', () => {
    const [slow, fast] = [0, 0.5].map((decay) => randomLongConvolution(source(), { decay }).filter);
    range(12).forEach((t) =>
      assertClose(
        number(fast, t) / number(slow, t),
        (Math.exp(-0.5 * t) + 0.01) / (1 + 0.01),
        1e-10,
      ),
    );
  });

  test('without decay or bonus, WKV is a running softmax of its keys', () => {
    const { keys } = randomWkv(source(), { decay: 0, bonus: 0 });
    const matrix = wkvMatrix({ keys, decay: 0, bonus: 0 });
    const total = sum(keys.map(Math.exp));
    assertVectorsClose(
      matrix.at(-1) ?? [],
      keys.map((key) => Math.exp(key) / total),
    );
  });
});
