import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plotFile } from '../../../../src/figures/plot/file.ts';
import { plot } from '../../../../src/figures/plot/figure.ts';
import { listParameters } from '../../../../src/figures/plot/parameters.ts';
import { loadData } from '../../../../src/figures/shared/data-file.ts';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { formatCsv } from '../../../../src/figures/shared/markup.ts';
import { fr } from '../../../../src/words/fr.ts';
import { languages } from '../../../../src/words/words.ts';
import { findMisplaced, listTextBoxes } from '../text-boxes.ts';
import { input as example } from './input.ts';

type Attributes = Record<string, string>;
type Input = typeof example;

const tag = { src: './growth.csv', kind: 'line', x: 'year', y: 'size' };
const load = (text: string, attributes: Attributes = {}): Input =>
  loadData(plotFile, text, { ...tag, ...attributes });

const draw = (input: Input, chosen = {}, width: number = panelWidths.wide): Drawing => {
  const values = { xScale: 'linear', yScale: 'linear', order: 'file', ...chosen } as const;
  return plot.draw(plot.compute(values, input), values, input, width);
};

const first = (drawing: Drawing): string => drawing.panels[0]?.svg ?? '';

/** The places of the markers of round series, which begin at their left edge. */
const listDots = (svg: string): [x: number, y: number][] =>
  Array.from(svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)a3\.5 3\.5/g), ([, x, y]) => [
    Number(x) + 3.5,
    Number(y),
  ]);

/** A tick as a reader sees it: its words, and its place. */
const listTicks = (svg: string, axis: 'x' | 'y'): [text: string, place: number][] => {
  const all = Array.from(
    svg.matchAll(/<text x="([^"]*)" y="([^"]*)" text-anchor="(\w+)">(.*?)<\/text>/g),
    ([, x, y, anchor, text = '']) => ({
      x: Number(x),
      y: Number(y),
      anchor,
      text: text.replace(/<[^>]*>|[\u2068\u2069]/g, ''),
    }),
  );
  const own = all.filter(({ anchor }) => anchor === (axis === 'x' ? 'middle' : 'end'));
  return own.map(({ x, y, text }) => [text, axis === 'x' ? x : y - 4]);
};

/** Where a value stands if the first and the last tick are right: read off as one does with a ruler. */
function readOff(
  ticks: readonly (readonly [value: number, place: number])[],
  value: number,
): number {
  const [[from, start] = [NaN, NaN], [to, end] = [NaN, NaN]] = [ticks[0], ticks.at(-1)];
  return start + ((value - from) / (to - from)) * (end - start);
}

function assertPlaced(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  for (const [index, place] of found.entries())
    assert.ok(Math.abs(place - (expected[index] ?? NaN)) < 0.2, `${place} ${expected[index]}`);
}

const numbers = [
  [2, 30],
  [3.5, 5],
  [8, 4000],
  [60, 120],
] as const;
const text = `year,size\n${numbers.map((row) => row.join()).join('\n')}\n`;

for (const scale of ['linear', 'logarithmic'] as const)
  test(`a value stands where the ticks of ${scale} axes say`, () => {
    const transform = scale === 'linear' ? (value: number) => value : Math.log;
    for (const width of Object.values(panelWidths)) {
      const drawing = draw(
        load(text, { kind: 'scatter' }),
        { xScale: scale, yScale: scale },
        width,
      );
      const dots = listDots(first(drawing));
      for (const [index, axis] of (['x', 'y'] as const).entries()) {
        const ticks = listTicks(first(drawing), axis).map(
          ([text, place]) =>
            [transform(Number(text.replace('k', '000').replace('−', '-'))), place] as const,
        );
        assert.ok(ticks.length > 1);
        assertPlaced(
          dots.map((dot) => dot[index] ?? NaN),
          numbers.map((row) => readOff(ticks, transform(row[index] ?? NaN))),
        );
        // So do the other ticks.
        assertPlaced(
          ticks.map(([, place]) => place),
          ticks.map(([value]) => readOff(ticks, value)),
        );
      }
    }
  });

test('each tick names its place, however near it is to the next', () => {
  const units: Record<string, string> = { k: 'e3', M: 'e6', B: 'e9' };
  const parse = (text: string) =>
    Number(
      text
        .replaceAll('−', '-')
        .replace(/[kMB]$/, (unit) => units[unit] ?? '')
        .replace(' × 10', 'e'),
    );
  for (const rows of [
    '2004,1\n2006,3',
    '1,1000.1\n2,1000.5',
    '1,100050\n2,100060',
    '1,-0.00002\n2,0.00001234',
    '1,3000000000001\n2,3000000000009',
    '1000.1,1\n1000.5,1000000',
  ])
    for (const scale of ['linear', 'logarithmic'])
      for (const width of Object.values(panelWidths)) {
        const input = load(`year,size\n${rows}\n`, { kind: 'scatter' });
        const svg = first(draw(input, { xScale: scale, yScale: scale }, width));
        for (const axis of ['x', 'y'] as const) {
          const ticks = listTicks(svg, axis);
          assert.ok(ticks.length > 1, rows);
          assert.equal(new Set(ticks.map(([text]) => text)).size, ticks.length);
          const isLogarithmic = scale === 'logarithmic' && input.logarithmic.includes(axis);
          const read = ticks.map(
            ([text, place]) =>
              [isLogarithmic ? Math.log(parse(text)) : parse(text), place] as const,
          );
          assertPlaced(
            read.map(([, place]) => place),
            read.map(([value]) => readOff(read, value)),
          );
        }
      }
});

test('dates have ticks at the beginning of days, months and years, where the calendar has them', () => {
  for (const [from, to, format] of [
    ['2015-03-02', '2015-03-09', /^\d+ Mar 2015$/],
    ['2015-01-15', '2015-12-20', /^[A-Z][a-z]{2} 201\d$/],
    ['1987-06-01', '2020-02-29', /^\d{4}$/],
    ['1700-06-01', '2020-02-29', /^\d{4}$/],
  ] as const)
    for (const width of Object.values(panelWidths)) {
      const svg = first(draw(load(`year,size\n${from},1\n${to},2\n`), {}, width));
      const ticks = listTicks(svg, 'x').map(([text, place]) => {
        assert.match(text, format);
        return [
          Date.parse(
            `${/^\d{4}$/.test(text) ? `1 Jan ${text}` : text.replace(/^(?=[A-Z])/, '1 ')} UTC`,
          ),
          place,
        ] as const;
      });
      assert.ok(ticks.length >= 2 && ticks.length < 12, `${from}: ${ticks.length}`);
      const dots = listDots(svg).map(([x]) => x);
      assertPlaced(
        dots,
        [from, to].map((day) => readOff(ticks, Date.parse(day))),
      );
    }
});

test('bars begin at 0 and end at their value, and are drawn in either order', () => {
  const input = load('name,size\nLow,-2\nHigh,8\nMiddle,4\n', { kind: 'bar', x: 'name' });
  const read = (order: string) => {
    const svg = first(draw(input, { order }));
    const ticks = listTicks(svg, 'x').map(
      ([text, place]) => [Number(text.replace('−', '-')), place] as const,
    );
    const rects = Array.from(
      svg.matchAll(/<rect class="fill-1" x="([^"]*)" y="([^"]*)" width="([^"]*)"/g),
      ([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }),
    );
    assertPlaced(
      rects.flatMap(({ x, width }) => [x, x + width]),
      [-2, 0, 0, 8, 0, 4].map((value) => readOff(ticks, value)),
    );
    // From top to bottom, as the words beside them.
    const names = listTextBoxes(svg).filter(({ text }) => input.names.includes(text));
    assert.deepEqual(
      rects.map(({ y }) => rects.filter((other) => other.y < y).length),
      input.names.map((name) => names.findIndex(({ text }) => text === name)),
    );
    return names.toSorted((a, b) => a.top - b.top).map(({ text }) => text);
  };
  assert.deepEqual(read('file'), ['Low', 'High', 'Middle']);
  assert.deepEqual(read('value'), ['High', 'Middle', 'Low']);
});

test('an interval reaches from its lower end to its upper one, upright and beside a name', () => {
  const ends = { kind: 'interval', low: 'low', high: 'high' };
  const rows = '5,4,8\n2,1,3\n';
  const upright = first(draw(load(`year,size,low,high\n1,${rows.replace('\n', '\n2,')}`, ends)));
  const y = listTicks(upright, 'y').map(([text, place]) => [Number(text), place] as const);
  assertPlaced(
    Array.from(upright.matchAll(/M[\d.]+ ([\d.]+)h6m-3 0V([\d.]+)m-3 0h6/g), ([, low, high]) => [
      Number(low),
      Number(high),
    ]).flat(),
    [4, 8, 1, 3].map((value) => readOff(y, value)),
  );
  const named = first(
    draw(load(`name,size,low,high\na,${rows.replace('\n', '\nb,')}`, { ...ends, x: 'name' })),
  );
  const x = listTicks(named, 'x').map(([text, place]) => [Number(text), place] as const);
  assertPlaced(
    Array.from(named.matchAll(/M([\d.]+) [\d.]+v6m0-3H([\d.]+)m0-3v6/g), ([, low, high]) => [
      Number(low),
      Number(high),
    ]).flat(),
    [4, 8, 1, 3].map((value) => readOff(x, value)),
  );
});

test('series are told apart without colour, and named at their lines or in a legend', () => {
  const input = load('year,who,size\n1,a,1\n2,a,2\n1,b,5\n2,b,9\n', { series: 'who' });
  const svg = first(draw(input));
  assert.match(svg, /stroke-dasharray="6 3"/);
  assert.ok(listDots(svg).length === 2);
  const names = listTextBoxes(svg).filter(({ text }) => 'ab'.includes(text));
  assert.deepEqual(
    names.map(({ text }) => text),
    ['a', 'b'],
  );
  assert.ok(names.every(({ left }) => left > panelWidths.wide - 30));
  // Lines that end at one height have a legend above them.
  const close = load('year,who,size\n1,a,1\n2,a,2\n1,b,5\n2,b,2\n', { series: 'who' });
  const boxes = listTextBoxes(first(draw(close))).filter(({ text }) => 'ab'.includes(text));
  assert.ok(boxes.every(({ top }) => top < 12) && boxes.length === 2);
});

test('a missing value interrupts its line, and rows need no order', () => {
  const svg = first(draw(load('year,size\n4,2\n1,1\n3,\n2,1.5\n5,1\n')));
  const [, path = ''] = /class="curve stroke-1" d="([^"]*)"/.exec(svg) ?? [];
  assert.match(path, /^M[\d.]+ [\d.]+L[\d.]+ [\d.]+M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
  const across = Array.from(path.matchAll(/[ML]([\d.]+)/g), ([, x]) => Number(x));
  assert.deepEqual(
    across,
    across.toSorted((a, b) => a - b),
  );
});

test('a value between gaps has a marker, and its interval ends across, however long the line is', () => {
  const rows = Array.from({ length: 180 }, (_, n) => (n % 3 === 0 ? `${n},1,0,2` : `${n},,,`));
  const ends = { low: 'low', high: 'high' };
  const spans = /M[\d.]+ [\d.]+h6m-3 0V[\d.]+m-3 0h6/g;
  const sparse = first(draw(load(`year,size,low,high\n${rows.join('\n')}\n`, ends)));
  assert.deepEqual([listDots(sparse).length, sparse.match(spans)?.length], [60, 60]);
  // A long line shows its other values, and its band their intervals.
  const long = rows.map((_, n) => (n === 1 || n === 3 ? `${n},,,` : `${n},1,0,2`));
  const dense = first(draw(load(`year,size,low,high\n${long.join('\n')}\n`, ends)));
  assert.deepEqual([listDots(dense).length, dense.match(spans)?.length], [2, 2]);
  // Of a few values each has a marker, and rows without one do not count.
  const few = rows.map((_, n) => (n < 30 ? `${n},1,0,2` : `${n},,,`));
  const short = first(draw(load(`year,size,low,high\n${few.join('\n')}\n`, ends)));
  assert.deepEqual([listDots(short).length, short.match(spans)], [30, null]);
});

test('a number of the author keeps its digits before the point', () => {
  const input = load('name,size\na,12345.6\nb,12349.4\nc,123456789\n', { kind: 'bar', x: 'name' });
  const texts = listTextBoxes(first(draw(input))).map(({ text }) => text);
  for (const value of ['12346', '12349', '123456789']) assert.ok(texts.includes(value), value);
  const { summary } = draw(load('year,size\n2019.25,-1\n2019.75,12399.9\n'));
  assert.match(summary, /size from −1 to 12400, year from 2019\.25 to 2019\.75\.$/);
  assert.match(draw(load('year,size\n1,12399.4\n2,0.00012345\n')).summary, /0\.0001234 to 12399,/);
});

test('ticks of a logarithmic axis have a power of ten among them, where there is one', () => {
  const ends = { kind: 'interval', x: 'name', low: 'low', high: 'high', yScale: 'logarithmic' };
  const ratios = load('name,size,low,high\na,1.4,0.4,7.5\n', ends);
  const listed = listTicks(first(draw(ratios, { yScale: 'logarithmic' })), 'x');
  assert.deepEqual(
    listed.map(([text]) => text),
    ['0.5', '1', '2', '5'],
  );
});

test('small panels have one scale', () => {
  const input = load('year,part,size\n1,p,1\n2,p,2\n1,q,50\n2,q,100\n', { panels: 'part' });
  const { panels } = draw(input);
  assert.deepEqual(
    panels.map(({ title }) => title),
    ['p', 'q'],
  );
  const [p = '', q = ''] = panels.map(({ svg }) => svg);
  for (const axis of ['x', 'y'] as const) assert.deepEqual(listTicks(p, axis), listTicks(q, axis));
});

test('the source of a plot is the file of its author', () => {
  const { mark, provenance } = plot.describeSource?.(example) ?? plot;
  assert.equal(mark, 'From wages.csv');
  assert.doesNotMatch(provenance, /not a result/);
  assert.match(provenance, /^Drawn from wages\.csv, .*author.*\.$/);
  assert.equal(
    draw(example).summary,
    '32 values in 3 series, Made-up A, Made-up B and Made-up C: Hourly wage (made-up €) from 6.1 to 15.33, with intervals from 5.75 to 16.08, Year from 2004 to 2024; 1 value is missing.',
  );
});

test('the words of a plot say between which limits its intervals are, where it has any', () => {
  const ends = { low: 'low', high: 'high' };
  const describe = (kind: string, rows: string) => {
    const { summary, panels } = draw(load(`year,size,low,high\n${rows}`, { ...ends, kind }));
    return [summary, panels[0]?.description ?? ''];
  };
  const [summary = '', description = ''] = describe('scatter', '1,2,1,3\n2,100,,\n');
  assert.match(summary, /size from 2 to 100, with intervals from 1 to 3, year/);
  assert.match(description, /^A scatter plot with intervals: /);
  assert.match(describe('interval', '1,2,1,3\n')[1] ?? '', /^Estimates with intervals: /);
  const [bare = '', words = ''] = describe('line', '1,2,,\n2,100,,\n');
  assert.match(bare, /size from 2 to 100, year/);
  assert.match(words, /^A line chart: /);
});

test('a plot in a text of another language speaks it, in its picture, its sentence and its controls', () => {
  const words = { ...fr.plot, language: 'fr' };
  const table = 'day,size,kind\n2015-02-01,1,A\n2015-04-01,2,B\n2015-12-01,,B\n';
  const input = { ...load(table, { x: 'day', kind: 'scatter', series: 'kind' }), words };
  const { summary, panels } = draw(input);
  assert.equal(
    summary,
    '2 valeurs en 2 séries, A et B : size de 1 à 2, day de 1 févr. 2015 à 1 déc. 2015 ; 1 valeur manque.',
  );
  assert.equal(panels[0]?.title, 'size selon day');
  assert.equal(panels[0].description, 'Nuage de points : size selon day. Les séries sont A et B.');
  assert.match(first(draw(input)), />avr\. 2015</);
  assert.equal((plot.describeSource?.(input) ?? plot).mark, 'D’après growth.csv');
  const names = { ...load('n,size\na,1\n', { kind: 'bar', x: 'n' }), words };
  assert.equal(listParameters(names).order.label, 'Ordre des noms');
});

/** A plot in a text of a language. */
const speakIn = (language: string, text: string, attributes: Attributes): Input => ({
  ...load(text, attributes),
  words: { ...(languages[new Intl.Locale(language).language] ?? fr).plot, language },
});

test('the numbers of a plot are those of its language, in its ticks, its table and its words', () => {
  const table = 'year,size\n2019.25,0.5\n2019.75,-2.5\n';
  const written = {
    de: ['−2,5', '2019,25', '0,5'],
    'de-CH': ['−2.5', '2019.25', '0.5'],
    fr: ['−2,5', '2019,25', '0,5'],
    zh: ['−2.5', '2019.25', '0.5'],
    ar: ['\u200e−2.5', '2019.25', '0.5'],
    'ar-EG': ['\u200e−2.5', '2019.25', '0.5'],
  };
  for (const [language, [low = '', start = '', high = '']] of Object.entries(written)) {
    const input = speakIn(language, table, { kind: 'scatter' });
    const drawing = draw(input);
    const ticks = listTicks(first(drawing), 'x').map(([text]) => text);
    assert.ok(ticks.includes(start.replace('25', '4')), `${language}: ${ticks.join(' ')}`);
    for (const number of [low, start, high]) assert.ok(drawing.summary.includes(number), number);
    const cells = drawing.table.rows
      .flat()
      .map((cell) => (typeof cell === 'object' ? cell.text : undefined));
    for (const number of [low, start, high]) assert.ok(cells.includes(number), number);
    // Programs read its file.
    assert.equal(formatCsv(drawing.table), table.replaceAll('\n', '\r\n'));
  }
});

test('thousands and millions have the words of the language of a plot, and years no sign', () => {
  const list = (language: string, size: number) => {
    const input = speakIn(language, `year,size\n2004,0\n2006,${size}\n`, { kind: 'scatter' });
    const svg = first(draw(input));
    assert.ok(listTicks(svg, 'x').some(([text]) => text === '2005'));
    return listTicks(svg, 'y').map(([text]) => text.replaceAll('\u00a0', ' '));
  };
  for (const [language, size, tick] of [
    ['de', 3e5, '100.000'],
    ['de', 3e6, '1,5 Mio.'],
    ['fr', 3e5, '100 k'],
    ['es', 3e9, '1500 M'],
    ['zh', 3e5, '10万'],
    ['ja', 3e8, '1.5億'],
    ['ar', 3e6, '1.5 مليون'],
    ['de', 3e-9, '1,5 × 10−9'],
  ] as const)
    assert.ok(list(language, size).includes(tick), `${language}: ${list(language, size).join()}`);
});

test('a number with an Arabic word keeps its order in a drawing, which runs from left to right', () => {
  const input = speakIn('ar', 'year,size\n1,0\n2,3000000\n', { kind: 'scatter' });
  assert.ok(first(draw(input)).includes('>\u20681.5\u00a0مليون\u2069<'));
  assert.ok(!first(draw(load(text))).includes('\u2068'));
});

test('sentences about a plot end as those of its language do', () => {
  const table = 'year,size,kind\n1,1,A\n2,2,B\n';
  for (const [language, end, all] of [
    ['zh', '。', /^散点图：.*的变化。各系列为A和B。$/],
    ['ja', '。', /。系列は/],
    ['de', '.', /\. Die Reihen sind A und B\.$/],
  ] as const) {
    const { panels } = draw(speakIn(language, table, { kind: 'scatter', series: 'kind' }));
    assert.match(panels[0]?.description ?? '', all);
    const bare = draw(speakIn(language, table, { kind: 'scatter' })).panels[0]?.description ?? '';
    assert.ok(bare.endsWith(end), bare);
  }
});

test('dates and numbers of every language are within their panel, and none stands over another', () => {
  for (const language of [...Object.keys(languages), 'de-AT', 'pt-PT'])
    for (const [from, to] of [
      ['2015-03-02', '2015-03-09'],
      ['2015-01-15', '2015-12-20'],
      ['2011-06-01', '2015-12-20'],
      ['1700-06-01', '2020-02-29'],
    ] as const)
      for (const width of Object.values(panelWidths)) {
        const table = `年,size\n${from},1\n${to},123456789\n`;
        const input = speakIn(language, table, { x: '年', yLabel: '測定された大きさの値（単位）' });
        const [panel] = draw(input, {}, width).panels;
        const [svg, height] = [panel?.svg ?? '', panel?.height ?? 0];
        assert.deepEqual(findMisplaced(svg, width, height), [], language);
        assert.ok(listTicks(svg, 'x').length >= 2, `${language}, ${from}`);
      }
});

test('an axis can be logarithmic where that makes a difference, or its author asks for it', () => {
  const list = (rows: string, attributes = {}) =>
    Object.keys(listParameters(load(`year,size\n${rows}`, attributes)));
  assert.deepEqual(list('2001,1\n2002,3\n'), ['yScale']);
  assert.deepEqual(list('2001,1\n2002,3\n', { xScale: 'logarithmic' }), ['xScale', 'yScale']);
  assert.deepEqual(list('1,1\n9,0\n'), ['xScale']);
  assert.deepEqual(list('a,1\nb,9\n', { kind: 'bar' }), ['order']);
});

/** Words as authors write them, with all that CSV has signs for. */
const word = fc.stringMatching(/^[A-Za-z][\w ,;"’éß-]{0,30}$/).map((text) => text.trim());
const value = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -2000, max: 3000 }),
  fc.double({ min: 1e-7, max: 1e-3, noNaN: true }),
);
const row = fc.record({
  x: value,
  y: fc.option(value),
  low: value,
  high: value,
  one: fc.nat(2),
  part: fc.nat(1),
});

test('every value of every row is in the table and in its file, and all that is drawn is in its place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('line', 'scatter', 'interval', 'bar'),
      fc.uniqueArray(word, { minLength: 5, maxLength: 5 }),
      fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ x }) => x + 0 }),
      fc.constantFrom(',', ';', '\t'),
      fc.boolean(),
      (kind, [a = '', b = '', c = '', p = '', q = ''], all, delimiter, isWhole) => {
        // Without intervals, bars of values above 0 have these beside them.
        const rows = all.map((row) => {
          if (row.y === null) return row;
          if (!isWhole) return { ...row, y: Math.abs(row.y) };
          // An interval holds its value.
          const [low, y, high] = [row.low, row.y, row.high].toSorted((a, b) => a - b);
          return { ...row, low: low ?? NaN, y: y ?? NaN, high: high ?? NaN };
        });
        const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const lines = rows.map(({ x, y, low, high, one, part }, index) => {
          const ends = [Math.min(low, high), Math.max(low, high)];
          const at = kind === 'bar' ? quote(`${a} ${index}`) : String(x);
          return [at, y ?? '', ...ends, quote([a, b, c][one] ?? ''), quote([p, q][part] ?? '')];
        });
        const text = [['x', 'y', 'low', 'high', 'who', 'where'], ...lines]
          .map((cells) => cells.join(delimiter))
          .join('\r\n');
        const isEmpty = rows.every(({ y }) => y === null);
        fc.pre(!isEmpty);
        const attributes = {
          kind: kind === 'interval' && !isWhole ? 'scatter' : kind,
          x: 'x',
          y: 'y',
          panels: 'where',
          ...(isWhole && { low: 'low', high: 'high', series: 'who' }),
        };
        const input = load(text, attributes);
        for (const width of Object.values(panelWidths)) {
          const drawing = draw(input, {}, width);
          for (const { svg, height } of drawing.panels) {
            assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
            assert.deepEqual(findMisplaced(svg, width, height), [], text);
          }
          assert.doesNotMatch(drawing.summary, /NaN|∞|undefined/);
          const { rows: found } = drawing.table;
          assert.equal(found.length, rows.length);
          const file = formatCsv(drawing.table);
          // Its file can be plotted again.
          assert.deepEqual(load(file, attributes).points, input.points);
          const csv = file.split('\r\n');
          for (const [index, { x, y, low, high, one, part }] of rows.entries()) {
            const cells = found[index] ?? [];
            const names = [[p, q][part], isWhole && [a, b, c][one]].filter(
              (name) => name !== false,
            );
            assert.deepEqual(cells.slice(0, names.length), names);
            const given = isWhole ? [y, Math.min(low, high), Math.max(low, high)] : [y];
            assert.deepEqual(
              cells
                .slice(names.length + 1)
                .map((cell) => (Number.isNaN(cell) ? null : Number(cell) + 0)),
              given.map((one) => (one === null ? null : one + 0)),
            );
            if (kind === 'bar') assert.equal(cells[names.length], `${a} ${index}`);
            else assert.equal(Number(cells[names.length]) + 0, x + 0);
            for (const one of given.filter((one) => one !== null))
              assert.ok(csv[index + 1]?.includes(String(one)), String(one));
          }
        }
      },
    ),
    { numRuns: 80, seed: 12 },
  );
});
