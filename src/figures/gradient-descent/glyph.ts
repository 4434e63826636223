import {
  contourEllipses,
  gradientSteps,
  quadraticLoss,
  type Descent,
  type Ellipse,
  type Point,
} from './core.ts';

/** A descent as it is drawn: y downwards, the optimum at the origin. */
export interface Glyph {
  /** Half the width and half the height of the drawing. */
  extent: Point;
  /** Level sets of the loss, the outermost through the start. Rotations are in radians, clockwise. */
  contours: Ellipse[];
  /** The path from the start, one point a step. */
  points: Point[];
}

/**
 * The descent at `scale` units of the drawing for one of the weights. There is a contour through every
 * point of the path, and through those of the `furtherSteps` that would come next.
 */
export function drawGlyph(descent: Descent, scale: number, furtherSteps: number): Glyph {
  const { A, optimum } = descent;
  const path = gradientSteps({ ...descent, steps: descent.steps + furtherSteps });
  const losses = path.map((point) => quadraticLoss(A, optimum, point));
  const contours = contourEllipses(A, optimum, losses).map(
    ({ semiAxes: [major, minor], rotation }): Ellipse => ({
      centre: [0, 0],
      semiAxes: [major * scale, minor * scale],
      rotation: -rotation,
    }),
  );
  return {
    extent: findExtent(contours),
    contours,
    points: path
      .slice(0, descent.steps + 1)
      .map(([x, y]) => [scale * (x - optimum[0]), -scale * (y - optimum[1])]),
  };
}

/** Half the width and height of the upright box around ellipses at the origin. */
function findExtent(ellipses: readonly Ellipse[]): Point {
  const halves = ellipses.map(({ semiAxes: [major, minor], rotation }) => {
    const [cosine, sine] = [Math.cos(rotation), Math.sin(rotation)];
    return [
      Math.hypot(major * cosine, minor * sine),
      Math.hypot(major * sine, minor * cosine),
    ] as const;
  });
  return [Math.max(...halves.map(([x]) => x)), Math.max(...halves.map(([, y]) => y))];
}
