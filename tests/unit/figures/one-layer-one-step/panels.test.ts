import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { draw, readCircles, readTicks, readWords } from './drawn.ts';
import { choose } from './specimen.ts';

/** Numbers in units of the panel lie on one line over the values that they stand for. */
function assertLinear(values: readonly number[], places: readonly number[]): void {
  assert.equal(places.length, values.length);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from = NaN, to = NaN] = [low, high].map((value) => places[values.indexOf(value)]);
  values.forEach((value, n) => {
    const expected = from + ((value - low) / (high - low)) * (to - from);
    assert.ok(Math.abs(expected - (places[n] ?? NaN)) < 0.1, `${places[n]} is not ${expected}`);
  });
}

describe('a panel', () => {
  test('is a curve and lines for one dimension, else contours and losses by step', () => {
    const titles = [1, 2, 3].map((dimension) =>
      draw(choose({ dimension })).drawing.panels.map(({ title }) => title),
    );
    assert.deepEqual(titles, [
      ['The loss over the weight', 'The line through the pairs'],
      ['The loss over the weights', 'The loss after each step'],
      ['The loss over a plane of weights', 'The loss after each step'],
    ]);
    const descriptions = [2, 3].map(
      (dimension) => draw(choose({ dimension })).drawing.panels[0]?.description ?? '',
    );
    assert.match(descriptions[0] ?? '', /w₁, horizontally, and w₂, vertically/);
    assert.match(descriptions[1] ?? '', /flattest.*steepest.*eigenvectors/);
  });

  test('has every pair in it where inputs have one dimension', () => {
    const { second, result } = draw(choose({ dimension: 1, pairs: 23 }));
    const pairs = readCircles(second, 2);
    assert.equal(pairs.length, 23);
    const inputs = result.pairs.map(([input]) => 214 + 164 * input);
    pairs.forEach(([x], n) => assert.ok(Math.abs(x - (inputs[n] ?? NaN)) < 0.02));
    const targets = result.pairs.map(([, target]) => target);
    assertLinear(
      targets,
      pairs.map(([, y]) => y),
    );
  });

  test('has the weights on the curve of their loss', () => {
    const { first, result } = draw(choose({ dimension: 1 }));
    const losses = result.stages.map(({ loss }) => loss);
    const heights = readCircles(first, 2.5).map(([, y]) => y);
    const ticks = readTicks(first);
    assertLinear(
      [...ticks.map(({ value }) => value), ...losses],
      [...ticks.map(({ height }) => height), ...heights.slice(1)],
    );
    const curve = /class="stroke-soft" d="M([^"]+)"/.exec(first.svg)?.[1] ?? '';
    const points = curve.split('L').map((pair) => pair.split(' ').map(Number));
    assert.ok(points.length > 20);
    for (const [x, y] of readCircles(first, 2.5).slice(1)) {
      const after = points.findIndex(([curveX = NaN]) => curveX >= x);
      const between = [points[after - 1], points[after]].map((point) => point?.[1] ?? NaN);
      assert.ok(y >= Math.min(...between) - 0.1 && y <= Math.max(...between) + 0.1);
    }
  });

  test('has the losses of both variants, and that of least squares, at their heights on a logarithmic axis', () => {
    for (const variant of ['gradient-descent', 'gd-plus-plus'] as const) {
      const { second, result } = draw(choose({ variant }));
      const other = variant === 'gd-plus-plus' ? 'gradient-descent' : 'gd-plus-plus';
      const dashed = /class="stroke-3"[^>]* d="M([^"]+)"/.exec(second.svg)?.[1] ?? '';
      const level = Number(/class="stroke-2"[^>]* d="M50 ([\d.]+)H/.exec(second.svg)?.[1]);
      const losses = [
        ...result.stages.map(({ loss }) => loss),
        ...result.variants[other].losses,
        result.leastSquares.loss,
      ];
      const heights = [
        ...readCircles(second, 2.5)
          .slice(1)
          .map(([, y]) => y),
        ...dashed.split('L').map((pair) => Number(pair.split(' ')[1])),
        level,
      ];
      assertLinear(losses.map(Math.log), heights);
      const names = readWords(second).filter(({ text }) => text === 'GD' || text === 'GD++');
      const [gd, plus] = names.toSorted((a, b) => a.top - b.top).map(({ text }) => text);
      assert.deepEqual([gd, plus], ['GD', 'GD++'], 'gradient descent ends above GD++');
    }
  });

  test('says so where least squares lies outside, and has no cross then', () => {
    for (const [dimension, seed] of [
      [8, 4],
      [1, 994],
    ] as const) {
      const far = { dimension, seed, pairs: dimension === 1 ? 4 : 8, layers: 1, step: 0.05 };
      const near = { dimension, seed };
      const [outside, inside] = [far, near].map((values) => draw(choose(values)).first);
      assert.ok(outside && inside);
      assert.match(outside.svg, />least squares: outside</);
      assert.match(outside.description, /lies? outside of the picture\.$/);
      assert.doesNotMatch(outside.svg, /stroke-2/);
      assert.match(inside.svg, /stroke-2.*>least squares</);
      assert.match(inside.description, /A cross marks/);
    }
  });

  test('leads to the right and upwards on the plane of two eigenvectors', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { first } = draw(choose({ dimension: 4, seed }));
      const [startX = NaN, startY = NaN] = readCircles(first, 2.5)[1] ?? [];
      const cross = /d="M([\d.]+) ([\d.]+)h10M/.exec(first.svg)?.slice(1).map(Number) ?? [];
      assert.ok((cross[0] ?? NaN) + 5 > startX && (cross[1] ?? NaN) < startY);
    }
  });

  test('has contours on which the loss is the same', () => {
    const { first, result } = draw(choose());
    const { eigenvalues, leastSquares, stages } = result;
    const [flat = NaN, steep = NaN] = eigenvalues;
    const ellipses = [...first.svg.matchAll(/<ellipse[^>]*rx="([\d.]+)" ry="([\d.]+)"/g)];
    assert.ok(ellipses.length >= 7);
    // Between two weights of a known distance: units of the panel for one of the weights.
    const dots = readCircles(first, 2.5).slice(1);
    const [[x0, y0], [x1, y1]] = [dots[0] ?? [0, 0], dots[1] ?? [0, 0]];
    const [from, to] = [stages[0]?.weights ?? [], stages[1]?.weights ?? []];
    const distance = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0));
    const unit = Math.hypot(x1 - x0, y1 - y0) / distance;
    const highest = Math.max(...stages.map(({ loss }) => loss));
    const farthest = dots[stages.findIndex(({ loss }) => loss === highest)] ?? [];
    const turn =
      /rotate\(([-\d.]+) ([\d.]+) ([\d.]+)\)/.exec(first.svg)?.slice(1).map(Number) ?? [];
    const [degrees = NaN, cx = NaN, cy = NaN] = turn;
    const [cos, sin] = [Math.cos, Math.sin].map((of) => of((degrees * Math.PI) / 180));
    const [dx, dy] = [(farthest[0] ?? NaN) - cx, (farthest[1] ?? NaN) - cy];
    const [seventhX, seventhY] = [Number(ellipses[6]?.[1]), Number(ellipses[6]?.[2])];
    const along = (dx * (cos ?? NaN) + dy * (sin ?? NaN)) / seventhX;
    const across = (dy * (cos ?? NaN) - dx * (sin ?? NaN)) / seventhY;
    assert.ok(Math.abs(along ** 2 + across ** 2 - 1) < 2e-3, 'the start is on the seventh');
    ellipses.forEach(([, rx, ry], n) => {
      const losses = [
        (flat / 2) * (Number(rx) / unit) ** 2,
        (steep / 2) * (Number(ry) / unit) ** 2,
        (highest - leastSquares.loss) * ((n + 1) / 7) ** 2,
      ];
      const [along = NaN, across = NaN, expected = NaN] = losses;
      assert.ok(Math.abs(along / expected - 1) < 2e-3, `${along} is not ${expected}`);
      assert.ok(Math.abs(across / expected - 1) < 2e-3, `${across} is not ${expected}`);
    });
  });

  test('can be pointed at to choose the number of layers', () => {
    const { second } = draw(choose());
    const dots = readCircles(second, 2.5).slice(-4);
    const [from, to] = [dots[0]?.[0], dots[3]?.[0]];
    assert.deepEqual(second.scan, { x: { parameter: 'layers', from, to, first: 1, last: 4 } });
  });
});
