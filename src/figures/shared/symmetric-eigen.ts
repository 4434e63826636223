/** The eigenvalues and eigenvectors of a real symmetric n×n matrix A: A v_i = λ_i v_i. */
export interface SymmetricEigen {
  /** λ_1 ≤ … ≤ λ_n, in the unit of A. */
  readonly values: readonly number[];
  /** v_1, …, v_n in the same order, n numbers each, orthonormal. Their signs are arbitrary. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Computes eigenvalues and eigenvectors of a real symmetric matrix by Jacobi's method: rotations
 * of two coordinates p < q, each of which makes a_pq zero, row by row until none is left (Golub
 * and Van Loan 2013, “Matrix Computations”, 4th edition, §8.5: cyclic by row, with the angle of
 * §8.5.2).
 *
 * An element of at most 2⁻⁵³/n times the largest of A counts as zero. The remaining off-diagonal
 * part is at most 2⁻⁵³ ‖A‖ in all, and changes each eigenvalue by no more, like rounding. Beside
 * comparisons there are only +, −, ×, ÷ and √, which every engine rounds alike.
 *
 * @param matrix A by rows, n×n
 * @throws RangeError if A is not square and symmetric, or not finite, or an eigenvalue overflows
 */
export function decomposeSymmetric(matrix: readonly ArrayLike<number>[]): SymmetricEigen {
  const n = matrix.length;
  const items = flatten(matrix);
  const size = items.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Between 1 and 2, neither sums nor negligible elements overflow or underflow. Scaling by a
  // power of two is exact, so differences between engines in the logarithm do not matter.
  const unit = size === 0 ? 1 : 2 ** Math.min(Math.floor(Math.log2(size)), 1023);
  const A = items.map((value) => value / unit);
  // One eigenvector per row: contiguous for the rotations, as the rows of A are.
  const V = A.map((_, place) => (place % (n + 1) === 0 ? 1 : 0));
  const negligible = ((size / unit) * 2 ** -53) / n;

  for (let isDiagonal = false; !isDiagonal;) {
    isDiagonal = true;
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const pq = p * n + q;
        const apq = A[pq] ?? NaN;
        if (!(Math.abs(apq) > negligible)) continue;
        isDiagonal = false;
        const [pp, qq] = [p * n + p, q * n + q];
        const tau = ((A[qq] ?? NaN) - (A[pp] ?? NaN)) / (2 * apq);
        const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        const sine = tangent * cosine;

        A[pp] = (A[pp] ?? NaN) - tangent * apq;
        A[qq] = (A[qq] ?? NaN) + tangent * apq;
        A[pq] = 0;
        // Only the upper triangle: the columns down to row p, row p and column q between them,
        // both rows.
        rotate(A, p, p, n, q, n, cosine, sine);
        rotate(A, q - p - 1, pp + 1, 1, pq + n, n, cosine, sine);
        rotate(A, n - q - 1, pq + 1, 1, qq + 1, 1, cosine, sine);
        rotate(V, n, p * n, 1, q * n, 1, cosine, sine);
      }
    }
  }
  const values = matrix.map((_, i) => (A[i * n + i] ?? NaN) * unit);
  if (!values.every(Number.isFinite)) throw new RangeError('An eigenvalue exceeds all numbers.');
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? NaN) - (values[j] ?? NaN));
  return {
    values: order.map((i) => values[i] ?? NaN),
    vectors: order.map((i) => order.map((_, k) => V[i * n + k] ?? NaN)),
  };
}

/** Concatenates the rows. @throws RangeError if the matrix is not finite and symmetric */
function flatten(matrix: readonly ArrayLike<number>[]): Float64Array {
  const n = matrix.length;
  const items = new Float64Array(n * n);
  matrix.forEach((row, i) => {
    if (row.length !== n) throw new RangeError(`Row ${i} of ${n} has ${row.length} elements.`);
    for (let j = 0; j < n; j += 1) {
      const [value = NaN, mirrored] = [row[j], matrix[j]?.[i]];
      if (!Number.isFinite(value) || value !== mirrored) {
        throw new RangeError(`Elements ${i}, ${j} and ${j}, ${i} are ${value} and ${mirrored}.`);
      }
      items[i * n + j] = value;
    }
  });
  return items;
}

/**
 * Rotates two vectors within an array, (x, y) ← (c x − s y, s x + c y). Each has `length` elements
 * from a start index, a step apart.
 */
function rotate(
  items: Float64Array,
  length: number,
  x: number,
  xStep: number,
  y: number,
  yStep: number,
  cosine: number,
  sine: number,
): void {
  for (let k = 0; k < length; k += 1) {
    // Neither `?? NaN` nor a pair: in this innermost loop they would double the time.
    const a = Number(items[x]);
    const b = Number(items[y]);
    items[x] = cosine * a - sine * b;
    items[y] = sine * a + cosine * b;
    x += xStep;
    y += yStep;
  }
}
