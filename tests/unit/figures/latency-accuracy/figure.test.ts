import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { latencyAccuracy } from '../../../../src/figures/latency-accuracy/figure.ts';
import type { Measurement } from '../../../../src/figures/latency-accuracy/measurement.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';
import { input as example, scored } from './input.ts';

type Axis = 'linear' | 'logarithmic';

/** In a dot that is half filled. */
const halfDisc = 'a4 4 0 0 0 0 8z';

const draw = (
  input: readonly Measurement[],
  axis: Axis = 'logarithmic',
  width: number = panelWidths.wide,
  point = 1,
  reference = 1,
): Drawing => {
  const values = { axis, point, reference };
  return latencyAccuracy.draw(latencyAccuracy.compute(values, input), values, input, width);
};

function assertSound(input: readonly Measurement[], axis: Axis): void {
  const { summary, table } = draw(input, axis);
  const state = `${axis} ${JSON.stringify(input)}`;
  const panels = Object.values(panelWidths).flatMap((width) => draw(input, axis, width).panels);
  for (const { svg, width, height } of panels) {
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/, state);
    assert.deepEqual(findMisplaced(svg, width, height), [], state);
    assert.equal(svg.match(/<circle /g)?.length, input.length, state);
    const places = Array.from(svg.matchAll(/c[xy]="([^"]*)"/g), ([, at]) => Number(at));
    assert.ok(
      places.every((at) => at >= 0 && at <= Math.max(width, height)),
      state,
    );
  }
  assert.doesNotMatch(summary, /NaN|Infinity|undefined|∞/, state);
  assert.equal(table.rows.length, input.length);
  assert.ok(table.rows.every((row) => row.length === table.columns.length));
}

const one = (latency: number, ndcg: number, interval?: [number, number]): Measurement => ({
  architecture: 'One',
  latency,
  ndcg,
  ...(interval && { interval }),
});

test('in every corner all that is drawn is a number in the panel, and no words stand over others', () => {
  const corners: Measurement[][] = [
    example,
    [one(12, 0.5)],
    [one(1e-3, 0)],
    [one(1e6, 1, [0, 1])],
    [one(0.01, 0.2), one(1e5, 0.9)],
    [one(10, 0.7), one(10, 0.7), one(10, 0.7)],
    Array.from({ length: 30 }, (_, index) => one(10 + index / 100, 0.5 + index / 1000)),
  ];
  for (const corner of corners)
    for (const axis of ['linear', 'logarithmic'] as const) assertSound(corner, axis);
});

test('so it is for whatever is measured', () => {
  const measurement = fc
    .record({
      architecture: fc.stringMatching(/^[A-Za-z][\w -]{0,30}$/),
      latency: fc.double({ min: 0.001, max: 1e5, noNaN: true }),
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      hasInterval: fc.boolean(),
    })
    .map(({ architecture, latency, values, hasInterval }): Measurement => {
      const [low = 0, ndcg = 0, high = 0] = values.toSorted((a, b) => a - b);
      return {
        architecture,
        latency,
        ndcg,
        ...(hasInterval && { interval: [low, high] as const }),
      };
    });
  fc.assert(
    fc.property(
      fc.array(measurement, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('linear' as const, 'logarithmic' as const),
      assertSound,
    ),
    { numRuns: 60, seed: 11 },
  );
});

test('the example is named as made up, whole, and said to be what it is', () => {
  for (const axis of ['linear', 'logarithmic'] as const) {
    const { svg = '' } = draw(example, axis).panels[0] ?? {};
    const words = listTextBoxes(svg).map(({ text }) => text);
    for (const { architecture } of example) {
      assert.match(architecture, /made-up/i);
      assert.ok(words.includes(architecture), architecture);
    }
    assert.ok(words.includes('dominated'));
  }
  assert.equal(
    draw(example).summary,
    '4 measurements of 7 are on the frontier, from Made-up A at 4.2 ms (NDCG@10 0.612) to ' +
      'Made-up F at 88 ms (NDCG@10 0.731). 3 others are dominated: one that is no slower is at ' +
      'least as accurate. Of 2, half filled, the interval overlaps with that of one on the frontier ' +
      'that is no slower: whether they are dominated is not sure.',
  );
});

test('the summary says where the frontier is, also where all of it is at one place', () => {
  const say = (...input: Measurement[]) => draw(input).summary;
  const [tied, worse] = [one(5, 0.5), one(6, 0.4)];
  assert.equal(say(tied), '1 measurement of 1 is on the frontier: One at 5 ms (NDCG@10 0.5).');
  assert.match(
    say(tied, { ...tied, architecture: 'Two' }, worse),
    /^2 measurements of 3 are on the frontier, equal: all at 5 ms \(NDCG@10 0\.5\)\. 1 other is/,
  );
  assert.match(
    say(tied, { ...tied, architecture: 'Two' }, one(6, 0.6)),
    /^3 .*, from One at 5 ms \(NDCG@10 0\.5\) to One at 6 ms \(NDCG@10 0\.6\)\.$/,
  );
});

test('what is on the frontier, but perhaps dominated, is half filled and said to be so', () => {
  const input = [one(5, 0.5, [0.45, 0.55]), one(6, 0.54, [0.5, 0.58])];
  const { panels, summary, table } = draw(input);
  const svg = panels[0]?.svg ?? '';
  assert.equal(svg.split('fill-1 stroke-paper').length - 1, 1);
  assert.equal(svg.split(halfDisc).length - 1, 1);
  assert.match(summary, / Of 1, half filled, .* whether it is dominated is not sure\.$/);
  assert.match(panels[0]?.description ?? '', /Half filled are those for which that is not sure/);
  // Architectures answer the same queries: overlapping marginal intervals do not settle a paired comparison.
  assert.match(
    latencyAccuracy.provenance,
    /intervals are marginal.* query by query may still tell/,
  );
  assert.deepEqual(
    table.rows.map((row) => row.slice(-2)),
    [
      ['none: on the frontier', '–'],
      ['none: on the frontier', 'One'],
    ],
  );
});

test('what is dominated is hollow, what is not is filled, and bars are intervals', () => {
  const { svg = '' } = draw(example).panels[0] ?? {};
  assert.equal(svg.split('fill-1 stroke-paper').length - 1, 4);
  assert.equal(svg.split('fill-paper stroke-ink').length - 1, 3);
  assert.equal(svg.split(halfDisc).length - 1, 2);
  assert.equal(svg.split('class="stroke-ink"').length - 1, 6);
});

test('a name that finds no room is counted in the description, and one that is long is cut', () => {
  const crowd = Array.from({ length: 30 }, () => ({ ...one(10, 0.5), architecture: 'Crowded' }));
  const [panel] = draw(crowd).panels;
  const names = listTextBoxes(panel?.svg ?? '').filter(({ text }) => text === 'Crowded').length;
  assert.ok(names > 0 && names < 30);
  assert.match(panel?.description ?? '', new RegExp(` ${30 - names} without a name`));

  const long = { ...one(10, 0.5), architecture: 'An architecture with a very long name' };
  const texts = listTextBoxes(draw([long]).panels[0]?.svg ?? '').map(({ text }) => text);
  assert.ok(texts.includes('An architecture with a…'));
  assert.equal(draw([long]).table.rows[0]?.[0], long.architecture);
});

test('the table says of each by what it is dominated, and what was not measured', () => {
  const { rows } = draw(example).table;
  assert.deepEqual(rows[2], ['Made-up C', 14, 0.641, 0.627, 0.655, 'Made-up B', 'Made-up B']);
  assert.deepEqual(rows[5], ['Made-up F', 88, 0.731, '–', '–', 'none: on the frontier', '–']);
});

test('scores of queries have paired differences, and each class of lengths a panel with the same axes', () => {
  for (const axis of ['linear', 'logarithmic'] as const)
    for (const width of Object.values(panelWidths))
      for (const reference of [1, 2, 3, 4]) {
        const state = `${axis} ${width} ${reference}`;
        const { panels, summary, table } = draw(scored, axis, width, 1, reference);
        const [all, apart, ...classes] = panels;
        assert.equal(classes.length, 3, state);
        for (const { svg, height } of panels) {
          assert.doesNotMatch(svg, /NaN|Infinity|undefined/, state);
          assert.deepEqual(findMisplaced(svg, width, height), [], state);
        }
        assert.equal(apart?.svg.match(/<circle /g)?.length, 3, state);
        assert.doesNotMatch(summary, /NaN|undefined/, state);
        assert.equal(table.rows.length, 16);
        assert.ok(table.rows.every((row) => row.length === table.columns.length));
        const listTicks = ({ svg = '', height = 0 } = {}) =>
          listTextBoxes(svg).filter(({ top }) => top > height - 38);
        for (const panel of classes) assert.deepEqual(listTicks(panel), listTicks(all));
        // One picture has the handle.
        assert.deepEqual(
          panels.map(({ scan }) => scan !== undefined),
          [true, false, false, false, false],
        );
      }
});

test('the reader chooses the reference among the architectures of the table, by name', () => {
  const { reference } = latencyAccuracy.listParameters?.(scored) ?? {};
  assert.deepEqual(
    [reference?.maximum, reference?.names],
    [4, ['Made-up A', 'Made-up B', 'Made-up C', 'Made-up D']],
  );
  const { summary, table } = draw(scored, 'linear', panelWidths.wide, 1, 4);
  assert.match(
    summary,
    / Minus Made-up D, paired over 40 queries: Made-up A −0\.068 \(−0\.\d+ to −0\.\d+\); /,
  );
  assert.match(summary, / The most accurate by length: Made-up C \(≤ 128 tokens\), /);
  assert.deepEqual(table.columns, [
    'Architecture',
    'Length',
    'Latency (ms)',
    'Queries',
    'NDCG@10',
    'Low (marginal)',
    'High (marginal)',
    'Minus Made-up D',
    'Low (paired)',
    'High (paired)',
    'Dominated by',
    'Not told apart from',
  ]);
  // Without scores of queries there is nothing to choose.
  assert.ok(!('reference' in (latencyAccuracy.listParameters?.(example) ?? {})));
  assert.equal(draw(example).panels.length, 1);
});

test('a table with lengths, and without queries, has a panel for each', () => {
  const input = ['short', 'long'].flatMap((length) => example.map((each) => ({ ...each, length })));
  const { panels, table } = draw(input);
  assert.deepEqual(
    panels.map(({ title }) => title),
    ['Length short', 'Length long'],
  );
  assert.equal(table.columns[1], 'Length');
});

test('of few queries the differences have no interval, and are hollow', () => {
  const few = [
    { ...one(5, 0.5), queries: 4, differences: [] },
    { ...one(6, 0.6), architecture: 'Two', queries: 4, differences: [{ mean: 0.1 }] },
  ];
  const { panels, summary } = draw(few);
  assert.doesNotMatch(panels[1]?.svg ?? '', /fill-1 stroke-paper/);
  assert.match(summary, / Minus One, paired over 4 queries: Two \+0\.1\.$/);
});

test('latencies have ticks at round numbers, two at least', () => {
  const listTicks = (latencies: number[], width: number = panelWidths.wide) => {
    const input = latencies.map((latency) => one(latency, 0.5));
    const { svg = '', height = 0 } = draw(input, 'logarithmic', width).panels[0] ?? {};
    return listTextBoxes(svg)
      .filter(({ top }) => top > height - 38)
      .map(({ text }) => text)
      .filter((text) => !text.startsWith('latency'));
  };
  assert.deepEqual(listTicks([4, 120]), ['5', '10', '20', '50', '100']);
  assert.deepEqual(listTicks([0.01, 90_000]), [
    '0.01',
    '0.1',
    '1',
    '10',
    '100',
    '1000',
    '10k',
    '100k',
  ]);
  // Where numbers would touch, every second power is left out.
  assert.deepEqual(listTicks([0.01, 90_000], panelWidths.narrow), ['0.01', '1', '100', '10k']);
  assert.deepEqual(listTicks([12]), ['10', '12', '14', '16']);
});

test('a pointer chooses one of the points on the frontier, and the summary names it and its gain', () => {
  const input = [one(1, 0.5), one(4, 0.6), one(9, 0.55), one(16, 0.75)];
  const parameters = latencyAccuracy.listParameters?.(input);
  assert.equal(parameters?.point.maximum, 3);
  const { panels, summary } = draw(input, 'linear', panelWidths.wide, 3);
  const { x, at } = panels[0]?.scan ?? {};
  assert.equal(x?.stops?.length, 3);
  assert.equal(at?.[0], x.stops[2]);
  assert.match(
    summary,
    /Point 3 is One, 0\.75\d* at 16\.?0* ms: 0\.15\d* more than One, for 12\.?0* ms more\.$/,
  );
});
