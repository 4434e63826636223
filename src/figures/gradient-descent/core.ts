/** A point of the plane of weights, (w₁, w₂). */
export type Point = readonly [number, number];

/** A 2×2 matrix by rows. A loss has its minimum at the optimum if A is symmetric, positive definite. */
export type Curvature = readonly [Point, Point];

/** A quadratic loss and a descent on it. */
export interface Descent {
  /** A, the Hessian of the loss. */
  readonly A: Curvature;
  /** w*, where the loss is 0. */
  readonly optimum: Point;
  /** w_0. */
  readonly start: Point;
  /** η. The descent converges from every start if and only if 0 < η < 2/λ_max(A). */
  readonly stepSize: number;
  /** How many steps are taken. */
  readonly steps: number;
}

/** A level set of the loss. */
export interface Ellipse {
  readonly centre: Point;
  /** Half the length of the major axis, then of the minor, in the units of the weights. */
  readonly semiAxes: readonly [number, number];
  /** Angle from the w₁ axis to the major axis, radians in (−π/2, π/2], positive towards the w₂ axis. */
  readonly rotation: number;
}

/**
 * The descent that stands for the thread: four steps, one per layer of its deepest transformer. η is
 * little under 2/λ_max = 0.56, so the path crosses the valley at every step (the error there × −0.79)
 * while it comes down along it (× 0.69): successive points stay far apart, and their numbers with them.
 */
export const defaultDescent: Descent = {
  A: [
    [1, -1],
    [-1, 3.2],
  ],
  optimum: [0, 0],
  start: [-3.2, -0.4],
  stepSize: 0.5,
  steps: 4,
};

/** L(w) = ½ (w − w*)ᵀ A (w − w*), in the units of the loss. */
export function quadraticLoss(A: Curvature, optimum: Point, weights: Point): number {
  const [dx, dy] = difference(weights, optimum);
  const [gx, gy] = gradient(A, optimum, weights);
  return (dx * gx + dy * gy) / 2;
}

/**
 * Gradient descent, w_{k+1} = w_k − η A (w_k − w*): the path w_0, …, w_steps, of steps + 1 points.
 *
 * One step per layer: von Oswald et al. (2023), "Transformers Learn In-Context by Gradient Descent",
 * Proposition 1, construct a linear self-attention layer whose effect on every token is that of one
 * step on the in-context regression loss 1/2N Σ (wᵀx_i − y_i)², whose Hessian A is 1/N Σ x_i x_iᵀ.
 *
 * @throws RangeError if A is not symmetric, positive definite, or steps not a whole number
 */
export function gradientSteps({ A, optimum, start, stepSize, steps }: Descent): Point[] {
  eigenvalues(A);
  if (!Number.isSafeInteger(steps) || steps < 0) {
    throw new RangeError(`A descent has a whole number of steps, not ${steps}.`);
  }
  const path: Point[] = [start];
  let [x, y] = start;
  for (let step = 0; step < steps; step += 1) {
    const [gx, gy] = gradient(A, optimum, [x, y]);
    [x, y] = [x - stepSize * gx, y - stepSize * gy];
    path.push([x, y]);
  }
  return path;
}

/**
 * The sets of points where the loss has given values. Along an eigenvector of A with eigenvalue λ the
 * loss is ½ λ r², so the semi-axis there is √(2 loss / λ): the longest where the loss is flattest.
 *
 * @throws RangeError if A is not symmetric, positive definite, or a loss is negative or not finite
 */
export function contourEllipses(
  A: Curvature,
  optimum: Point,
  losses: readonly number[],
): Ellipse[] {
  const [steepest, flattest] = eigenvalues(A);
  const [[a, b], [, c]] = A;
  // ½ atan2(2b, a − c) is the direction of the largest eigenvalue; the major axis is normal to it.
  const steepDirection = Math.atan2(2 * b, a - c) / 2;
  const rotation = steepDirection + (steepDirection > 0 ? -Math.PI / 2 : Math.PI / 2);

  return losses.map((loss) => {
    if (!(loss >= 0 && loss < Infinity)) {
      throw new RangeError(`A contour has a finite loss of at least 0, not ${loss}.`);
    }
    const semiAxes = [Math.sqrt((2 * loss) / flattest), Math.sqrt((2 * loss) / steepest)] as const;
    return { centre: optimum, semiAxes, rotation };
  });
}

/** The eigenvalues of A, the larger first. @throws RangeError if not symmetric, positive definite */
export function eigenvalues(A: Curvature): Point {
  const [[a, b], [otherB, c]] = A;
  const mean = (a + c) / 2;
  const radius = Math.hypot((a - c) / 2, b);
  const determinant = a * c - b * b;
  if (b !== otherB || !(determinant > 0 && mean > 0)) {
    throw new RangeError(`The matrix [${A.join('; ')}] is not symmetric and positive definite.`);
  }
  // The product of both is the determinant; mean − radius would lose digits where they lie far apart.
  return [mean + radius, determinant / (mean + radius)];
}

/** ∇L(w) = A (w − w*). */
function gradient([rowX, rowY]: Curvature, optimum: Point, weights: Point): Point {
  const [dx, dy] = difference(weights, optimum);
  return [rowX[0] * dx + rowX[1] * dy, rowY[0] * dx + rowY[1] * dy];
}

function difference([x, y]: Point, [originX, originY]: Point): Point {
  return [x - originX, y - originY];
}
