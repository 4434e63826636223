import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankOneConstraints } from '../../../../src/figures/rank-one-constraints/figure.ts';
import { parameters } from '../../../../src/figures/rank-one-constraints/parameters.ts';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';

type Chosen = Values<typeof parameters>;

const initial = initialValues(parameters);
const draw = (chosen: Partial<Chosen> = {}, width: number = panelWidths.wide): Drawing => {
  const values = { ...initial, ...chosen };
  return rankOneConstraints.draw(
    rankOneConstraints.compute(values, undefined),
    values,
    undefined,
    width,
  );
};
const names = <Name extends 'deleted' | 'witness'>(name: Name) =>
  Object.keys(parameters[name].options) as Chosen[Name][];

const ages = Array.from({ length: 41 }, (_, age) => age);
const states: Partial<Chosen>[] = [4, 5, 6, 7].flatMap((bits) =>
  names('deleted').flatMap((deleted) =>
    names('witness').flatMap((witness) => ages.map((age) => ({ bits, deleted, witness, age }))),
  ),
);

test('in every state all that is drawn is a number, and no words stand over others', () => {
  for (const state of states) {
    const { panels, summary, table } = draw(state);
    const where = JSON.stringify(state);
    for (const { svg, width, height } of [...panels, ...draw(state, panelWidths.narrow).panels]) {
      assert.doesNotMatch(svg, /NaN|Infinity|undefined/, where);
      assert.deepEqual(findMisplaced(svg, width, height), [], where);
    }
    assert.doesNotMatch(summary, /NaN|Infinity|undefined/, where);
    assert.equal(table.rows.length, Number(state.bits) + 2);
    for (const row of table.rows) assert.equal(row.length, table.columns.length, where);
  }
});

test('the summary says what the constraints decide, whether that is true, and for whom a witness passes', () => {
  assert.equal(
    draw().summary,
    '15 − 18 = −3, which wraps around to d = 94 modulo 97. 1 of 8 constraints fails: the false statement ' +
      '“at least 18” is rejected. With these constraints, some witness passes for the ages 18 to 81 and for no other.',
  );
  assert.equal(
    draw({ deleted: 'range' }).summary,
    '15 − 18 = −3, which wraps around to d = 94 modulo 97. The one constraint left holds: the false statement ' +
      '“at least 18” is accepted. With these constraints, some witness passes for every age.',
  );
  assert.match(
    draw({ age: 20 }).summary,
    /^20 − 18 = 2, so d = 2\. All 8 constraints hold: the true statement “at least 18” is accepted\./,
  );
  assert.match(
    draw({ deleted: 'bit', witness: 'one-bit' }).summary,
    / The 7 constraints left hold: the false .* accepted\. .* every age\.$/,
  );
  assert.match(
    draw({ witness: 'other-age' }).summary,
    /^15 − 18 = −3, but the witness says d = 2\. 1 of 8 constraints fails: .* rejected/,
  );
  assert.match(
    draw({ age: 40, bits: 4 }).summary,
    / 1 of 6 constraints fails: the true .* rejected\. .* the ages 18 to 33 and/,
  );
  assert.match(draw({ bits: 7 }).summary, / All 9 constraints hold: the false .* every age\.$/);
});

test('a wrong decision is said to be wrong in both panels', () => {
  const wrong = (state: Partial<Chosen>) =>
    draw(state).panels.map(({ svg }) => svg.includes('wrongly'));
  assert.deepEqual(wrong({}), [false, false]);
  assert.deepEqual(wrong({ age: 20 }), [false, false]);
  assert.deepEqual(wrong({ deleted: 'range' }), [true, true]);
  assert.deepEqual(wrong({ age: 40, bits: 4 }), [true, true]);
  // The age has another witness, which passes.
  for (const witness of ['one-bit', 'other-age'] as const) {
    assert.deepEqual(wrong({ age: 30, witness }), [false, false]);
    assert.match(draw({ age: 30, witness }).summary, /: this witness of the true statement/);
  }
});

const count = (svg: string | undefined, pattern: RegExp) => svg?.match(pattern)?.length ?? 0;

const [tick, cross, dash] = [
  /l3\.5 4l6\.5 -8"/g,
  /l8 8m0 -8l-8 8"/g,
  /stroke-soft" d="M3 [\d.]+h8"/g,
];

test('each constraint has a mark', () => {
  const marks = (state: Partial<Chosen>) => {
    const [panel] = draw(state).panels;
    return [tick, cross, dash].map((sign) => count(panel?.svg, sign));
  };
  assert.deepEqual(marks({}), [7, 1, 0]);
  assert.deepEqual(marks({ age: 18 }), [8, 0, 0]);
  assert.deepEqual(marks({ deleted: 'range' }), [1, 0, 7]);
  assert.deepEqual(marks({ deleted: 'bit', witness: 'one-bit' }), [7, 0, 1]);
});

test('the values put in are read from the rows and from the table', () => {
  const { panels, table } = draw({ witness: 'one-bit' });
  const lines = listTextBoxes(panels[0]?.svg ?? '').map(({ text }) => text);
  assert.ok(lines.includes('94 · 93 = 12, not 0'));
  assert.ok(lines.includes('94 · \u00a01 = 94'));
  assert.ok(lines.includes('b0 + … + 32b5 = d'));
  assert.deepEqual(table.rows.slice(0, 3), [
    ['age − 18 = d', 94, 1, 94, 94, 'yes', 'yes'],
    ['b₀ + … + 32b₅ = d', 94, 1, 94, 94, 'yes', 'yes'],
    ['b₀ (b₀ − 1) = 0', 94, 93, 12, 0, 'no', 'yes'],
  ]);
  assert.match(panels[0]?.description ?? '', /one is 1, age is 15, d is 94, b₀ is 94, b₁ is 0/);
});

test('the thick arc is as long as the values are that have a witness, and whole where all have one', () => {
  const arcs = (state: Partial<Chosen>) => {
    const svg = draw(state).panels[1]?.svg ?? '';
    // The key is such a line too.
    return [
      count(svg, /<path class="stroke-accent" stroke-width="7"/g),
      count(svg, /<circle class="stroke-accent" stroke-width="7"/g),
    ];
  };
  assert.deepEqual(arcs({}), [2, 0]);
  for (const state of [{ deleted: 'range' }, { deleted: 'difference' }, { bits: 7 }] as const)
    assert.deepEqual(arcs(state), [1, 1]);
  // 64 of 97 values are more than half a turn, 32 are less.
  const flags = (bits: number) =>
    /stroke-accent" stroke-width="7" d="M[\d. ]+A[\d.]+ [\d.]+ 0 (\d) 1/.exec(
      draw({ bits }).panels[1]?.svg ?? '',
    )?.[1];
  assert.deepEqual([flags(5), flags(6)], ['0', '1']);
});

test('an untrue d is marked beside the true difference', () => {
  const hollow = /class="fill-paper stroke-ink"/g;
  const marks = (state: Partial<Chosen>) => count(draw(state).panels[1]?.svg, hollow);
  assert.deepEqual([marks({}), marks({ witness: 'other-age' })], [0, 1]);
  assert.equal(marks({ witness: 'other-age', age: 20 }), 0);
});
