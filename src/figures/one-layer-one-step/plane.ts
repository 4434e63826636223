import { extent } from 'd3-array';
import { dot } from '../shared/linear-algebra.ts';
import type { PlotArea } from '../shared/chart.ts';
import { scaleLinear, type LinearScale } from '../shared/scale.ts';
import { farthest } from './axes.ts';
import type { LayersAndSteps } from './core.ts';

/** Numbers along two axes, in units of the weights. */
export type PlanePoint = readonly [number, number];

/** The plane over which a loss is drawn. */
export interface WeightPlane {
  /** Where weights, d numbers, lie in the plane: projected at right angles to it. */
  project(weights: readonly number[]): PlanePoint;
  /** Within the plane: the direction in which the loss is flattest, of length 1, and its λ. */
  readonly flattest: { readonly direction: PlanePoint; readonly eigenvalue: number };
  /** λ of the steepest direction, at right angles to it. */
  readonly steepest: number;
}

/**
 * The plane of both weights, where there are two. Where there are more, that of the eigenvectors of the
 * least and the largest eigenvalue of the Hessian, turned so that descent leads to the right and upwards:
 * the loss on it is that of its own two coordinates, and the projected path a descent on this loss.
 *
 * @throws RangeError if there are fewer than two weights
 */
export function findPlane(result: LayersAndSteps): WeightPlane {
  const { eigenvalues, eigenvectors, leastSquares } = result;
  const [low, high] = [eigenvectors[0], eigenvectors.at(-1)];
  if (low === undefined || high === undefined || eigenvectors.length < 2) {
    throw new RangeError(`There is no plane of ${eigenvectors.length} weights.`);
  }
  const [least = 0, steepest = 0] = [eigenvalues[0], eigenvalues.at(-1)];
  if (eigenvectors.length === 2) {
    const direction: PlanePoint = [low[0] ?? 0, low[1] ?? 0];
    const project = ([x = 0, y = 0]: readonly number[]): PlanePoint => [x, y];
    return { project, flattest: { direction, eigenvalue: least }, steepest };
  }
  const axes = [low, high].map((axis) => {
    const sign = dot(axis, leastSquares.weights) < 0 ? -1 : 1;
    return axis.map((entry) => sign * entry);
  });
  const project = (weights: readonly number[]): PlanePoint => [
    dot(axes[0] ?? [], weights),
    dot(axes[1] ?? [], weights),
  ];
  return { project, flattest: { direction: [1, 0], eigenvalue: least }, steepest };
}

/**
 * Scales of one unit in both directions, so that angles are true. `fromZero`, and `optimum` if it does not
 * shrink this path too much, lie in the middle of the area; it grows only as far as `descent` needs, so
 * that a start which is dragged stays below the pointer.
 */
export function fitPlane(
  fromZero: readonly PlanePoint[],
  optimum: PlanePoint,
  descent: readonly PlanePoint[],
  area: PlotArea,
): Record<'x' | 'y', LinearScale> {
  const size = (points: readonly PlanePoint[]) =>
    Math.max(
      ...[0, 1].map((axis) => {
        const [low = 0, high = 0] = extent(points, (point) => point[axis]);
        return high - low;
      }),
    );
  const isNear = size([...fromZero, optimum]) <= farthest * size(fromZero);
  const { x, y, unit } = fitPoints(isNear ? [...fromZero, optimum] : fromZero, area, 26);
  const air = 10 * unit;
  const corners = [0, 1].map((end): PlanePoint => {
    const inwards = end === 0 ? air : -air;
    return [(x.domain[end] ?? 0) + inwards, (y.domain[end] ?? 0) + inwards];
  });
  return fitPoints([...corners, ...descent], area, 10);
}

/** Scales with the points in the middle of the area, and the weights for one unit of the panel. */
function fitPoints(
  points: readonly PlanePoint[],
  { left, right, top, bottom }: PlotArea,
  inset: number,
): Record<'x' | 'y', LinearScale> & { unit: number } {
  const [lowX = 0, highX = 0] = extent(points, ([x]) => x);
  const [lowY = 0, highY = 0] = extent(points, ([, y]) => y);
  // The direction that needs the most decides.
  const unit =
    Math.max(
      (highX - lowX) / (right - left - 2 * inset),
      (highY - lowY) / (bottom - top - 2 * inset),
    ) || 0.01;
  const [halfWidth, halfHeight] = [((right - left) / 2) * unit, ((bottom - top) / 2) * unit];
  const [middleX, middleY] = [(lowX + highX) / 2, (lowY + highY) / 2];
  return {
    unit,
    x: scaleLinear([middleX - halfWidth, middleX + halfWidth], [left, right]),
    y: scaleLinear([middleY - halfHeight, middleY + halfHeight], [bottom, top]),
  };
}
