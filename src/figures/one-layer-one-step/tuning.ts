import { cross } from 'd3-array';
import { at, diagonal } from '../shared/linear-algebra.ts';
import { seededRandom } from '../shared/random.ts';
import { decomposeSymmetric } from '../shared/symmetric-eigen.ts';
import type { DescentStep } from './gradient-descent.ts';
import type { TaskChoice } from './task.ts';

/** A layer takes a step of gradient descent, or one of GD++. */
export type Variant = 'gradient-descent' | 'gd-plus-plus';

/** Tasks to tune on: how they are drawn, and the depth of the stack. */
export interface TuningChoice extends Omit<TaskChoice, 'seed'> {
  /** K. */
  readonly layers: number;
}

/** The step of each layer for each variant. */
export type Tuning = Readonly<Record<Variant, DescentStep>>;

/** How many tasks η and γ are tuned on. */
export const tunedTasks = 16;

/**
 * The η of gradient descent, and the η and γ of GD++, whose K steps from 0 leave the least error for a new
 * query, as a mean over `tunedTasks` tasks. Von Oswald et al. (2023), §3 and App. A.10, tune them on tasks of
 * the same distribution too. All layers share them, as in their looped stack; where each layer has weights
 * of its own, they tune them for each layer.
 *
 * GD++ takes the best gradient descent, γ = 0, where nothing better is found, so that it never ends behind it. In one
 * layer γ has no effect.
 *
 * @throws RangeError if K is not a whole number of at least 1
 */
export function tuneSteps(choice: TuningChoice): Tuning {
  const { layers, pairs, dimension, noise } = choice;
  const key = [layers, pairs, dimension, noise].join(' ');
  if (kept?.key !== key) kept = { key, tuning: search(choice) };
  return kept.tuning;
}

/** The last tuning: a reader who drags the start or η asks for it at each frame. */
let kept: { key: string; tuning: Tuning } | undefined;

function search(choice: TuningChoice): Tuning {
  if (!Number.isSafeInteger(choice.layers) || choice.layers < 1) {
    throw new RangeError(`There is a whole number of layers, at least one, not ${choice.layers}.`);
  }
  const spectra = drawSpectra(choice);
  const largest = spectra.reduce((most, value) => Math.max(most, value), 0);
  const unit: DescentStep = { stepSize: 1 / largest, contraction: 1 / (choice.pairs * largest) };
  const error = ([across, up]: Place) => meanOf(spectra, choice, scale(unit, across, up));

  const first = pickLeast(error, cross([0.4, 0.7, 1, 1.5, 2.2], [0]));
  const plain = searchSimplex(error, first, [1.2 * first[0], 0]);
  if (choice.layers === 1) {
    const step = scale(unit, ...plain);
    return { 'gradient-descent': step, 'gd-plus-plus': step };
  }
  // The error of GD++ has several valleys: the search begins in the lowest that a coarse grid finds.
  const grid = cross([1, 1.6, 2.2, 2.8, 3.4], [0.2, 0.35, 0.5]);
  const start = pickLeast(error, grid);
  const found = searchSimplex(error, start, [start[0] + 0.4, start[1] + 0.1]);
  const best = pickLeast(error, [plain, found]);
  return {
    'gradient-descent': scale(unit, ...plain),
    'gd-plus-plus': scale(unit, ...best),
  };
}

/**
 * The expected squared error for a new query, E (W_k x − w x)² = ⅓ E ‖W_k − w‖², after 0, 1, …, K equal steps
 * from W_0 = 0: over teachers, noise and queries exactly, over inputs as a mean of the tasks that are tuned on.
 */
export function expectedErrors(choice: TuningChoice, step: DescentStep): number[] {
  const spectra = drawSpectra(choice);
  return Array.from({ length: choice.layers + 1 }, (_, layers) =>
    meanOf(spectra, { ...choice, layers }, step),
  );
}

/**
 * ⅓ Σ_i r_i² + (1 − r_i)² σ²/(N λ_i), as a mean over tasks. Here r_i = Π_k (1 − η λ_i,k) is the share of the error that
 * K steps leave along the eigenvector of λ_i, and λ_i,k+1 = λ_i,k (1 − γ N λ_i,k)². The first part is the teacher that is
 * not yet found, with w ~ N(0, I), the second the noise that is fitted.
 */
function meanOf(
  spectra: Float64Array,
  { pairs, noise, layers }: TuningChoice,
  { stepSize, contraction }: DescentStep,
): number {
  let sum = 0;
  for (const eigenvalue of spectra) {
    let [left, current] = [1, eigenvalue];
    for (let layer = 0; layer < layers; layer += 1) {
      left *= 1 - stepSize * current;
      const kept = 1 - contraction * pairs * current;
      current *= kept * kept;
    }
    const fitted = eigenvalue > 1e-12 ? ((1 - left) * noise) ** 2 / (pairs * eigenvalue) : 0;
    sum += left * left + fitted;
  }
  return sum / (3 * tunedTasks);
}

let [drawnFor, drawn] = ['', new Float64Array()];

/** The eigenvalues of the Hessians of `tunedTasks` tasks with inputs as `randomTask` draws them; the last are kept. */
function drawSpectra({ pairs, dimension }: TuningChoice): Float64Array {
  const key = `${pairs}, ${dimension}`;
  if (key === drawnFor) return drawn;
  // No seed that a reader can choose: the tasks that are tuned on are others than the one that is shown.
  const { uniform } = seededRandom(1_000_003);
  const draw = (length: number) => Array.from({ length }, () => 2 * uniform() - 1);
  drawn = Float64Array.from(
    Array.from({ length: tunedTasks }, () => {
      // The Hessian, 1/N Σ x_i x_iᵀ.
      const sums = diagonal(dimension, () => 0);
      for (let pair = 0; pair < pairs; pair += 1) {
        const input = draw(dimension);
        sums.forEach((row, i) =>
          input.forEach((x, j) => (row[j] = (row[j] ?? NaN) + x * Number(input[i]))),
        );
      }
      return decomposeSymmetric(sums.map((row) => row.map((sum) => sum / pairs))).values;
    }).flat(),
  );
  drawnFor = key;
  return drawn;
}

function scale(unit: DescentStep, across: number, up: number): DescentStep {
  return { stepSize: across * unit.stepSize, contraction: up * unit.contraction };
}

type Place = readonly [number, number];

function pickLeast(error: (place: Place) => number, places: readonly Place[]): Place {
  const errors = places.map(error);
  return at(places, errors.indexOf(Math.min(...errors)));
}

/**
 * Nelder and Mead (1965), “A simplex method for function minimization”, Computer Journal 7(4), with their
 * factors 1, 2 and ½ and 60 moves: about four digits here. Negative values of γ count as infinitely bad.
 *
 * @param other another corner; the third stands at right angles, and where γ is 0 in both, on their line
 */
function searchSimplex(error: (place: Place) => number, start: Place, other: Place): Place {
  const measure = (place: Place) => ({
    place,
    error: place[0] > 0 && place[1] >= 0 ? error(place) : Infinity,
  });
  const third: Place = other[1] === start[1] ? [start[0] / 2, start[1]] : [start[0], other[1]];
  let corners = [start, other, third].map(measure);
  for (let move = 0; move < 60; move += 1) {
    corners = corners.toSorted((a, b) => a.error - b.error);
    const [best, middle, worst] = [at(corners, 0), at(corners, 1), at(corners, 2)];
    const centre = between(best.place, middle.place, 0.5);
    const reflected = measure(between(worst.place, centre, 2));
    let next = reflected;
    if (reflected.error < best.error) {
      const expanded = measure(between(worst.place, centre, 3));
      if (expanded.error < reflected.error) next = expanded;
    } else if (reflected.error >= middle.error) {
      const from = reflected.error < worst.error ? reflected : worst;
      next = measure(between(from.place, centre, 0.5));
    }
    corners =
      next.error < worst.error
        ? [best, middle, next]
        : [best, ...[middle, worst].map(({ place }) => measure(between(best.place, place, 0.5)))];
  }
  return pickLeast(
    error,
    corners.filter((corner) => corner.error < Infinity).map(({ place }) => place),
  );
}

/** a + share (b − a). */
function between(a: Place, b: Place, share: number): Place {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
