import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { sharpOrSmooth } from '../../../../src/figures/sharp-or-smooth/figure.ts';
import { parameters } from '../../../../src/figures/sharp-or-smooth/parameters.ts';
import { formatSize } from '../../../../src/figures/sharp-or-smooth/text.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';

type Chosen = Values<typeof parameters>;

const initial = initialValues(parameters);
const draw = (chosen: Partial<Chosen> = {}, width: number = panelWidths.wide): Drawing => {
  const values = { ...initial, ...chosen };
  return sharpOrSmooth.draw(sharpOrSmooth.compute(values, undefined), values, undefined, width);
};
const names = <Name extends 'metric' | 'items' | 'axis' | 'against' | 'options'>(name: Name) =>
  Object.keys(parameters[name].options) as Chosen[Name][];

const corners: Partial<Chosen>[] = [1, 3, 50].flatMap((tokens) =>
  [0.1, 0.4, 1].flatMap((slope) =>
    names('metric').flatMap((metric) =>
      names('axis').flatMap((axis) => [
        ...names('items').map((items) => ({ tokens, slope, metric, items, axis })),
        ...names('against').flatMap((against) =>
          names('options').flatMap((options) =>
            [0, 0.5, 1].map((correlation) => ({
              ...{ tokens, slope, metric, axis, against, options, correlation },
            })),
          ),
        ),
      ]),
    ),
  ),
);

test('in every corner all that is drawn is a number, and no words stand over others', () => {
  for (const corner of corners) {
    const { panels, summary, table } = draw(corner);
    const state = JSON.stringify(corner);
    for (const { svg, width, height } of [...panels, ...draw(corner, panelWidths.narrow).panels]) {
      assert.doesNotMatch(svg, /NaN|Infinity|undefined/, state);
      assert.deepEqual(findMisplaced(svg, width, height), [], state);
    }
    assert.doesNotMatch(summary, /NaN|Infinity|undefined|∞/, state);
    assert.equal(table.rows.length, 16);
    for (const row of table.rows) {
      assert.equal(row.length, table.columns.length);
      assert.ok(row.every(Number.isFinite), state);
    }
  }
});

test('the summary has the numbers of the state', () => {
  // c = 10⁸: p = exp(−10^0.4) and exp(−10^−1.6) at the ends; p⁵ = 1 − 2^(−1/100) at 1.001 · 10⁸.
  assert.equal(
    draw().summary,
    'From 10M to 1T parameters, the probability of a right token goes smoothly from 0.081 to 0.98. ' +
      'By exact match, a test of 100 answers of 5 tokens more likely than not shows none right below ' +
      '100M, where 37\u00a0% of tokens are right already; the least score above 0 that it can give is 0.01.',
  );
  assert.match(
    draw({ tokens: 50, slope: 0.1 }).summary,
    /shows none right up to 1T, where 67\u00a0%/,
  );
  assert.match(draw({ tokens: 1, slope: 0.1 }).summary, /100 answers of 1 token .* from 10M on/);
  assert.match(draw({ slope: 1 }).summary, /from 4\.50 × 10⁻⁵ to 0\.9999\./);
  assert.match(
    draw({ slope: 1, tokens: 1, metric: 'edit-distance' }).summary,
    /from 0\.99995 to 0\.0001 of 1, as .* from 4\.50 × 10⁻⁵ to 0\.9999\./,
  );
  // 50 (1 − exp(−10)).
  assert.match(
    draw({ slope: 1, tokens: 50, metric: 'edit-distance' }).summary,
    /wrong tokens goes smoothly from 49\.998 to 0\.005 of 50,/,
  );
  assert.match(
    draw({ metric: 'edit-distance' }).summary,
    /wrong tokens goes smoothly from 4\.6 to 0\.12 of 5/,
  );
});

test('the band is said to hold at least what it is named after', () => {
  const { panels, table } = draw();
  const [, metric] = panels;
  assert.match(metric?.description ?? '', /a band in which at least 95 % of tests score/);
  assert.ok(listTextBoxes(metric?.svg ?? '').some(({ text }) => text === 'at least 95 %'));
  assert.equal(table.columns.filter((name) => name.includes('at least 95 %')).length, 2);
});

test('a score of 0 is a hollow dot, on either axis, and there is one dot for each model', () => {
  for (const axis of names('axis')) {
    const { panels, table } = draw({ axis });
    const svg = panels[1]?.svg ?? '';
    const measured = table.columns.indexOf('Measured in one test');
    const zeros = table.rows.filter((row) => row[measured] === 0);
    assert.equal(zeros.length, 3);
    assert.equal(svg.split('fill-paper stroke-ink').length - 1, zeros.length);
    assert.equal(svg.split('fill-ink stroke-paper').length - 1, 16 - zeros.length);
  }
});

test('the line from which a right answer is seen is there where its size is', () => {
  const isNamed = (chosen: Partial<Chosen>) =>
    draw(chosen).panels.map(({ svg }) => svg.includes('>first<'));
  assert.deepEqual(isNamed({}), [true, true]);
  assert.deepEqual(isNamed({ tokens: 50, slope: 0.1 }), [false, false]);
  assert.deepEqual(isNamed({ tokens: 1, slope: 0.1 }), [false, false]);
});

test('its name is not written over the curve', () => {
  for (const corner of corners) {
    const svg = draw(corner).panels[0]?.svg ?? '';
    const boxes = listTextBoxes(svg).filter(({ text }) => /^(first|seen|above|chance)$/.test(text));
    const path = /class="curve[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '';
    const points = Array.from(path.matchAll(/([\d.]+) ([\d.]+)/g), ([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    assert.ok(points.length > 5);
    // Between two points the curve is drawn as a line: it passes by above a box, or below it.
    const over = boxes.filter((box) =>
      points.slice(1).some(([x2 = NaN, y2 = NaN], index) => {
        const [x1 = NaN, y1 = NaN] = points[index] ?? [];
        const isBeside = x2 > box.left && x1 < box.right;
        return isBeside && Math.max(y1, y2) > box.top && Math.min(y1, y2) < box.bottom;
      }),
    );
    assert.deepEqual(over, [], JSON.stringify(corner));
  }
});

test('what no test of this size can show is a line at 1/n', () => {
  const { svg = '' } = draw({ items: '10' }).panels[1] ?? {};
  // A tenth of the way from 276, the ground, to 28.
  assert.match(svg, /d="M44 251\.2H376" stroke-dasharray/);
  assert.ok(listTextBoxes(svg).some(({ text }) => text === '1/n'));
});

test('by the loss, models stand at their losses, and the words name them', () => {
  const { panels, summary } = draw({ against: 'loss' });
  for (const { svg, description } of panels) {
    assert.match(description, /against the loss, which falls to the right/);
    assert.ok(listTextBoxes(svg).some(({ text }) => text === 'loss, nats per token'));
    // c has a loss of 1: between 10^0.4 and 10^−1.6 it is 61 % along, from 52 to 368.
    const share = (10 ** 0.4 - 1) / (10 ** 0.4 - 10 ** -1.6);
    const place = Math.round((52 + share * 316) * 100) / 100;
    assert.ok(svg.includes(`cx="${place}"`), String(place));
  }
  assert.match(
    summary,
    /^From a loss of 2\.5 to a loss of 0\.025, .* none right above a loss of 1, where 37\u00a0%/,
  );
});

test('the curve by loss is the same at every slope, at the same losses', () => {
  const read = (slope: number) =>
    sharpOrSmooth.compute({ ...initial, slope }, undefined).curve.map(({ loss, expected }) => {
      assert.ok(Math.abs(expected - Math.exp(-5 * loss)) < 1e-12);
      return loss;
    });
  assert.notDeepEqual(read(0.4), read(0.8));
});

test('answers that can be guessed have a line at chance, and the share that is known', () => {
  const { panels, summary, table } = draw({ options: '4' });
  const { svg = '', description = '' } = panels[1] ?? {};
  // A quarter of the way from 276, the ground, to 28.
  assert.match(svg, /d="M44 214\.0H376" stroke-dasharray/);
  for (const name of ['1/g', 'known', 'above', 'chance'])
    assert.ok(
      listTextBoxes(svg).some(({ text }) => text === name),
      name,
    );
  assert.match(description, /dashed the share that is known/);
  // For 100 at ¼, P(X ≤ 33) = 0.972 and P(X ≤ 34) = 0.984.
  assert.match(
    summary,
    /scores no more than guesses can below .* among 4 options score 0\.25 on average, and at most 0\.34 in 97\.5\u00a0% of tests\.$/,
  );
  const column = table.columns.indexOf('Corrected for guessing');
  const expected = table.columns.indexOf('Exact match, expected (accuracy)');
  for (const row of table.rows)
    assert.ok(Math.abs((Number(row[expected]) - 0.25) / 0.75 - Number(row[column])) < 1e-12);
  assert.ok(!draw().table.columns.includes('Corrected for guessing'));
  assert.ok(!(draw().panels[1]?.svg ?? '').includes('>known<'));
});

test('the band of correlated tokens is an approximation, and says so', () => {
  const band = (chosen: Partial<Chosen>) => {
    const { svg = '' } = draw(chosen).panels[1] ?? {};
    return listTextBoxes(svg).find(({ text }) => text.endsWith('95 %'))?.text;
  };
  assert.equal(band({ metric: 'edit-distance', correlation: 0.5 }), 'about 95 %');
  for (const exact of [
    { metric: 'edit-distance', correlation: 0 },
    { metric: 'edit-distance', correlation: 1 },
    { metric: 'edit-distance', correlation: 0.5, tokens: 1 },
    { metric: 'exact-match', correlation: 0.5 },
  ] as const)
    assert.equal(band(exact), 'at least 95 %');
});

test('correlated tokens are right together: a right answer is seen in smaller models', () => {
  const find = (correlation: number) =>
    sharpOrSmooth.compute({ ...initial, tokens: 20, correlation }, undefined).seenFrom;
  assert.ok(find(0.5) < find(0.25) && find(0.25) < find(0));
  assert.match(draw({ correlation: 0.5 }).summary, /answers of 5 tokens \(ρ = 0\.5\)/);
});

test('sizes are written as is usual', () => {
  assert.deepEqual([1e7, 2.634e7, 1e8, 9.99e8, 1.85e9, 1e12, 3e15].map(formatSize), [
    '10M',
    '26M',
    '100M',
    '1B',
    '1.9B',
    '1T',
    '3000T',
  ]);
});
