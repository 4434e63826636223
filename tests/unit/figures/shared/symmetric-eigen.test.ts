import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import {
  decomposeSymmetric,
  type SymmetricEigen,
} from '../../../../src/figures/shared/symmetric-eigen.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

const decompose = (A: Matrix): SymmetricEigen => decomposeSymmetric(A.to2DArray());

/** V, one eigenvector per column. */
const toColumns = ({ vectors }: SymmetricEigen) =>
  new Matrix(vectors.map((vector) => [...vector])).transpose();

/** The largest difference of two elements. */
const distance = (A: Matrix, B: Matrix) => Matrix.sub(A, B).abs().max();

/** Q Λ Qᵀ with a random orthogonal Q, made exactly symmetric. */
function withSpectrum(eigenvalues: readonly number[], seed: number): Matrix {
  const { normal } = seededRandom(seed);
  const n = eigenvalues.length;
  const normals = new Matrix(Array.from({ length: n }, () => Array.from({ length: n }, normal)));
  const Q = new QrDecomposition(normals).orthogonalMatrix;
  const A = Q.mmul(Matrix.diag([...eigenvalues])).mmul(Q.transpose());
  return Matrix.add(A, A.transpose()).div(2);
}

/**
 * Spectra of 1 to 20 values over twelve orders of magnitude, including repeated values and zeros.
 */
const eigenvalue = fc.oneof(
  fc.constantFrom(0, 1, 1, -2),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.integer({ min: -12, max: 0 }).map((exponent) => 10 ** exponent),
);
const matrices = fc.oneof(
  fc
    .tuple(fc.array(eigenvalue, { minLength: 1, maxLength: 20 }), fc.nat(1000))
    .map(([eigenvalues, seed]) => withSpectrum(eigenvalues, seed)),
  // Integer matrices: zeros on and off the diagonal, equal rows, blocks.
  fc
    .integer({ min: 1, max: 8 })
    .chain((n) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    )
    .map((rows) => {
      const upper = new Matrix(rows);
      return Matrix.add(upper, upper.transpose());
    }),
);

/** ‖A‖ in the Frobenius norm, or 1 for a zero matrix: the unit of errors. */
const sizeOf = (A: Matrix) => A.norm('frobenius') || 1;

const check = (property: (A: Matrix) => void) =>
  fc.assert(fc.property(matrices, property), { seed: 1, numRuns: 300 });

describe('a symmetric matrix is decomposed', () => {
  test('A V = V Λ, with eigenvalues in ascending order', () => {
    check((A) => {
      const eigen = decompose(A);
      const V = toColumns(eigen);
      const scaled = V.mmul(Matrix.diag([...eigen.values]));
      assert.ok(distance(A.mmul(V), scaled) <= 1e-14 * A.rows * sizeOf(A));
      assert.deepEqual(
        eigen.values,
        eigen.values.toSorted((a, b) => a - b),
      );
    });
  });

  test('VᵀV = I', () => {
    check((A) => {
      const V = toColumns(decompose(A));
      assert.ok(distance(V.transpose().mmul(V), Matrix.eye(A.rows)) <= 1e-14 * A.rows);
    });
  });

  test('as another program does it: eigenvalues, and the spaces of their eigenvectors', () => {
    let spaces = 0;
    check((A) => {
      const ours = decompose(A);
      const theirs = new EigenvalueDecomposition(A, { assumeSymmetric: true });
      const size = sizeOf(A);
      ours.values.forEach((value, i) => {
        const error = Math.abs(value - (theirs.realEigenvalues[i] ?? NaN));
        assert.ok(error <= 1e-9 * size, `eigenvalue ${i} is ${error} off`);
      });
      // Close eigenvalues share a space and have no unique vectors.
      const { values } = ours;
      const starts = [...values.keys()].filter(
        (i) => (values[i] ?? NaN) - (values[i - 1] ?? -Infinity) > 1e-5 * size,
      );
      starts.forEach((start, k) => {
        const end = (starts[k + 1] ?? values.length) - 1;
        const [P, Q] = [toColumns(ours), theirs.eigenvectorMatrix].map((V) => {
          const part = V.subMatrix(0, A.rows - 1, start, end);
          return part.mmul(part.transpose());
        });
        assert.ok(P !== undefined && Q !== undefined && distance(P, Q) <= 1e-9);
        spaces += 1;
      });
    });
    assert.ok(spaces > 1000, `only ${spaces} are compared`);
  });

  test('the spectrum that it was made of comes back, however ill-conditioned', () => {
    for (const spectrum of [
      [1e-12, 1e-9, 1e-6, 1e-3, 1],
      [0, 0, 0, 1, 1, 1e6],
      Array.from({ length: 20 }, (_, i) => 2 ** (2 * i - 38)),
    ]) {
      const { values } = decompose(withSpectrum(spectrum, 3));
      values.forEach((value, i) => {
        assert.ok(Math.abs(value - (spectrum[i] ?? NaN)) <= 1e-14 * Math.max(...spectrum));
      });
    }
  });

  test('by hand: 2×2, in whatever unit, and what is diagonal already', () => {
    for (const unit of [1, 1e-150, 1e150, 1e-305, 5e307]) {
      const { values, vectors } = decomposeSymmetric([
        [2 * unit, unit],
        [unit, 2 * unit],
      ]);
      [1, 3].forEach((value, i) =>
        assert.ok(Math.abs((values[i] ?? NaN) / unit - value) <= 1e-15 * 4),
      );
      for (const element of vectors.flat()) {
        assert.ok(Math.abs(Math.abs(element) - Math.SQRT1_2) <= 1e-15);
      }
    }
    assert.deepEqual(
      decomposeSymmetric([
        [3, 0],
        [0, -1],
      ]),
      {
        values: [-1, 3],
        vectors: [
          [0, 1],
          [1, 0],
        ],
      },
    );
    assert.deepEqual(decomposeSymmetric([]), { values: [], vectors: [] });
    assert.deepEqual(decomposeSymmetric([[0]]).values, [0]);
  });
});

test('the largest and the least of numbers are decomposed as any, and what exceeds them is refused', () => {
  const scaled = (unit: number) =>
    decomposeSymmetric([
      [unit, unit],
      [unit, -unit],
    ]);
  const plain = scaled(1);
  for (const unit of [2 ** 1022, 1e308, 2 ** -1020, 2 ** 1000, 2 ** -1060]) {
    const { values, vectors } = scaled(unit);
    assert.deepEqual(vectors, plain.vectors);
    values.forEach((value, i) => {
      const error = Math.abs(value / unit - (plain.values[i] ?? NaN));
      assert.ok(error <= Math.max(4e-16, 2 ** -1074 / unit), `${unit}: ${error}`);
    });
  }
  const most = Number.MAX_VALUE;
  assert.deepEqual(decomposeSymmetric([[-most]]).values, [-most]);
  assert.deepEqual(decomposeSymmetric([[2 ** -1074]]).values, [2 ** -1074]);
  const beyond = [
    [most, most],
    [most, most],
  ];
  assert.throws(() => decomposeSymmetric(beyond), RangeError);
});

test('what is not symmetric, square and finite is refused, and left as it is', () => {
  const refused: number[][][] = [
    [[1, 2]],
    [[1], [2]],
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, NaN],
      [NaN, 1],
    ],
    [[Infinity]],
  ];
  for (const matrix of refused) assert.throws(() => decomposeSymmetric(matrix), RangeError);
  const kept = [
    [1, 2],
    [2, 1],
  ];
  decomposeSymmetric(kept);
  assert.deepEqual(kept, [
    [1, 2],
    [2, 1],
  ]);
});
