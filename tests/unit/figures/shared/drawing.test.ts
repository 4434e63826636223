import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { spreadLabels } from '../../../../src/figures/shared/chart.ts';
import {
  formatCsv,
  renderPanels,
  renderTable,
  renderText,
} from '../../../../src/figures/shared/markup.ts';
import { formatNumber } from '../../../../src/figures/shared/number.ts';
import { buildPermalink, formatFigureCitation } from '../../../../src/figures/shared/props.ts';
import { raise, splitScripts } from '../../../../src/lib/raised-signs.ts';
import { band, element, line, words } from '../../../../src/figures/shared/svg.ts';

test('an element is written with its attributes, rounded and escaped', () => {
  assert.equal(
    element('path', { class: 'curve', d: 'M0 0', 'stroke-width': 1.23456, x: undefined }),
    '<path class="curve" d="M0 0" stroke-width="1.23"/>',
  );
  assert.equal(element('g', {}, '<path/>', '<path/>'), '<g><path/><path/></g>');
  assert.equal(
    words('a < b & "c"', { x: -0.001 }),
    '<text x="0">a &lt; b &amp; &quot;c&quot;</text>',
  );
});

test('raised and lowered digits are plain ones, set smaller', () => {
  assert.deepEqual(splitScripts('w₁ = 10⁻¹⁶ m'), [
    { text: 'w' },
    { text: '1', place: 'sub' },
    { text: ' = 10' },
    { text: '−16', place: 'sup' },
    { text: ' m' },
  ]);
  assert.equal(renderText('10⁻¹⁶ < w₁₀'), '10<sup>−16</sup> &lt; w<sub>10</sub>');
  assert.equal(
    renderText('the limit 2/λₘₐₓ = 1/2, or a/b'),
    'the limit <span class="joined">2/λ<sub>max</sub></span> = 1/2, or a/b',
  );
  assert.equal(
    words('10⁸ m', { x: 1 }),
    '<text x="1">10<tspan dy="-4" font-size=".85em">8</tspan><tspan dy="4"> m</tspan></text>',
  );
  for (const exponent of [-1234567890, 0, 42]) {
    const text = String(exponent).replace('-', '−');
    assert.deepEqual(splitScripts(raise(exponent)), [{ text, place: 'sup' }]);
  }
});

test('a line is interrupted where there is no number', () => {
  const points = [0, 1, NaN, 3, Infinity, 5].map((y, x) => [x, y] as const);
  assert.equal(line(points), 'M0 0L1 1M3 3M5 5');
});

test('a line has the points that it needs, and no more', () => {
  const straight = Array.from({ length: 50 }, (_, x) => [x, x / 3] as const);
  assert.equal(line(straight), 'M0 0L49 16.33');
  const bent = [...straight, [60, 0] as const];
  assert.equal(line(bent), 'M0 0L49 16.33L60 0');
  // A smooth curve stays within a tenth of a unit of each of its points.
  const curve = Array.from({ length: 101 }, (_, n) => [n, 50 + 9 * Math.sin(n / 12)] as const);
  const kept = Array.from(line(curve).matchAll(/[ML](\S+?) ([^L]+)/g), ([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  assert.ok(kept.length < 40);
  for (const [x, y] of curve) {
    const after = Math.max(
      1,
      kept.findIndex(([at = 0]) => at >= x),
    );
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [kept[after - 1], kept[after]];
    assert.ok(Math.abs(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) - y) < 0.12);
  }
});

test('a band runs along one edge and back along the other; without a number in either it is interrupted', () => {
  const toPoints = (heights: readonly number[]) => heights.map((y, x) => [x, y] as const);
  const upper = toPoints([5, 6, 7, NaN, 8, 9, 9.126]);
  const lower = toPoints([1, 2, Infinity, 3, 4, 5, -0.001]);
  assert.equal(band(upper, lower), 'M0 5L1 6L1 2L0 1zM4 8L5 9L6 9.13L6 0L5 5L4 4z');
  assert.equal(band(upper.slice(0, 2), lower.slice(0, 1)), 'M0 5L0 1z');
  assert.equal(band([[NaN, 1]], [[NaN, 2]]), '');
});

test('labels keep their order and their distance, between both ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (heights) => {
        const places = spreadLabels(heights, 14, [0, 200]);
        const order = heights
          .map((_, index) => index)
          .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
        for (const [rank, index] of order.entries()) {
          const [place = NaN, before] = [places[index], places[order[rank - 1] ?? -1]];
          assert.ok(place >= -1e-9 && place <= 200 + 1e-9);
          if (before !== undefined) assert.ok(place - before >= 14 - 1e-9);
        }
      },
    ),
  );
  assert.deepEqual(spreadLabels([10, 100, 190], 14, [0, 200]), [10, 100, 190]);
});

test('a number is printed with four digits, in powers of ten where it is long', () => {
  const printed = new Map([
    [0, '0'],
    [-0.5, '−0.5'],
    [1 / 3, '0.3333'],
    [123_456, '123456'],
    [1234.5678, '1235'],
    [1_230_000, '1.23 × 10⁶'],
    [4.2e-17, '4.20 × 10⁻¹⁷'],
    [-4.2e-17, '−4.20 × 10⁻¹⁷'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
  ]);
  for (const [value, text] of printed) assert.equal(formatNumber(value), text);
});

test('a table is offered whole: any reader of CSV gets every cell back', () => {
  const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 4 }),
      (columns, rows) => {
        const cut = rows.map((row) => row.slice(0, columns.length));
        const text = formatCsv({ columns, rows: cut });
        assert.deepEqual(
          parse(text, { record_delimiter: '\r\n' }),
          [columns, ...cut].map((row) => row.map(neutralize)),
        );
      },
    ),
  );
});

/** A cell as it is read back: numbers as they are, and words as no spreadsheet computes them. */
function neutralize(value: string | number): string {
  const text = String(value);
  const isComputed = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !Number.isFinite(Number(text));
  return isComputed ? `'${text}` : text;
}

test('no cell of a table is computed by a spreadsheet', () => {
  const words = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    '－a',
    '＠a',
  ];
  const harmless = ['a=b', '-1.5', '+2', '-3e-7', '−1', '', "it's"];
  const rows = [...words, ...harmless, -1.5, -Infinity].map((value) => [value, 'a']);
  const cells = parse(formatCsv({ columns: ['=A1', 'b'], rows }), { record_delimiter: '\r\n' });
  assert.deepEqual(
    cells.map(([first]) => first),
    ["'=A1", ...words.map((word) => `'${word}`), ...harmless, '-1.5', "'-Infinity"],
  );
  // A cell in quotation marks cannot end early and begin another.
  assert.equal(formatCsv({ columns: ['a",=1', 'b'], rows: [] }), '"a"",=1",b\r\n');
});

test('a table and a panel are HTML that says what it holds', () => {
  assert.equal(
    renderTable(
      {
        columns: ['n', 'a < b'],
        rows: [
          [1, 'x & y'],
          [1.5e-9, ''],
        ],
      },
      'Loss',
    ),
    '<caption class="sr-only">Loss</caption><thead><tr><th scope="col">n</th><th scope="col">a &lt; b</th></tr></thead>' +
      '<tbody><tr><th scope="row">1</th><td>x &amp; y</td></tr><tr><th scope="row">1.50\u00a0×\u00a010<sup>−9</sup></th><td></td></tr></tbody>',
  );
  const draw = (width: number) => {
    const panel = { title: 'Loss', description: 'A "curve"', width, height: 200, svg: '<path/>' };
    return { panels: [panel], summary: '', table: { columns: [], rows: [] } };
  };
  const picture = 'role="img" aria-label="A &quot;curve&quot;"><path/></svg>';
  assert.deepEqual(renderPanels(draw(440), draw(320)), [
    '<div class="panel"><p class="panel-title">Loss</p>' +
      `<svg class="wide" viewBox="0 0 440 200" ${picture}` +
      `<svg class="narrow" viewBox="0 0 320 200" ${picture}</div>`,
  ]);
});

test('a figure is cited within its entry, and its address is whole where the site’s is known', () => {
  const parts = [
    { text: 'Lovelace, A. (2026). ' },
    { text: 'Notes' },
    { text: '. ' },
    { text: 'https://example.org/research/notes/', address: 'https://example.org/research/notes/' },
  ];
  const citation = { parts, hasAuthor: true };
  const entry = { address: '/base/research/notes/', title: 'Notes', citation };
  const props = { id: 'fig-loss', label: 'Figure 2', title: 'One step', entry };
  assert.equal(formatFigureCitation(props), 'Figure 2, “One step”. In Lovelace, A. (2026). Notes.');
  const unnamed = { ...entry, citation: { ...citation, hasAuthor: false } };
  assert.equal(
    formatFigureCitation({ ...props, entry: unnamed }),
    'Figure 2, “One step”. In Notes.',
  );
  assert.equal(buildPermalink(props, undefined), '/base/research/notes/#fig-loss');
  assert.equal(
    buildPermalink(props, new URL('https://example.org')),
    'https://example.org/base/research/notes/#fig-loss',
  );
});
