/** A square matrix by rows, n·n numbers: of size n, which its user knows. */
export type Square = readonly number[];

/** A B, n×n. The sums run in the order of the columns of A. */
export function multiply(A: Square, B: Square, n: number): number[] {
  const product: number[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += Number(A[i * n + k]) * Number(B[k * n + j]);
      product.push(sum);
    }
  }
  return product;
}

/** Aᵀ, n×n. */
export function flip(A: Square, n: number): number[] {
  return A.map((_, place) => Number(A[(place % n) * n + Math.trunc(place / n)]));
}

/** A v, n numbers. */
export function apply(A: Square, vector: readonly number[]): number[] {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k += 1) sum += Number(A[i * n + k]) * Number(vector[k]);
    return sum;
  });
}

/** A + f B, n×n. */
export function addMultiple(A: Square, factor: number, B: Square): number[] {
  return A.map((value, place) => value + factor * Number(B[place]));
}

/** The diagonal matrix of these n numbers. */
export function spreadDiagonal(entries: readonly number[]): number[] {
  return entries.flatMap((entry, i) => entries.map((_, j) => (i === j ? entry : 0)));
}
