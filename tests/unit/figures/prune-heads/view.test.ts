import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compute, refine } from '../../../../src/figures/prune-heads/core.ts';
import { pruneHeads } from '../../../../src/figures/prune-heads/figure.ts';
import { parameters } from '../../../../src/figures/prune-heads/parameters.ts';
import { choices } from '../../../../src/figures/prune-heads/pruning.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { findMisplaced } from '../text-boxes.ts';

const initial = initialValues(parameters);
type Chosen = typeof initial;

test('in every state all that is drawn is a number, and no words stand over others', () => {
  const firsts = [
    {},
    { decays: 'alike', direction: 'causal' },
    { seed: 3 },
  ] satisfies Partial<Chosen>[];
  const results = firsts.map((state) => {
    const values = { ...initial, ...state };
    const { value } = refine(values).next();
    assert.ok(value !== undefined);
    return { values, value };
  });
  for (const { values, value } of [...results, { values: initial, value: compute(initial) }])
    for (const choice of choices)
      for (const sparsity of [10, 50, 90])
        for (const width of Object.values(panelWidths)) {
          const chosen = { ...values, choice, sparsity };
          const where = JSON.stringify({ ...chosen, width, encoders: value.encoders });
          const { panels, summary, table } = pruneHeads.draw(value, chosen, undefined, width);
          for (const { svg, height } of panels) {
            assert.doesNotMatch(svg, /NaN|Infinity|undefined/, where);
            assert.deepEqual(findMisplaced(svg, width, height), [], where);
          }
          assert.doesNotMatch(summary, /NaN|undefined/, where);
          assert.equal(table.rows.length, 60);
          for (const row of table.rows) assert.equal(row.length, table.columns.length, where);
        }
});
