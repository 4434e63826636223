import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { trainedLayer } from '../../../../src/figures/trained-layer/figure.ts';
import { parameters } from '../../../../src/figures/trained-layer/parameters.ts';
import { listStarts, models } from '../../../../src/figures/trained-layer/settings.ts';
import { snapshotSteps } from '../../../../src/figures/trained-layer/training.ts';
import { layOutPlot } from '../../../../src/figures/shared/chart.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { formatNumber } from '../../../../src/figures/shared/number.ts';
import { formatValue } from '../../../../src/figures/shared/parameter.ts';
import { findMisplaced } from '../text-boxes.ts';

const { minimum, maximum, step: stride } = parameters.step;
const choices = models.flatMap((model) =>
  Array.from({ length: (maximum - minimum) / stride + 1 }, (_, n) => ({
    model,
    step: minimum + n * stride,
  })),
);
const states = choices.map((values) => ({
  values,
  result: trainedLayer.compute(values, undefined),
}));

describe('the slider', () => {
  test('stands at each step whose weights are kept but that before training, and shows it', () => {
    const shown = states.slice(0, snapshotSteps.length - 1).map(({ values, result }) => {
      const stage = result.stages[result.chosen];
      assert.equal(formatValue(parameters.step, values.step), formatNumber(stage?.step ?? NaN));
      return stage?.step;
    });
    assert.deepEqual(shown, snapshotSteps.slice(1));
  });
});

/** The height of the hairline of a tick: its number stands 4 units lower. */
function readTick(svg: string, tick: number): number {
  const [, height] = new RegExp(`y="([\\d.]+)" text-anchor="end">${tick}</text>`).exec(svg) ?? [];
  return Number(height) - 4;
}

describe('the drawing', () => {
  for (const [name, width] of Object.entries(panelWidths))
    test(`has words in their places and finite numbers, ${name}`, () => {
      for (const { values, result } of states) {
        const { panels } = trainedLayer.draw(result, values, undefined, width);
        for (const panel of panels) {
          assert.doesNotMatch(panel.svg, /NaN|Infinity|undefined|null/);
          assert.deepEqual(
            findMisplaced(panel.svg, width, panel.height),
            [],
            `${JSON.stringify(values)} ${panel.title}`,
          );
          assert.ok(panel.title.length > 5 && panel.description.length > 100);
        }
      }
    });

  test('draws each matrix four times, and the end of training at each start', () => {
    for (const { values, result } of states) {
      const [matrices, errors] = trainedLayer.draw(result, values, undefined).panels;
      const drawn = matrices?.svg.match(/<g transform="translate\([^"]*scale\(/g) ?? [];
      assert.equal(drawn.length, 8 * result.setting.layers);
      const dots = errors?.svg.match(/<circle class="fill-1"/g) ?? [];
      // Errors above the axis have none.
      const within = result.stages.slice(1).filter(({ error }) => error <= 1.3);
      assert.equal(dots.length, within.length);
      // The ends are short lines beside the area, as high as an error of their size is on the curve.
      const svg = errors?.svg ?? '';
      const lines = Array.from(
        svg.matchAll(/<path class="stroke-1"[^>]* d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g),
        ([, ...numbers]) => numbers.map(Number),
      );
      const { right } = layOutPlot(panelWidths.wide, { margin: 14 });
      const [one = NaN, tenth = NaN] = [1, 0.1].map((tick) => readTick(svg, tick));
      assert.equal(lines.length, result.ends.length);
      lines.forEach(([x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN], n) => {
        assert.deepEqual([x1, x2], [right + 4, right + 12]);
        const height = one - (tenth - one) * Math.log10(Math.min(result.ends[n] ?? NaN, 1.3));
        assert.ok(Math.abs(y1 - height) < 0.2 && y1 === y2, `${y1} and ${height}`);
      });
      assert.equal(errors?.scan?.x?.parameter, 'step');
    }
  });
});

test('the summary has the numbers of this state', () => {
  for (const { values, result } of states) {
    const { summary } = trainedLayer.draw(result, values, undefined);
    const stage = result.stages[result.chosen];
    const { plain, best } = result.constructed;
    for (const value of [stage?.error ?? NaN, plain.error, best.error, ...result.ends])
      assert.ok(summary.includes(formatNumber(Number(value.toPrecision(3)))), summary);
    assert.match(summary, /^After [\d,]+ of 4,096 updates .+\.$/);
    assert.ok(summary.endsWith(`the drawn run is from start ${result.setting.seed}.`), summary);
  }
});

test('the table has a row for each step that is kept, and for the ends of the other runs', () => {
  for (const { values, result } of states) {
    const { columns, rows } = trainedLayer.draw(result, values, undefined).table;
    const { seed, steps } = result.setting;
    for (const row of rows) assert.equal(row.length, columns.length);
    const ends = listStarts(values.model).map((start, n) => [steps, start, result.ends[n]]);
    assert.deepEqual(
      rows.slice(snapshotSteps.length).map((row) => row.slice(0, 3)),
      ends.filter(([, start]) => start !== seed),
    );
    snapshotSteps.forEach((_, n) => {
      const [row = [], stage] = [rows[n], result.stages[n]];
      assert.deepEqual(row.slice(0, 3), [stage?.step, seed, stage?.error]);
      const last = stage?.measures.at(-1);
      assert.deepEqual(row.slice(-3), [
        Math.min(...(last?.stepSizes ?? [])),
        Math.max(...(last?.stepSizes ?? [])),
        last?.alignment,
      ]);
    });
  }
});
