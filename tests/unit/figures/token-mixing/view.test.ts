import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  panelWidths,
  type Drawing,
  type ScanAxis,
} from '../../../../src/figures/shared/interactive-figure.ts';
import { formatNumber } from '../../../../src/figures/shared/number.ts';
import {
  initialValues,
  readValues,
  type Values,
} from '../../../../src/figures/shared/parameter.ts';
import { levels } from '../../../../src/figures/mixing-matrix/core.ts';
import { mixTokens } from '../../../../src/figures/token-mixing/core.ts';
import { tokenMixing } from '../../../../src/figures/token-mixing/figure.ts';
import { parameters } from '../../../../src/figures/token-mixing/parameters.ts';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';

/** A state that shows one architecture. */
type State = Values<typeof parameters> & { architecture: Mixing };

const initial = initialValues(parameters) as State;
const draw = (state: State, width?: number): Drawing =>
  tokenMixing.draw(mixTokens(state), state, undefined, width);

/** Each architecture and direction, shortest and longest, with its parameters at either end. */
const corners = mixings.flatMap((architecture) =>
  Object.keys(parameters.direction.options).flatMap((direction) =>
    (['minimum', 'maximum'] as const).flatMap((end) =>
      ['4', '32'].map(
        (length) =>
          readValues(parameters, (name) => {
            if (name === 'architecture') return architecture;
            if (name === 'direction') return direction;
            if (name === 'length') return length;
            const parameter = parameters[name as keyof State];
            return parameter.kind === 'choice' ? undefined : String(parameter[end]);
          }) as State,
      ),
    ),
  ),
);

/** The attributes of each element with this name, in its order. */
function list(svg: string, name: string): Record<string, string>[] {
  return Array.from(svg.matchAll(new RegExp(`<${name}((?: [a-z-]+="[^"]*")*)/?>`, 'g')), (match) =>
    Object.fromEntries(
      Array.from((match[1] ?? '').matchAll(/ ([a-z-]+)="([^"]*)"/g), ([, key, value]) => [
        key ?? '',
        value ?? '',
      ]),
    ),
  );
}

/** Where a value of a parameter stands. */
function locate({ from, to, first, last }: ScanAxis, value: number): number {
  return from + ((value - first) / (last - first)) * (to - from);
}

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 0.02, `${actual} is not at ${expected}`);
}

test('every corner is drawn, with finite numbers within its panel', () => {
  assert.equal(corners.length, 72);
  for (const state of corners) {
    const { panels, summary, table } = draw(state);
    assert.equal(panels.length, 2);
    const all = [...panels, ...draw(state, panelWidths.narrow).panels];
    for (const { svg, width: most, height, title, description } of all) {
      const where = `${state.architecture}, ${state.direction}, ${state.length}: ${title}`;
      assert.doesNotMatch(svg + summary + description, /NaN|Infinity|undefined|−0\b(?!\.)/, where);
      for (const { x = '0', y = '0', width = '0', height: high = '0' } of list(svg, 'rect')) {
        assert.ok(Number(x) >= 0 && Number(x) + Number(width) <= most, where);
        assert.ok(Number(y) >= 0 && Number(y) + Number(high) <= height, where);
      }
      for (const { cx, cy } of list(svg, 'circle')) {
        assert.ok(Number(cx) >= 4 && Number(cx) <= most - 4, where);
        assert.ok(Number(cy) >= 4 && Number(cy) <= height - 4, where);
      }
    }
    assert.equal(table.columns.length, 5 + state.length);
    assert.equal(table.rows.length, state.length);
    assert.ok(table.rows.every((row) => row.length === table.columns.length));
    assert.ok(table.rows.flat().every(Number.isFinite));
  }
});

describe('the summary', () => {
  test('says the weight that is in the matrix', () => {
    for (const state of corners.filter((_, index) => index % 3 === 0)) {
      const { matrix, direction } = mixTokens(state);
      for (const [output, input] of [
        [1, 1],
        [2, 4],
        [4, 3],
      ] as const) {
        const { summary } = draw({ ...state, output, input });
        const said = /^Output (\d+) reads input (\d+) with weight (.+?)\. (?=[A-Z])/.exec(summary);
        if (direction === 'causal' && input > output) {
          assert.ok(summary.startsWith(`Nothing of input ${input} reaches output ${output}, `));
          assert.equal(said, null);
        } else {
          const weight = matrix[output - 1]?.[input - 1] ?? NaN;
          assert.deepEqual(said?.slice(1), [`${output}`, `${input}`, formatNumber(weight)]);
        }
      }
    }
  });

  test('says how far the two ways differ at the most', () => {
    for (const state of corners) {
      const { difference } = mixTokens(state);
      const [, power] = /within 1\.00 × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(draw(state).summary) ?? [];
      if (power === undefined) {
        assert.equal(difference, 0);
        assert.match(draw(state).summary, /gives exactly the same outputs/);
        continue;
      }
      const digits = [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).slice(1);
      const bound = 10 ** -Number(digits.join(''));
      assert.ok(difference <= bound && difference > bound / 10);
    }
  });

  test('claims a state of fixed size only where there is one', () => {
    for (const architecture of mixings) {
      const { summary } = draw({ ...initial, architecture });
      const { memory } = mixTokens({ ...initial, architecture });
      assert.equal(/a state of \d+ numbers/.test(summary), memory.kind === 'state');
      assert.equal(summary.includes('no state of fixed size does'), memory.kind === 'cache');
    }
  });

  test('does not claim that attention needs all keys where all weights are equal', () => {
    const say = (gain: number) => draw({ ...initial, architecture: 'softmax-attention', gain });
    const { summary, panels } = say(0);
    assert.match(
      summary,
      /weight 0\.0625\..*; as all weights of a row are equal, a running mean would/,
    );
    assert.doesNotMatch(summary + (panels[1]?.svg ?? ''), /no (state of )?fixed/);
    assert.match(say(0.1).summary, /; no state of fixed size does\.$/);
    // Another architecture has a gain too, which it does not read.
    const other = draw({ ...initial, architecture: 'long-convolution', gain: 0 });
    assert.match(other.summary, /; no state of fixed size does\.$/);
  });
});

describe('what a pointer chooses', () => {
  const states = [4, 7, 16, 32].flatMap((length) =>
    [1, 3, length].flatMap((output) =>
      [1, 2, length].map((input) => ({ ...initial, length, output, input })),
    ),
  );

  test('in the plate: the cell that is framed where it stands', () => {
    for (const state of states) {
      const { svg = '', scan } = draw(state).panels[0] ?? {};
      const framed = list(svg, 'rect').find((one) => one['stroke-width'] === '3');
      assert.ok(scan?.x && scan.y && framed);
      assert.deepEqual([scan.x.parameter, scan.y.parameter], ['input', 'output']);
      assert.deepEqual([scan.x.last, scan.y.last], [state.length, state.length]);
      const middle = Number(framed.width) / 2;
      assertNear(Number(framed.x) + middle, locate(scan.x, state.input));
      assertNear(Number(framed.y) + middle, locate(scan.y, state.output));
      // The cells are where the frame says: row and column of the plate, which is drawn in its own units.
      const [, left, top, cell] =
        /translate\((\S+) (\S+)\) scale\((\S+)\)/.exec(list(svg, 'g')[0]?.transform ?? '') ?? [];
      assertNear(Number(framed.x), Number(left) + (state.input - 1) * Number(cell));
      assertNear(Number(framed.y), Number(top) + (state.output - 1) * Number(cell));
    }
  });

  test('beside it: the step whose column is marked and whose ring stands there', () => {
    for (const state of states) {
      const { panels } = draw(state);
      const { svg = '', scan } = panels[1] ?? {};
      assert.ok(scan?.x);
      const at = locate(scan.x, state.output);
      assert.equal(scan.x.parameter, 'output');
      const marked = list(svg, 'rect').map(({ x, width }) => Number(x) + Number(width) / 2);
      assert.equal(marked.length, 4);
      assertNear(marked[2] ?? NaN, at);
      assertNear(marked[3] ?? NaN, at);
      assertNear(marked[0] ?? NaN, locate(scan.x, state.input));
      assertNear(marked[1] ?? NaN, locate(scan.x, state.input));
      const rings = list(svg, 'circle').filter(({ r }) => r === '4');
      assertNear(Number(rings[state.output - 1]?.cx), at);
    }
  });
});

test('each dot of the steps lies in the ring of the matrix', () => {
  for (const state of corners) {
    const { panels } = draw(state);
    const circles = list(panels[1]?.svg ?? '', 'circle');
    const rings = circles.filter(({ r }) => r === '4').slice(0, -1);
    const dots = circles.filter(({ r }) => r === '2').slice(0, -1);
    assert.equal(rings.length, state.length);
    assert.equal(dots.length, state.length);
    rings.forEach(({ cx, cy }, index) => {
      assertNear(Number(dots[index]?.cx), Number(cx));
      assertNear(Number(dots[index]?.cy), Number(cy));
    });
  }
});

test('a minus is cut out of every negative weight that has a tone, and the key says so', () => {
  for (const state of corners) {
    const { matrix } = mixTokens(state);
    const tones = levels(matrix, 8);
    const negative = matrix.flatMap((row, i) =>
      row.flatMap((weight, j) => (weight < 0 && tones[i]?.[j] !== 0 ? [[i, j]] : [])),
    );
    const svg = draw(state).panels[0]?.svg ?? '';
    const cut = list(svg, 'path').find((path) => path.class === 'fill-paper')?.d ?? '';
    const cells = Array.from(cut.matchAll(/M(\S+) ([^h]+)h/g), ([, x, y]) => [
      Math.floor(Number(y)),
      Math.floor(Number(x)),
    ]);
    assert.deepEqual(cells, negative);
    assert.equal(
      svg.includes('>negative<'),
      matrix.flat().some((weight) => weight < 0),
    );
  }
});

test('the ground is there where an output can read, and nowhere else', () => {
  const ground = (direction: State['direction']) =>
    list(draw({ ...initial, length: 4, direction }).panels[0]?.svg ?? '', 'path')[0]?.d;
  assert.equal(ground('causal'), 'M0 0h1v1h1v1h1v1h1v1H0z');
  assert.equal(ground('both-ways'), 'M0 0h4v4h-4z');
});

test('the table holds the matrix, and the outputs either way', () => {
  const { matrix, products, outputs, inputs } = mixTokens(initial);
  draw(initial).table.rows.forEach((row, i) => {
    assert.deepEqual(row.slice(0, 4), [i + 1, inputs[i], products[i], outputs[i]]);
    assert.deepEqual(row.slice(5), matrix[i]);
  });
});
