import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderCount } from '../../../../src/figures/ranked-results/core.ts';
import { rankedResults } from '../../../../src/figures/ranked-results/figure.ts';
import { parameters } from '../../../../src/figures/ranked-results/parameters.ts';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { findMisplaced } from '../text-boxes.ts';

type Chosen = Values<typeof parameters>;

const initial = initialValues(parameters);
const draw = (chosen: Partial<Chosen> = {}, width: number = panelWidths.wide): Drawing => {
  const values = { ...initial, ...chosen };
  return rankedResults.draw(rankedResults.compute(values, undefined), values, undefined, width);
};
const pick = <Name extends 'gain' | 'discount' | 'grades'>(name: Name) =>
  fc.constantFrom(...(Object.keys(parameters[name].options) as Chosen[Name][]));

test('in every state all that is drawn is a number, and no words stand over others', () => {
  const states = fc.record({
    order: fc.oneof(fc.constantFrom(...parameters.order.presets), fc.nat({ max: orderCount - 1 })),
    result: fc.integer({ min: 1, max: 10 }),
    gain: pick('gain'),
    discount: pick('discount'),
    grades: pick('grades'),
  });
  fc.assert(
    fc.property(states, (state) => {
      const { panels, summary, table } = draw(state);
      for (const { svg, width, height } of [...panels, ...draw(state, panelWidths.narrow).panels]) {
        assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
        assert.deepEqual(findMisplaced(svg, width, height), []);
      }
      assert.doesNotMatch(summary, /NaN|Infinity|undefined|[^.]$/);
      assert.equal(table.rows.length, 10);
      for (const row of table.rows) assert.equal(row.length, table.columns.length);
    }),
  );
});

test('the summary says the score, its parts, and what the next ranks are worth', () => {
  assert.equal(
    draw().summary,
    'NDCG@10 is 0.767: the discounted gains add up to 5.752, those of the ideal order to 7.497. ' +
      'Result D, of grade 3, is at rank 4; from there one rank up adds 0.018, one rank down takes 0.018.',
  );
  assert.match(draw({ order: 3_628_799 }).summary, /^NDCG@10 is 0\.\d{3}: /);
  assert.match(
    draw({ order: parameters.order.presets[1] }).summary,
    /^NDCG@10 is 1\.000: .+ is at rank 1; from there one rank down changes nothing\.$/,
  );
  assert.match(
    draw({ discount: 'base-10' }).summary,
    /one rank up changes nothing, one rank down changes nothing\.$/,
  );
});

test('the presets are orders with these scores, and each has a name', () => {
  const scores = parameters.order.presets.map((order) => draw({ order }).summary.slice(0, 16));
  assert.deepEqual(scores, [
    'NDCG@10 is 0.767',
    'NDCG@10 is 1.000',
    'NDCG@10 is 0.728',
    'NDCG@10 is 0.640',
  ]);
  assert.equal(parameters.order.names.length, parameters.order.presets.length);
});

test('the handle stands at the chosen result, and the stops lead to the orders of the table', () => {
  for (const result of [1, 4, 10]) {
    const { panels, table } = draw({ result });
    for (const { scan } of panels) {
      const { stops = [], values = [] } = scan?.y ?? {};
      assert.equal(scan?.at?.[1], stops[result - 1]);
      assert.equal(values.length, 10);
      for (const [rank, order] of values.entries()) {
        const moved = draw({ order, result }).table.rows[rank];
        assert.equal(moved?.[1], 'ABCDEFGHIJ'[result - 1]);
        assert.equal(moved?.[7], table.rows[rank]?.[7]);
      }
    }
    // A press in the first panel chooses; ← and → choose in both.
    assert.deepEqual(panels[1]?.scan?.across, panels[0]?.scan?.across);
    assert.equal(panels[1]?.scan?.press, undefined);
    assert.deepEqual(panels[0]?.scan?.press?.y?.values, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  }
});
