import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawContours,
  drawSteps,
  pictureScale,
  pictureState,
  placeNumber,
} from '../../../src/figures/gradient-descent/picture.ts';

const measure = ([x, y]: readonly [number, number]): number => Math.hypot(x, y);

test('the still path goes from the start towards the optimum, in numbered steps', () => {
  const points = drawSteps(pictureState);
  const [x, y] = pictureState.start;
  assert.equal(points.length, 5);
  assert.deepEqual(points[0], [x * pictureScale, -y * pictureScale]);
  const distances = points.map(measure);
  assert.deepEqual(
    distances,
    distances.toSorted((a, b) => b - a),
  );
});

test('a step below the limit converges from every start, one above it diverges as far as is drawn', () => {
  for (const start of [
    [-3, -2],
    [1, 2],
    [-4, 1],
  ] as const) {
    const last = (share: number) => drawSteps({ start, share }, 200).at(-1) ?? [NaN, NaN];
    assert.ok(measure(last(0.98)) < measure([start[0] * 100, start[1] * 100]) / 10);
    assert.ok(measure(last(1.02)) > 1_000);
    assert.ok(last(1.2).every((value) => Math.abs(value) <= 5_000));
  }
});

test('a contour goes through the start', () => {
  const { stretch, rotation, radii } = drawContours(pictureState);
  const [[x, y] = [0, 0]] = drawSteps(pictureState);
  const angle = (-rotation * Math.PI) / 180;
  const along = (x * Math.cos(angle) - y * Math.sin(angle)) / stretch;
  const across = x * Math.sin(angle) + y * Math.cos(angle);
  assert.ok(radii.some((radius) => Math.abs(radius - Math.hypot(along, across)) < 1));
});

test('numbers stand outside the bends', () => {
  const points = [
    [0, 0],
    [10, -50],
    [20, 0],
    [30, 50],
  ] as const;
  assert.ok(placeNumber(points, 1)[1] < -50);
  assert.ok(placeNumber(points, 0)[1] > 0);
});
