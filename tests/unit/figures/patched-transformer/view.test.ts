import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compute, refine, type Probe } from '../../../../src/figures/patched-transformer/core.ts';
import { patchedTransformer } from '../../../../src/figures/patched-transformer/figure.ts';
import { nameComponents } from '../../../../src/figures/patched-transformer/names.ts';
import { parameters } from '../../../../src/figures/patched-transformer/parameters.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';

type Chosen = Values<typeof parameters>;

const initial = initialValues(parameters);

/** After the first few pairs: the same shapes as after the last, in a fraction of the time. */
function computeFew(values: Chosen): Probe {
  const { value } = refine(values).next();
  assert.ok(value);
  return value;
}

const names = <Name extends 'direction' | 'corruption' | 'test' | 'task'>(name: Name) =>
  Object.keys(parameters[name].options) as Chosen[Name][];

const states: Chosen[] = names('test').flatMap((test) =>
  names('direction').flatMap((direction) =>
    names('corruption').flatMap((corruption) =>
      names('task').map((task) => ({ test, direction, corruption, task, pair: 256 })),
    ),
  ),
);

test('in every state all that is drawn is a number, and no words stand over others', () => {
  for (const state of [...states, initial]) {
    const where = JSON.stringify(state);
    const result = computeFew(state);
    const draw = (width: number) => patchedTransformer.draw(result, state, undefined, width);
    const { panels, summary, table } = draw(panelWidths.wide);
    for (const { svg, width, height, description } of [
      ...panels,
      ...draw(panelWidths.narrow).panels,
    ]) {
      assert.doesNotMatch(svg + description, /NaN|Infinity|undefined/, where);
      assert.deepEqual(findMisplaced(svg, width, height), [], where);
    }
    assert.doesNotMatch(summary, /NaN|Infinity|undefined|–/, where);
    for (const row of table.rows) {
      assert.equal(row.length, table.columns.length, where);
      assert.ok(!row.some((cell) => Number.isNaN(cell)), where);
    }
  }
});

/** The places of the shapes that a pattern finds. */
const places = (svg: string | undefined, pattern: RegExp) =>
  Array.from(svg?.matchAll(pattern) ?? [], (found) => found.slice(1).map(Number));

test('each bar is as long as its mean, from 0 on, and each mark is where the chosen pair is', () => {
  for (const direction of names('direction')) {
    const values = { ...initial, direction };
    const result = computeFew(values);
    const [panel] = patchedTransformer.draw(result, values, undefined).panels;
    const bars = places(
      panel?.svg,
      /<rect class="fill-[12]" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g,
    );
    const marks = places(panel?.svg, /stroke-width="1.5" transform="translate\(([\d.]+) /g);
    assert.deepEqual([bars.length, marks.length], [16, 16]);
    const ticks = listTextBoxes(panel?.svg ?? '').filter(({ text }) => /^(0|1)$/.test(text));
    const [zero = NaN, one = NaN] = ticks.map(({ left, right }) => (left + right) / 2);
    const at = (share: number) => zero + Math.min(Math.max(share, -0.25), 1.25) * (one - zero);
    for (const [order, model] of (['few', 'many'] as const).entries()) {
      result.effects[model].means.forEach((mean, n) => {
        const [x = NaN, width = NaN] = bars[2 * n + order] ?? [];
        const ends = [at(Math.min(0, mean)), at(Math.max(0, mean))];
        assert.ok(
          Math.abs(x - (ends[0] ?? NaN)) < 0.02 && Math.abs(x + width - (ends[1] ?? NaN)) < 0.03,
        );
      });
      result.effects[model].chosen.forEach((share, n) => {
        assert.ok(Math.abs((marks[2 * n + order]?.[0] ?? NaN) - at(share)) < 0.06);
      });
    }
  }
});

test('ablation rings the smallest circuits, and marks their components beside the bars', () => {
  const values = { ...initial, test: 'circuit' } as const;
  const result = computeFew(values);
  assert.ok('circuits' in result);
  const { circuits } = result;
  const [patches, left] = patchedTransformer.draw(result, values, undefined).panels;
  assert.equal(left?.svg.match(/class="fill-paper stroke-[12]" stroke-width="2"/g)?.length, 2);
  assert.equal(left.svg.match(/opacity="0.4"/g)?.length, 128);
  const members = places(patches?.svg, /<circle class="fill-([12])" cx="72"/g).flat();
  for (const [order, model] of (['few', 'many'] as const).entries())
    assert.equal(
      members.filter((hue) => hue === order + 1).length,
      circuits[model].smallest.kept.length,
    );
  const { table, summary } = patchedTransformer.draw(result, values, undefined);
  const row = table.rows.find(([name]) => name === 'Best circuit of 4');
  assert.deepEqual(row?.slice(1), [
    nameComponents(circuits.few.best[4]?.kept ?? []),
    nameComponents(circuits.many.best[4]?.kept ?? []),
  ]);
  assert.match(
    summary,
    /Of 6 components, .* need \d with 4 tasks \(error [\d.]+, of the whole [\d.]+\) and \d with 4,096/,
  );
});

test('the names of components are those of their layers', () => {
  assert.equal(nameComponents([]), 'none');
  assert.equal(nameComponents([5]), 'MLP of layer 2');
  assert.equal(
    nameComponents([0, 2, 4]),
    'head 1 of layer 1, MLP of layer 1 and head 2 of layer 2',
  );
});

test('the numbers over all pairs are those that the text says', () => {
  const stored = compute(initial);
  const fresh = compute({ ...initial, task: 'new', test: 'inputs' });
  assert.ok('shift' in stored && 'shift' in fresh);
  const errors = ({ shift }: typeof stored) => {
    const at = shift.factors.indexOf(1);
    return Object.fromEntries(
      Object.entries(shift.errors).map(([name, all]) => [name, all[at] ?? NaN]),
    );
  };
  const [known, unknown] = [errors(stored), errors(fresh)] as [
    Record<string, number>,
    Record<string, number>,
  ];
  const { few = NaN, many = NaN, table = NaN, ridge = NaN, descent = NaN } = known;
  // On stored tasks the table errs least, few tasks come nearer to it than ridge regression, and many tasks to the latter.
  assert.ok(
    table < few && few < ridge / 2 && ridge < many && many < 1.3 * ridge && many < descent / 3,
  );
  // On new ones the table and few tasks fail alike.
  assert.ok(Math.abs((unknown.few ?? NaN) / (unknown.table ?? NaN) - 1) < 0.15);
  assert.ok((unknown.many ?? NaN) < 1.3 * (unknown.ridge ?? NaN) && (unknown.few ?? NaN) > 0.5);
  // With scaled weights, few tasks go with the table, and many leave ridge regression behind.
  const { factors, errors: scaled } = stored.shift;
  const doubled = factors.indexOf(2);
  assert.ok(Math.abs((scaled.few[doubled] ?? NaN) / (scaled.table[doubled] ?? NaN) - 1) < 0.2);
  assert.ok((scaled.many[doubled] ?? NaN) < 0.15 * (scaled.few[doubled] ?? NaN));
  const compared = [2, 8].map((factor) => {
    const at = factors.indexOf(factor);
    return (scaled.many[at] ?? NaN) / (scaled.ridge[at] ?? NaN);
  });
  assert.ok(Math.abs((compared[0] ?? NaN) - 3) < 0.4 && (compared[1] ?? NaN) > 100);
  // With larger inputs both fail.
  for (const name of ['few', 'many'] as const) {
    const [before = NaN, after = NaN] = [1, 4].map(
      (factor) => fresh.shift.errors[name][factors.indexOf(factor)],
    );
    assert.ok(after > before && after > 0.5);
  }
  // All of layer 1, with few tasks and with many; all of layer 2 with many.
  assert.ok((stored.effects.few.means[3] ?? NaN) > 0.9);
  assert.ok((stored.effects.many.means[3] ?? NaN) < 0.2);
  assert.ok((stored.effects.many.means[7] ?? NaN) < 0.5);
  assert.match(
    patchedTransformer.draw(stored, initial, undefined).summary,
    /^Patching all of layer 1 restores 0\.93 of the change with 4 tasks and 0\.15 with 4,096 tasks, all of layer 2 0\.61 and 0\.45: means over 256 pairs of prompts\. Squared errors relative to zero’s, as trained: 0\.0098 \(4 tasks\), 0\.033 \(4,096 tasks\), 0\.0044 \(table\), 0\.027 \(ridge\); with the weights doubled: /,
  );
});
