/** A sequence of numbers: one per token, or one per feature. */
export type Vector = readonly number[];

/** Rows of equal length. A sequence of L vectors of width d is an L×d matrix, one token per row. */
export type Matrix = readonly Vector[];

/** @throws RangeError if there is no such item, so that mismatched shapes never become NaN */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new RangeError(`There is no item ${index} among ${items.length}.`);
  }
  return item;
}

/** The mean of numbers. */
export function average(values: Vector): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The inner product aᵀb. @throws RangeError if the widths differ */
export function dot(a: Vector, b: Vector): number {
  if (a.length !== b.length) {
    throw new RangeError(`Vectors of width ${a.length} and ${b.length} have no inner product.`);
  }
  return a.reduce((sum, value, n) => sum + value * at(b, n), 0);
}

/**
 * A linear layer, y_t = W x_t + b: tokens L×d and weights m×d give L×m, X Wᵀ + b; the bias b is a
 * scalar.
 *
 * @throws RangeError if the widths differ
 */
export function linear(tokens: Matrix, weights: Matrix, bias = 0): number[][] {
  return tokens.map((token) => weights.map((row) => dot(row, token) + bias));
}

/** Transposes an n×m matrix to m×n. @throws RangeError if there is no row, or one is shorter */
export function transpose(matrix: Matrix): number[][] {
  return at(matrix, 0).map((_, column) => matrix.map((row) => at(row, column)));
}

/**
 * Σ c_i a_i over the rows a_i of a matrix: n and n×m give m numbers. @throws RangeError if n
 * differs
 */
export function combine(coefficients: Vector, rows: Matrix): number[] {
  return transpose(rows).map((column) => dot(coefficients, column));
}

/** a + f b. @throws RangeError if b is shorter */
export function addScaled(a: Vector, factor: number, b: Vector): number[] {
  return a.map((value, n) => value + factor * at(b, n));
}

/** The n×n diagonal matrix of `entry(i)`. */
export function diagonal(length: number, entry: (index: number) => number): number[][] {
  return Array.from({ length }, (_, i) =>
    Array.from({ length }, (_, j) => (i === j ? entry(i) : 0)),
  );
}
