import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAxis } from '../../../../src/client/figure/scan.ts';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { createMixer } from '../../../../src/figures/architectures/mixers.ts';
import { randomSource } from '../../../../src/figures/architectures/source.ts';
import { tokenMixing } from '../../../../src/figures/token-mixing/figure.ts';
import { parameters } from '../../../../src/figures/token-mixing/parameters.ts';
import { mixingNames, mixings } from '../../../../src/lib/mixing.ts';
import { findMisplaced } from '../text-boxes.ts';

type State = Values<typeof parameters>;

const initial: State = { ...initialValues(parameters), architecture: 'all', output: 5, input: 3 };
const draw = (state: State, width?: number) =>
  tokenMixing.draw(tokenMixing.compute(state, undefined), state, undefined, width);

/** The matrices, from the mixers themselves. */
const mix = ({ seed, length }: State, direction: 'causal' | 'both-ways') =>
  mixings.map((mixing) => createMixer[mixing](randomSource(seed, length), {}).matrix(direction));

/** A weight with three digits, as a number. */
const round = (weight: number) => Number(weight.toPrecision(3));
const readNumber = (text: string) => Number(text.replace('−', '-'));

const states = [4, 16, 32].flatMap((length) =>
  (['as-published', 'causal', 'both-ways'] as const).flatMap((direction) =>
    [1, length].map((output) => ({ ...initial, length, direction, output, input: 2 })),
  ),
);
const widths = Object.values(panelWidths);

/** The numbers of each match, in the order of the drawing. */
const listNumbers = (svg: string, pattern: RegExp) =>
  Array.from(svg.matchAll(pattern), ([, ...numbers]) => numbers.map(Number));

test('six plates are drawn, with finite numbers and words that stand apart', () => {
  for (const state of states)
    for (const width of widths) {
      const { panels, summary } = draw(state, width);
      assert.equal(panels.length, 2);
      for (const { svg, description, height } of panels) {
        const where = `${state.direction}, ${state.length} tokens, ${width}: ${description}`;
        assert.doesNotMatch(
          svg + summary + description,
          /NaN|Infinity|undefined|−0\b(?!\.)/,
          where,
        );
        assert.deepEqual(findMisplaced(svg, width, height), [], where);
      }
      const [plates, bars] = panels.map(({ svg }) => svg);
      for (const { short, title } of Object.values(mixingNames)) {
        assert.ok(plates?.includes(`>${short}<`), short);
        assert.ok(bars?.includes(`>${title}<`), title);
      }
    }
});

describe('a place in any plate', () => {
  for (const width of widths)
    test(`is a cell of all: the one that is framed on each, ${width} units wide`, () => {
      for (const length of [4, 7, 16, 32])
        for (const [output, input] of [
          [1, 1],
          [3, 2],
          [length, length],
        ] as const) {
          const { svg = '', scan } =
            draw({ ...initial, length, output, input }, width).panels[0] ?? {};
          const corners = listNumbers(svg, /translate\((\S+) (\S+)\) scale\((\d\S*)\)"><path/g);
          const frames = listNumbers(
            svg,
            /stroke-width="3" x="(\S+)" y="(\S+)" width="(\S+)" height/g,
          );
          assert.equal(corners.length, 6);
          assert.equal(frames.length, 6);
          for (const [index, [x = NaN, y = NaN, side = NaN]] of frames.entries()) {
            const [left = NaN, top = NaN, cell = NaN] = corners[index] ?? [];
            assert.ok(Math.abs(x - left - (input - 1) * cell) < 0.03);
            assert.ok(Math.abs(y - top - (output - 1) * cell) < 0.03);
            // Just within the edges of the cell.
            for (const share of [0.05, 0.95]) {
              assert.deepEqual(readAxis(scan?.x, x + share * side), [['input', input]]);
              assert.deepEqual(readAxis(scan?.y, y + share * side), [['output', output]]);
            }
          }
        }
    });

  test('and beyond the plates it is the nearest cell', () => {
    const { x, y } = draw(initial).panels[0]?.scan ?? {};
    assert.deepEqual([readAxis(x, -50), readAxis(x, 990)].flat(), [
      ['input', 1],
      ['input', 16],
    ]);
    assert.deepEqual([readAxis(y, -50), readAxis(y, 990)].flat(), [
      ['output', 1],
      ['output', 16],
    ]);
  });
});

describe('the summary', () => {
  test('says the weight of the cell in each architecture', () => {
    const { summary } = draw({ ...initial, direction: 'both-ways' });
    const said = Array.from(summary.matchAll(/(\S+) in ([a-zA-Z ]+?)(?=,| and|\.)/g));
    const expected = mix(initial, 'both-ways').map((matrix, index) => [
      mixingNames[mixings[index] ?? 'wkv'].full,
      round(matrix[4]?.[2] ?? NaN),
    ]);
    assert.deepEqual(
      said.map(([, weight = '', name]) => [name, readNumber(weight)]),
      expected,
    );
    assert.match(
      summary,
      /^Output 5 reads input 3 with weight \S+ in attention, .* and \S+ in gated /,
    );
  });

  test('says where nothing of a later input arrives', () => {
    const later = { ...initial, output: 3, input: 5 };
    const [attention] = mix(later, 'both-ways');
    const weight = String(round(attention?.[2]?.[4] ?? NaN));
    assert.equal(
      draw({ ...later, direction: 'as-published' }).summary,
      `Output 3 reads input 5 with weight ${weight} in attention. In the others nothing of it reaches the output, for it comes later.`,
    );
    const causal = draw({ ...later, direction: 'causal' });
    assert.equal(causal.summary, 'Nothing of input 5 reaches output 3, for it comes later.');
    assert.equal(causal.panels[1]?.svg.split('>not read<').length, 7);
  });
});

test('the table holds the row of the output in each matrix', () => {
  const { table } = draw({ ...initial, direction: 'causal' });
  const matrices = mix(initial, 'causal');
  assert.equal(table.columns.length, 8);
  assert.deepEqual(
    table.rows,
    Array.from({ length: 16 }, (_, j) => [5, j + 1, ...matrices.map((matrix) => matrix[4]?.[j])]),
  );
});
