import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { compute, refine } from '../../../../src/figures/shuffle-passage/core.ts';
import { shufflePassage } from '../../../../src/figures/shuffle-passage/figure.ts';
import { parameters } from '../../../../src/figures/shuffle-passage/parameters.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';

const initial = initialValues(parameters);
type Chosen = typeof initial;
const names = <Name extends 'direction' | 'positions' | 'change' | 'bias' | 'text'>(name: Name) =>
  Object.keys(parameters[name].options) as Chosen[Name][];

/** The first result of a state, at each width. */
const draw = (chosen: Partial<Chosen>) => {
  const values = { ...initial, ...chosen };
  const { value } = refine(values).next();
  assert.ok(value !== undefined);
  return [panelWidths.wide, panelWidths.narrow].map((width) =>
    shufflePassage.draw(value, values, undefined, width),
  );
};

const states: Partial<Chosen>[] = [
  ...names('change').map((change) => ({ change })),
  ...[0, 8].flatMap((halfLife) => names('direction').map((direction) => ({ halfLife, direction }))),
  ...names('positions').map((positions) => ({ positions })),
  ...names('text').flatMap((text) => names('bias').map((bias) => ({ text, bias, seed: 5 }))),
];

test('in every kind of state all that is drawn is a number, and no words stand over others', () => {
  for (const state of states) {
    const where = JSON.stringify(state);
    for (const { panels, summary, table } of draw(state)) {
      for (const { svg, width, height } of panels) {
        assert.doesNotMatch(svg, /NaN|Infinity|undefined/, where);
        assert.deepEqual(findMisplaced(svg, width, height), [], `${where} ${width}`);
      }
      assert.doesNotMatch(summary, /NaN|Infinity|undefined|–/, where);
      for (const row of table.rows) assert.equal(row.length, table.columns.length);
    }
  }
});

test('the whole result says by how much each architecture turns, and that it is untrained', () => {
  const { panels, summary, table } = shufflePassage.draw(compute(initial), initial, undefined);
  assert.equal(
    summary,
    'A full shuffle turns the embedding by 0° in attention, 31° in selective state space, 3° in WKV, 79° in long convolution, 8.8° in retention and 18° in gated linear attention, and by 0° where nothing is mixed: means over 32 random passages, before any training.',
  );
  const lines = listTextBoxes(panels[0]?.svg ?? '').map(({ text }) => text);
  for (const angle of ['0°', '31°', '3°', '79°', '8.8°', '18°']) assert.ok(lines.includes(angle));
  assert.deepEqual(
    table.rows.map(([name]) => name),
    [
      'Softmax attention (BERT)',
      'Selective state space (Mamba)',
      'WKV (RWKV-4)',
      'Long convolution (Hyena)',
      'Retention (RetNet)',
      'Gated linear attention (GLA)',
      'None: the mean of the values',
    ],
  );
});

test('a token that is gone has no line, and each other has one', () => {
  const count = (change: Chosen['change']) => {
    const panel = draw({ change })[0]?.panels[1];
    const lines = panel?.svg.match(/stroke-accent" stroke-width="3" d="([^"]*)"/g) ?? [];
    return lines.slice(0, 6).map((line) => line.split('M').length - 1);
  };
  assert.deepEqual(count('shuffle'), Array(6).fill(16));
  assert.deepEqual(count('half'), Array(6).fill(8));
});
