import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  findLeader,
  labelBox,
  nameSteps,
  placeLabels,
  type StepLabel,
} from '../../../../src/figures/one-layer-one-step/labels.ts';
import type { PanelPoint } from '../../../../src/figures/shared/svg.ts';

const area = { left: 0, right: 300, top: 0, bottom: 200 };
const place = (path: PanelPoint[]) => placeLabels(nameSteps(path), { marks: path, path, area });

describe('the numbers of steps', () => {
  const named = (...path: PanelPoint[]) => nameSteps(path).map(({ text }) => text);

  test('stand one at each place', () => {
    assert.deepEqual(named([0, 0], [50, 0], [50, 50]), ['0', '1', '2']);
  });

  test('are one label where steps lead to the same place', () => {
    assert.deepEqual(named([0, 0], [50, 0], [51, 0], [50, 1]), ['0', '1–3']);
    assert.deepEqual(named([0, 0], [50, 0], [1, 0], [50, 1], [0, 1]), ['0, 2, 4', '1, 3']);
  });

  test('stand outside the bends of a path, and beyond its ends', () => {
    const [start, bend, end] = place([
      [50, 100],
      [150, 50],
      [250, 100],
    ]);
    assert.ok(start && bend && end);
    assert.ok(start.x < 50 && start.y > 95);
    assert.ok(bend.y < 50 && Math.abs(bend.x - 150) < 1);
    assert.ok(end.x > 250 && end.y > 95);
  });
});

describe('labels', () => {
  const anyPath = fc.array(
    fc.tuple(fc.integer({ min: 20, max: 280 }), fc.integer({ min: 20, max: 180 })),
    { minLength: 1, maxLength: 5 },
  );

  test('never lie on each other, on a mark or outside', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const labels = place(path);
        const boxes = labels.map(labelBox);
        assert.equal(labels.length, nameSteps(path).length);
        boxes.forEach((box, n) => {
          assert.ok(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200);
          for (const other of boxes.slice(n + 1)) {
            const apart = box.right <= other.left || other.right <= box.left;
            assert.ok(apart || box.bottom <= other.top || other.bottom <= box.top);
          }
          for (const [x, y] of path) {
            assert.ok(x < box.left || x > box.right || y < box.top || y > box.bottom);
          }
        });
      }),
    );
  });

  test('are left out where there is no room', () => {
    const narrow = { left: 0, right: 30, top: 0, bottom: 30 };
    const long = { place: [15, 15] as const, text: 'least squares', side: [0, 1] as const };
    assert.deepEqual(placeLabels([long], { marks: [], path: [], area: narrow }), []);
  });

  test('have a line to what they name only where they stand far from it', () => {
    const label: StepLabel = { x: 100, y: 50, text: '1', place: [100, 65] };
    assert.equal(findLeader(label), undefined);
    const leader = findLeader({ ...label, place: [100, 95] });
    assert.deepEqual(leader, [
      [100, 87],
      [100, 55],
    ]);
  });
});
