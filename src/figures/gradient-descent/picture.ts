import {
  contourEllipses,
  defaultDescent,
  eigenvalues,
  gradientSteps,
  quadraticLoss,
} from './core.ts';

/** The descent of the first screen: its loss is that of the glyph, its first steps are longer. */
const { A, optimum } = defaultDescent;

/** The start of the descent, and its step size as a share of the largest one that converges, 2/λ_max. */
export interface PictureState {
  start: readonly [number, number];
  share: number;
}

/** A place in the drawing, y downwards, with the optimum at the origin. */
export type Place = readonly [number, number];

export const pictureState: PictureState = { start: [-3, -2], share: 0.82 };

/** Units of the drawing for one of the weights. */
export const pictureScale = 100;

/** The steps that have a number. */
export const numberedSteps = 4;

/** Where a diverging path ends, in the units of the drawing: far outside of it. */
const horizon = 5_000;

/** The path of a descent of so many steps. */
export function drawSteps({ start, share }: PictureState, steps = numberedSteps): Place[] {
  const stepSize = (share * 2) / eigenvalues(A)[0];
  const path = gradientSteps({ A, optimum, start, stepSize, steps });
  return path.map(([x, y]): Place => [place(x), -place(y)]);
}

function place(weight: number): number {
  return Math.round(Math.max(-horizon, Math.min(horizon, weight * pictureScale)));
}

/** Where the number of a step stands: outside the bend of the path. */
export function placeNumber(points: readonly Place[], step: number): Place {
  const [x, y] = points[step] ?? [0, 0];
  const [, before] = points[step - 1] ?? [0, y + 1];
  const [, after] = points[step + 1] ?? [0, y + 1];
  return [x, before + after > 2 * y ? y - 14 : y + 24];
}

/** Contours around the optimum: circles that one transformation makes ellipses, each with twice the loss of the next. */
export interface Contours {
  /** From the major axis to the minor. */
  stretch: number;
  /** In degrees, clockwise. */
  rotation: number;
  /** Half the minor axes in the units of the drawing. */
  radii: number[];
}

/** The contour through the start, eight within it and four beyond. */
export function drawContours({ start }: PictureState): Contours {
  const atStart = quadraticLoss(A, optimum, start);
  const losses = Array.from({ length: 13 }, (_, index) => atStart * 2 ** (index - 8));
  const ellipses = contourEllipses(A, optimum, losses);
  const [{ semiAxes: [major, minor], rotation } = { semiAxes: [1, 1], rotation: 0 }] = ellipses;
  return {
    stretch: major / minor,
    rotation: (-rotation * 180) / Math.PI,
    radii: ellipses.map(({ semiAxes: [, half] }) => Math.round(half * pictureScale)),
  };
}
