/** A mean over independent draws. */
export interface Mean {
  readonly mean: number;
  /** Half the width of its 95 % interval, by Student’s t; NaN where there is none. */
  readonly halfWidth: number;
}

/** The mean of numbers with its 95 % interval, s t/√n; of fewer than four numbers there is none. */
export function averageDraws(values: readonly number[]): Mean {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (count < 4) return { mean, halfWidth: NaN };
  return {
    mean,
    halfWidth: studentQuantile(count - 1) * Math.sqrt(squares / (count - 1) / count),
  };
}

/**
 * The 97.5 % quantile of Student’s t, by its expansion about that of the normal distribution: Abramowitz and Stegun
 * (1964), 26.7.5. It is right to 1 % from three degrees of freedom on.
 */
export function studentQuantile(freedom: number): number {
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / 4 / freedom +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96 / freedom ** 2 +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384 / freedom ** 3
  );
}
