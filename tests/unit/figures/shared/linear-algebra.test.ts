import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import {
  addScaled,
  at,
  combine,
  diagonal,
  dot,
  linear,
  transpose,
} from '../../../../src/figures/shared/linear-algebra.ts';

/** Numbers that add and multiply without rounding. */
const matrix = (rows: number, columns: number) =>
  fc.array(
    fc.array(fc.integer({ min: -99, max: 99 }), { minLength: columns, maxLength: columns }),
    { minLength: rows, maxLength: rows },
  );
const size = fc.integer({ min: 1, max: 6 });

/** Removes the sign of zero. */
const plain = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((x) => x + 0));

test('products and transposes are those of another program', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(size, size, size)
        .chain(([n, m, l]) => fc.tuple(matrix(n, m), matrix(l, m), matrix(1, n))),
      ([A, B, [coefficients = []]]) => {
        const [ours, theirs] = [new Matrix(A), new Matrix(B)];
        assert.deepEqual(plain(linear(A, B)), plain(ours.mmul(theirs.transpose()).to2DArray()));
        assert.deepEqual(
          linear(A, B, 5),
          linear(A, B).map((row) => row.map((x) => x + 5)),
        );
        assert.deepEqual(transpose(A), ours.transpose().to2DArray());
        const sum = new Matrix([coefficients]).mmul(ours);
        assert.deepEqual(plain([combine(coefficients, A)]), plain(sum.to2DArray()));
      },
    ),
    { seed: 1 },
  );
});

test('a diagonal, and one vector more of another', () => {
  assert.deepEqual(
    diagonal(3, (i) => i + 1),
    [
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 3],
    ],
  );
  assert.deepEqual(addScaled([1, 2], -3, [4, 5]), [-11, -13]);
});

test('shapes that disagree are refused', () => {
  assert.throws(() => at([1], 1), RangeError);
  assert.throws(() => dot([1, 2], [1]), RangeError);
  assert.throws(() => linear([[1, 2]], [[1]]), RangeError);
  assert.throws(() => combine([1], [[1], [2]]), RangeError);
  assert.throws(() => addScaled([1, 2], 1, [1]), RangeError);
  assert.throws(() => transpose([[1, 2], [3]]), RangeError);
  assert.throws(() => transpose([]), RangeError);
});
