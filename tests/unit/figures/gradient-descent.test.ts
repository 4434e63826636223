import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contourEllipses,
  defaultDescent,
  eigenvalues,
  gradientSteps,
  quadraticLoss,
  type Curvature,
  type Point,
} from '../../../src/figures/gradient-descent/core.ts';
import { seededRandom } from '../../../src/figures/shared/random.ts';

interface Problem {
  A: Curvature;
  optimum: Point;
  start: Point;
  large: number;
  small: number;
}

/** Problems with known eigenvalues: A = R(θ) diag(large, small) R(θ)ᵀ. */
const problems: Problem[] = Array.from({ length: 100 }, (_, seed) => {
  const { uniform, normal } = seededRandom(seed);
  const small = 0.1 + uniform();
  const large = small + 3 * uniform();
  const angle = 2 * Math.PI * uniform();
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const b = (large - small) * c * s;
  return {
    A: [
      [large * c * c + small * s * s, b],
      [b, large * s * s + small * c * c],
    ],
    optimum: [normal(), normal()],
    start: [normal(), normal()],
    large,
    small,
  };
});

const length = ([x, y]: Point) => Math.hypot(x, y);
const minus = ([x, y]: Point, [u, v]: Point): Point => [x - u, y - v];

function assertClose(actual: number, expected: number, tolerance = 1e-12): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${actual} is not ${expected}`);
}

/** The last point of a descent. */
function end(path: readonly Point[]): Point {
  const last = path.at(-1);
  assert.ok(last);
  return last;
}

test('the loss is ½ (w − w*)ᵀ A (w − w*)', () => {
  const A: Curvature = [
    [2, 1],
    [1, 4],
  ];
  // At (1, 2) from the optimum: ½ (2·1 + 2·1·1·2 + 4·4) = 11.
  assert.equal(quadraticLoss(A, [3, -1], [4, 1]), 11);
  assert.equal(quadraticLoss(A, [3, -1], [3, -1]), 0);
});

test('one step goes down the gradient, found by differences of the loss', () => {
  for (const { A, optimum, start } of problems) {
    const h = 1e-5;
    const slope = (dx: number, dy: number) =>
      (quadraticLoss(A, optimum, [start[0] + dx, start[1] + dy]) -
        quadraticLoss(A, optimum, [start[0] - dx, start[1] - dy])) /
      (2 * h);
    const [, next] = gradientSteps({ A, optimum, start, stepSize: 0.3, steps: 1 });
    assert.ok(next);
    assertClose(next[0], start[0] - 0.3 * slope(h, 0), 1e-8);
    assertClose(next[1], start[1] - 0.3 * slope(0, h), 1e-8);
  }
});

test('a path has steps + 1 points and begins at the start', () => {
  const path = gradientSteps(defaultDescent);
  assert.equal(path.length, defaultDescent.steps + 1);
  assert.deepEqual(path[0], defaultDescent.start);
  assert.deepEqual(gradientSteps({ ...defaultDescent, steps: 0 }), [defaultDescent.start]);
});

test('after k steps the error is (I − ηA)ᵏ times the first', () => {
  for (const { A, optimum, start } of problems) {
    const stepSize = 0.25;
    let error = minus(start, optimum);
    for (const point of gradientSteps({ A, optimum, start, stepSize, steps: 12 })) {
      assertClose(point[0], optimum[0] + error[0]);
      assertClose(point[1], optimum[1] + error[1]);
      const [[a, b], [c, d]] = A;
      error = [
        (1 - stepSize * a) * error[0] - stepSize * b * error[1],
        -stepSize * c * error[0] + (1 - stepSize * d) * error[1],
      ];
    }
  }
});

test('a descent converges if and only if η < 2/λ_max', () => {
  for (const { A, optimum, start, large } of problems) {
    const errorAfter = (stepSize: number, steps: number) =>
      length(minus(end(gradientSteps({ A, optimum, start, stepSize, steps })), optimum));
    assert.ok(errorAfter((2 / large) * 0.98, 5000) < 1e-9);
    assert.ok(errorAfter((2 / large) * 1.02, 1000) > 1e6);
  }
});

test('the eigenvalues are those that the matrix was made from', () => {
  for (const { A, large, small } of problems) {
    assertClose(eigenvalues(A)[0], large);
    assertClose(eigenvalues(A)[1], small);
  }
});

test('every point of a contour has its loss', () => {
  for (const { A, optimum } of problems) {
    const losses = [0.01, 0.5, 3];
    contourEllipses(A, optimum, losses).forEach(({ centre, semiAxes, rotation }, n) => {
      assert.ok(semiAxes[0] >= semiAxes[1]);
      assert.ok(rotation > -Math.PI / 2 && rotation <= Math.PI / 2);
      for (let step = 0; step < 24; step += 1) {
        const angle = (2 * Math.PI * step) / 24;
        const [u, v] = [semiAxes[0] * Math.cos(angle), semiAxes[1] * Math.sin(angle)];
        const point: Point = [
          centre[0] + u * Math.cos(rotation) - v * Math.sin(rotation),
          centre[1] + u * Math.sin(rotation) + v * Math.cos(rotation),
        ];
        assertClose(quadraticLoss(A, optimum, point), losses[n] ?? NaN);
      }
    });
  }
});

test('a contour of a matrix without a direction is a circle; of the loss 0, the optimum', () => {
  const A: Curvature = [
    [2, 0],
    [0, 2],
  ];
  const [circle, point] = contourEllipses(A, [1, 1], [4, 0]);
  assert.deepEqual(circle?.semiAxes, [2, 2]);
  assert.deepEqual(point?.semiAxes, [0, 0]);
});

test('the axes are those of the plane where A is diagonal', () => {
  const flatInX = contourEllipses([[1, 0] as const, [0, 4] as const], [0, 0], [2]);
  assert.deepEqual(flatInX, [{ centre: [0, 0], semiAxes: [2, 1], rotation: 0 }]);
  const flatInY = contourEllipses([[4, 0] as const, [0, 1] as const], [0, 0], [2]);
  assert.deepEqual(flatInY, [{ centre: [0, 0], semiAxes: [2, 1], rotation: Math.PI / 2 }]);
});

test('the default descent converges, and its numbers have room', () => {
  const { A, optimum, start, stepSize } = defaultDescent;
  assert.ok(stepSize < 2 / eigenvalues(A)[0]);

  const path = gradientSteps(defaultDescent);
  const losses = path.map((point) => quadraticLoss(A, optimum, point));
  assert.deepEqual(
    losses,
    losses.toSorted((a, b) => b - a),
  );

  const [outermost] = contourEllipses(A, optimum, [quadraticLoss(A, optimum, start)]);
  assert.ok(outermost);
  const [major, minor] = outermost.semiAxes;
  const width =
    2 * Math.hypot(major * Math.cos(outermost.rotation), minor * Math.sin(outermost.rotation));
  const gaps = path.flatMap((a, i) => path.slice(i + 1).map((b) => length(minus(a, b))));
  assert.ok(Math.min(...gaps) > width / 10, 'two steps are nearer than a tenth of the figure');
});

test('what is not a minimum, not a step count or not a loss is refused', () => {
  const notSymmetric: Curvature = [
    [1, 0.5],
    [0, 1],
  ];
  const saddle: Curvature = [
    [1, 2],
    [2, 1],
  ];
  const maximum: Curvature = [
    [-1, 0],
    [0, -1],
  ];
  for (const A of [notSymmetric, saddle, maximum]) {
    assert.throws(() => gradientSteps({ ...defaultDescent, A }), RangeError);
    assert.throws(() => contourEllipses(A, [0, 0], [1]), RangeError);
  }
  for (const steps of [-1, 1.5, NaN]) {
    assert.throws(() => gradientSteps({ ...defaultDescent, steps }), RangeError);
  }
  for (const loss of [-1, NaN, Infinity]) {
    assert.throws(() => contourEllipses(defaultDescent.A, [0, 0], [loss]), RangeError);
  }
});
