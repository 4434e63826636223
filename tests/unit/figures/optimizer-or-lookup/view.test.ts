import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { optimizerOrLookup } from '../../../../src/figures/optimizer-or-lookup/figure.ts';
import { compute, refine } from '../../../../src/figures/optimizer-or-lookup/core.ts';
import { estimators } from '../../../../src/figures/optimizer-or-lookup/estimators.ts';
import { parameters } from '../../../../src/figures/optimizer-or-lookup/parameters.ts';
import { shifts, type Chosen } from './specimen.ts';

const initial = initialValues(parameters);
const whole = compute(initial);

/** Drawn in both widths, after the first few contexts: the same shapes as after the last, in a fraction of the time. */
function draw(values: Chosen): Drawing {
  const { value } = refine(values).next();
  assert.ok(value !== undefined);
  return {
    ...optimizerOrLookup.draw(value, values, undefined),
    panels: Object.values(panelWidths).flatMap(
      (width) => optimizerOrLookup.draw(value, values, undefined, width).panels,
    ),
  };
}

/** Where each parameter is least and most. */
const corners: Chosen[] = shifts.flatMap((shift) =>
  [2, 20].flatMap((dimension) =>
    [0, 2].flatMap((noise) =>
      [1, 12].flatMap((steps) =>
        [0, 1].flatMap((strength) =>
          ([0, 10] as const).map((stored) => ({
            ...{ dimension, noise, steps, shift, strength, stored, seed: 0 },
            task: stored === 0 ? ('stored' as const) : ('new' as const),
          })),
        ),
      ),
    ),
  ),
);
const drawings = [initial, ...corners].map((values) => ({ values, drawing: draw(values) }));

const texts = (svg: string) =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)</g)].map(([, attributes = '', text = '']) => {
    const number = (name: string) =>
      Number(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? NaN);
    const width = 7.2 * [...text].length;
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
    const left = number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text, left, right: left + width, y: number('y') };
  });

/** The height of a line at a place across. */
function heightAt(points: readonly number[][], x: number): number {
  const next = Math.max(
    1,
    points.findIndex(([at = NaN]) => at >= x - 0.01),
  );
  const [[x0 = NaN, y0 = NaN] = [], [x1 = NaN, y1 = NaN] = []] = [points[next - 1], points[next]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

describe('the drawing', () => {
  test('has finite numbers only, whatever is chosen', () => {
    for (const { values, drawing } of drawings) {
      for (const { svg } of drawing.panels) {
        assert.doesNotMatch(svg, /NaN|Infinity|undefined|null/, JSON.stringify(values));
        for (const [number] of svg.matchAll(/\d+(\.\d+)?(e[+-]?\d+)?/g)) {
          assert.ok(Math.abs(Number(number)) < 1e5, `${number} of ${JSON.stringify(values)}`);
        }
      }
    }
  });

  test('has two panels of six curves, told apart by dash and hue, and named at their ends', () => {
    for (const { values, drawing } of drawings) {
      assert.equal(drawing.panels.length, 4);
      for (const { svg } of drawing.panels) {
        const curves = [
          ...svg.matchAll(/<path class="curve (stroke-\d)"( stroke-dasharray="[^"]*")?/g),
        ];
        assert.equal(curves.length, estimators.length);
        assert.equal(new Set(curves.map(([, hue]) => hue)).size, estimators.length);
        assert.equal(new Set(curves.map(([, , dash]) => dash ?? '')).size, estimators.length);
        // None is interrupted, not even where its mean is infinite or 0, but where a thin line goes on.
        for (const [path, hue] of svg.matchAll(/<path class="curve (stroke-\d)[^>]*>/g)) {
          const [, thin = ''] =
            new RegExp(`<path class="${hue}"[^>]* d="([^"]*)"/>`).exec(svg) ?? [];
          assert.ok(path.match(/M/g)?.length === 1 || thin.includes('L'), hue);
        }
        const named = texts(svg).map(({ text }) => text);
        const step = values.steps === 1 ? '1 step' : `${values.steps} steps`;
        for (const name of ['ridge', 'least sq.', step, 'table', '3 nearest', 'zero', 'N = d']) {
          assert.ok(named.includes(name), name);
        }
      }
    }
  });

  test('has no label over another or beyond the panel', () => {
    for (const { values, drawing } of drawings) {
      for (const { svg, width, height } of drawing.panels) {
        const all = texts(svg);
        all.forEach((a, i) => {
          const where = `${a.text}, ${JSON.stringify(values)}`;
          assert.ok(a.left >= -0.5 && a.right <= width + 0.5 && a.y > 8 && a.y < height, where);
          for (const b of all.slice(i + 1)) {
            const apart = a.right < b.left || b.right < a.left || Math.abs(a.y - b.y) >= 12;
            assert.ok(apart, `${b.text} and ${where}`);
          }
        });
      }
    }
  });

  test('says in words and numbers what it shows', () => {
    const { summary, table, panels } = optimizerOrLookup.draw(whole, initial, undefined);
    assert.match(
      summary,
      /^After 12 examples of a new task in 6 dimensions .* with inputs 2\.3 times as large: ridge 0\.14 and/,
    );
    assert.match(summary, /a mean over 1024 contexts/);
    assert.match(
      summary,
      /is too long in up to 100 % of the shifted contexts, and where its line is thin, a median, /,
    );
    assert.match(summary, /Within one example of N = 6, least squares has no finite mean\.$/);
    assert.equal(table.rows.length, 2 * 19);
    for (const row of table.rows) assert.equal(row.length, table.columns.length);
    assert.equal(new Set(table.columns).size, table.columns.length);
    assert.deepEqual(
      panels.map(({ title }) => title),
      ['In distribution', 'Inputs × 2.3'],
    );
  });

  test('has bands from one end of the interval to the other', () => {
    const [panel] = optimizerOrLookup.draw(whole, initial, undefined).panels;
    const lines = [...(panel?.svg ?? '').matchAll(/class="hairline" d="M44 ([\d.]+)H/g)];
    const [first = NaN, second = NaN] = lines.map(([, y]) => Number(y));
    const error = (y: number) => 0.01 * 10 ** ((first - y) / (first - second));
    const [, path = ''] = /class="band fill-5" d="M([^"]*)z"/.exec(panel?.svg ?? '') ?? [];
    const points = path.split('L').map((point) => point.split(' ').map(Number));
    const turn = points.findIndex(([x = 0], index) => x === points[index + 1]?.[0]);
    const edges = [points.slice(0, turn + 1), points.slice(turn + 1).toReversed()];
    const { means, halfWidths } = whole.training.nearest;
    means.forEach((mean, n) => {
      const x = 44 + (n * (354 - 44)) / (means.length - 1);
      const [upper = NaN, lower = NaN] = edges.map((edge) => error(heightAt(edge, x)));
      const width = Math.log(upper / lower) / 2;
      // An edge may be a tenth of a unit from its points.
      assert.ok(Math.abs(width - (halfWidths[n] ?? NaN) / mean) < 4e-3, `${width} after ${n}`);
      assert.ok(Math.abs(Math.sqrt(upper * lower) / mean - 1) < 4e-3);
    });
  });

  test('says what descent has no mean of, and what its step is too long for, and only that', () => {
    const say = (values: Partial<Chosen>) => {
      const [, value] = refine({ ...initial, ...values });
      assert.ok(value !== undefined);
      return optimizerOrLookup.draw(value, { ...initial, ...values }, undefined);
    };
    const rare = /where its line is thin, a median, rare contexts rule its mean/;
    const tooLong = /is too long in up to \d+ % of the shifted contexts/;

    const flat = say({ dimension: 20, steps: 1, shift: 'orthant', strength: 1 });
    assert.match(flat.summary, tooLong);
    assert.doesNotMatch(flat.summary, rare);
    const few = say({ shift: 'weights', steps: 1, dimension: 20 });
    assert.doesNotMatch(few.summary, rare);
    const none = say({ shift: 'weights', steps: 12, noise: 2 });
    assert.doesNotMatch(none.summary, tooLong);
    const skewed = say({ steps: 12, shift: 'covariance', strength: 0.5 });
    assert.match(skewed.summary, rare);

    const lost = say({ dimension: 2, noise: 0, steps: 12, strength: 1 });
    assert.match(lost.summary, tooLong);
    assert.match(lost.summary, rare);
    assert.match(lost.summary, / and a median of more than 10[⁰¹²³⁴-⁹]+,/);
    const column = lost.table.columns.findIndex((name) => name === '12 steps of descent');
    for (const row of lost.table.rows.slice(8)) {
      assert.ok(Number.isNaN(row[column]) && Number.isNaN(row[column + 1]));
    }
  });

  test('has no digit finer than its interval', () => {
    const { table, summary } = optimizerOrLookup.draw(whole, initial, undefined);
    assert.doesNotMatch(summary.split('.')[0] ?? '', /\d{3}\.|0\.0*[1-9]\d\d/);
    for (const row of table.rows) {
      for (const column of [2, 4, 6, 8, 10]) {
        const [mean, half] = [Number(row[column]), Number(row[column + 1])];
        if (!Number.isFinite(mean) || half === 0) continue;
        const unit = 10 ** Math.floor(Math.log10(Number.isNaN(half) ? mean : half));
        assert.ok(Math.abs(mean / unit - Math.round(mean / unit)) < 1e-6, `${mean} ± ${half}`);
      }
    }
  });

  test('says of every shift what it is', () => {
    const said = shifts.map((shift) => draw({ ...initial, shift, strength: 0.5 }).summary);
    assert.match(said[0] ?? '', /with inputs 2 times as large:/);
    assert.match(said[1] ?? '', /with standard deviations of the inputs from 2 to 0\.33:/);
    assert.match(
      said[2] ?? '',
      /with inputs of one sign in 3 of 6 coordinates, and a query of any:/,
    );
    assert.match(said[3] ?? '', /with weights 2 times as large:/);
    assert.match(draw({ ...initial, strength: 0 }).summary, /with no shift:/);
  });
});
