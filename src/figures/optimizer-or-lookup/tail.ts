import type { Distribution } from './distribution.ts';
import type { DescentSetting } from './step-size.ts';

/** The results of descent on contexts with equally many examples, in one order. */
interface Descents {
  /** Its relative errors. */
  readonly errors: readonly number[];
  /** η λ_max of each, with the largest eigenvalue of XᵀX: beyond 2 the step is too long. */
  readonly reaches: readonly number[];
}

/**
 * The moments that a sample can estimate: of ‘light’ errors the mean and its interval; the mean alone where rare
 * contexts rule the variance (‘no variance’); neither where they rule the mean too (‘no mean’).
 */
export type Tail = 'no mean' | 'no variance' | 'light';

/**
 * The tail of the errors of k steps: whether the hundredth of contexts in which r = η λ_max is largest
 * carries more than a fifth of the mean, or more than two thirds of the variance. A sample alone cannot
 * tell, for it may lack those contexts.
 *
 * There the error is about C (r − 1)^2k, with C = max a² (1 + σ²/(τ² λ_max)) / Σ a². For Gaussian inputs
 * the density of r ends like that of a multiple of χ², r^q e^(−r/u) with u = 2 η max a²; q is such that its
 * slope where the largest tenth begins is that of the mean excess over this edge. An exponential of that
 * slope has its last hundredth ln 10 mean excesses beyond the edge. Expectations there are sums on a grid.
 *
 * @param stepSize η
 */
export function descentTail(
  { errors, reaches }: Descents,
  stepSize: number,
  { deviations, weightScale }: Distribution,
  { noise, steps }: DescentSetting,
): Tail {
  const largest = Math.max(...deviations) ** 2;
  const steepest = ascending(reaches).reverse();
  const tenth = steepest.subarray(0, Math.ceil(steepest.length / 10));
  const edge = steepest[tenth.length] ?? NaN;
  const unit = 2 * stepSize * largest;
  const excess = mean(tenth) - edge;
  const power = Math.max(0, edge / unit - edge / excess);
  const start = edge + excess * Math.LN10;
  // Where (r − 1)^4k times the density is largest, and well beyond.
  const grid = Array.from({ length: 100 }, (_, i) => ((i + 0.5) / 50) * (4 * steps + power + 10));
  const density = (at: number) => (1 + (unit * at) / start) ** power * Math.exp(-at);
  const mass = sum(grid.map(density));
  const moment = (n: number) =>
    sum(grid.map((at) => density(at) * (start + unit * at - 1) ** n)) / mass;

  const total = sum(deviations.map((deviation) => deviation ** 2));
  const factor = (largest / total) * (1 + ((noise / weightScale) ** 2 * stepSize) / start);
  const others = ascending(errors).subarray(0, Math.floor(0.99 * errors.length));
  const center = mean(others);
  const variance = mean(others.map((error) => (error - center) ** 2));
  // The tail against the rest: a fifth is a quarter of the other four, and two thirds twice the third.
  if ((factor * moment(2 * steps)) / 100 > center / 4) return 'no mean';
  return (factor ** 2 * moment(4 * steps)) / 100 > 2 * variance ? 'no variance' : 'light';
}

/**
 * The tail of the errors of the table: whether the hundredth of contexts with the errors farthest from the mean carries
 * more than two thirds of the variance. With many examples of a stored task, the table errs in those few contexts in
 * which it takes another of its tasks for the right one.
 */
export function tableTail(errors: readonly number[]): Tail {
  const center = sum(errors) / errors.length;
  const squares = ascending(errors.map((error) => (error - center) ** 2));
  const farthest = squares.subarray(Math.floor(0.99 * squares.length));
  return sum(farthest) > (2 / 3) * sum(squares) ? 'no variance' : 'light';
}

/** The middle of numbers, or the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return ascending(values)[Math.ceil(values.length / 2) - 1] ?? NaN;
}

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function sum(values: readonly number[] | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}
