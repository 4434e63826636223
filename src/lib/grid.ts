/** Evenly spaced numbers: minimum, minimum + step, …, maximum. */
export interface Grid {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/**
 * Returns the number of a grid nearest to `value`, exact in decimals: 0.3, not
 * 0.30000000000000004.
 */
export function snapToGrid(value: number, { minimum, maximum, step }: Grid): number {
  const steps = Math.round((Math.min(Math.max(value, minimum), maximum) - minimum) / step);
  return Number((minimum + steps * step).toPrecision(12));
}
