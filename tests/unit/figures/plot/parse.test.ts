import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostRows } from '../../../../src/figures/plot/table.ts';
import { parsePlot } from '../../../../src/figures/plot/parse.ts';

type Attributes = Record<string, string>;

const line = { src: './growth.csv', kind: 'line', x: 'year', y: 'size' };
const bars = { ...line, kind: 'bar', x: 'name' };

/** The values of x and y of a table that has no fault. */
function read(text: string, attributes: Attributes = line): (number | null)[][] {
  const { value, faults } = parsePlot(text, attributes);
  assert.deepEqual(faults, [], text);
  return value.points.map(([, , x, y]) => [x, y]);
}

/** Each fault as its place, “line:column” or an attribute, the nearest right value, and the expected form. */
function complain(text: string, attributes: Attributes = line): string[] {
  return parsePlot(text, attributes).faults.map(
    ({ offset, attribute, found, nearest, expected }) => {
      const before = text.slice(0, offset).split('\n');
      const place = attribute ?? `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      return `${place} ${found ?? ''}${nearest === undefined ? '' : ` → ${nearest}`} | ${expected}`;
    },
  );
}

const two = [
  [2001, 1.5],
  [2002, 2],
];

test('one table is read alike however a program writes it', () => {
  for (const text of [
    'year,size\n2001,1.5\n2002,2\n',
    '\ufeffyear,size\r\n2001,1.5\r\n2002,2',
    '\ufeff"year","size"\r\n"2001","1.5"\r\n"2002","2"\r\n',
    'year;size\n2001;1,5\n2002;2\n',
    'year\tsize\n2001\t1.5\n2002\t2\n',
    ' year , size \n\n 2001 , 1.5 \n 2002 , 2.0 \n\n',
    'note,year,size\n"a, ""b"" 10,5",2001,1.5\n,2002,2e0\n',
  ])
    assert.deepEqual(read(text), two);
});

test('a comma is one of decimals only where it can be nothing else', () => {
  assert.deepEqual(read('year;size\n1;1,5\n2;1,234\n'), [
    [1, 1.5],
    [2, 1.234],
  ]);
  // All of them could be thousands, or a point stands for decimals.
  assert.match(String(complain('year;size\n1;1,234\n2;12,345\n')), /^2:3 1,234 \| .*of thousands/);
  assert.deepEqual(complain('year;size\n1;1,5\n2;1.5\n'), ['2:3 1,5 → 1.5 | a number, as 12.5']);
  assert.deepEqual(complain('year,size\n1,"1,5"\n'), ['2:3 "1,5" → 1.5 | a number, as 12.5']);
});

test('a point is not read as one of decimals where other numbers have commas', () => {
  const unclear =
    'a number, as 12.5; a point before three digits can be one of decimals or of thousands';
  assert.deepEqual(complain('year;size\n1;1.234\n2;999,5\n3;1.5\n4;0.512\n'), [
    `2:3 1.234 | ${unclear}`,
    '3:3 999,5 → 999.5 | a number, as 12.5',
  ]);
  assert.match(String(complain('year;size\n1;€ 1.234\n2;999,5\n')), /^2:3 € 1\.234 \| .*12,5; a/);
  assert.deepEqual(complain('year;size\n1;1.234,5\n2;999,5\n'), [
    '2:3 1.234,5 | a number, as 12,5',
  ]);
  assert.deepEqual(complain('year;size\n1;1.234\n'), []);
  // So is one of x, which is no name.
  assert.deepEqual(complain('year;size\n1.234;999,5\n'), [
    `2:1 1.234 | ${unclear}`,
    '2:7 999,5 → 999.5 | a number, as 12.5',
  ]);
});

test('the nearest number is named only where no sign beside it can change it', () => {
  for (const cell of ['12k', '3.4M', '12 k', '3 million', '5 Mrd', '<0.001', '(12)', '201O', '~5'])
    assert.deepEqual(complain(`year,size\n1,${cell}\n`), [`2:3 ${cell} | a number, as 12.5`]);
  for (const cell of ['€ 12', '$12', '12 %', '12%', '12 €', '12 km/h', '12 ms'])
    assert.deepEqual(complain(`year,size\n1,${cell}\n`), [`2:3 ${cell} → 12 | a number, as 12.5`]);
});

test('a value can be missing, and a row cannot', () => {
  const text = 'year,size\n1,\n2,NA\n3,NaN\n4,5\n';
  assert.deepEqual(read(text), [
    [1, null],
    [2, null],
    [3, null],
    [4, 5],
  ]);
  assert.deepEqual(complain('year,size\n,5\n1,2\n2,3\n'), [
    '2:1 (an empty cell) | a number, as 12.5',
  ]);
});

test('dates are days since 1970, and days that do not exist are reported', () => {
  const readX = (...days: string[]) =>
    read(`year,size\n${days.map((day) => `${day},1`).join('\n')}`).map(([x]) => x);
  assert.deepEqual(readX('1970-01-02', '2000-03-01'), [1, 11017]);
  assert.deepEqual(readX('1970-02', '1971-01'), [31, 365]);
  assert.deepEqual(readX('1969', '2015'), [1969, 2015]);
  assert.deepEqual(readX('1970-1-2', '1970-01-11'), [1, 10]);
  assert.deepEqual(readX('1970-01-02 00:00:00', '1970-01-11T00:00'), [1, 10]);
  for (const day of ['2015-02-29', '2015-13-01', '1.3.2015'])
    assert.match(
      String(complain(`year,size\n2015-01-01,1\n2015-02-01,2\n${day},3\n`)),
      /^4:1 .* \| a date that exists/,
    );
});

test('dates that can be read in two ways, or have a time, are reported at the first', () => {
  const ends = { kind: 'interval', low: 'low', high: 'high' };
  for (const day of ['01/03/2015', '1.3.2015', '03-01-2015', '2015/03/01', '2015-03-01 14:30'])
    for (const kind of [{}, { kind: 'scatter' }, ends])
      assert.deepEqual(
        complain(`size,year,low,high\n1,${day},1,2\n1,${day},1,2\n`, { ...line, ...kind }),
        [`2:3 ${day} | a date, as 2015-03-09`],
      );
  // Versions are names.
  assert.deepEqual(complain('year,size,low,high\n1.2.3,1,1,2\n', { ...line, ...ends }), []);
  assert.deepEqual(complain('year,size\nA,1\nB,2\n'), [
    'x  | a column of numbers or dates for kind="line"; its first cell is A',
  ]);
});

test('series are in the order of the file, from one column or from several', () => {
  const { value } = parsePlot('year,who,size\n1,b,1\n1,a,2\n2,b,3\n', { ...line, series: 'who' });
  assert.deepEqual(value.series, ['b', 'a']);
  assert.deepEqual(
    value.points.map(([, series, x, y]) => [series, x, y]),
    [
      [0, 1, 1],
      [1, 1, 2],
      [0, 2, 3],
    ],
  );
  const several = parsePlot('year,a,"b, c"\n1,2,3\n', { ...line, y: 'a' }).value;
  assert.deepEqual(several.series, ['a']);
  const columns = parsePlot('year,a,b\n1,2,3\n', { ...line, y: 'a, b' }).value;
  assert.deepEqual([columns.series, columns.yLabel], [['a', 'b'], 'value']);
  assert.deepEqual(
    columns.points.map(([, series, , y]) => [series, y]),
    [
      [0, 2],
      [1, 3],
    ],
  );
  // The name of a column can have a comma.
  assert.deepEqual(read('year,"b, c"\n1,3\n', { ...line, y: 'b, c' }), [[1, 3]]);
});

test('columns that the tag names and the table has not are reported with the nearest', () => {
  const text = 'year,country,wage\n1,A,2\n';
  const tag = { ...line, y: 'wages', series: 'state', panels: 'cuntry' };
  assert.deepEqual(
    complain(text, tag).map((one) =>
      one.replace(' a column of the table: year, country, wage', ''),
    ),
    ['series state |', 'panels cuntry → country |', 'y wages → wage |'],
  );
  assert.match(String(complain('year,year,size\n1,1,2\n')), /^x year \| the name of one column/);
});

test('attributes that do not suit each other or the table are reported', () => {
  const text = 'year,who,size,low,high\n1,a,2,1,3\n2,b,3,2,4\n';
  for (const [attributes, fault] of [
    [{ series: 'who', y: 'size, low' }, /^series /],
    [{ y: 'size,low', low: 'low', high: 'high' }, /^low /],
    [{ high: 'high' }, /^high .*both low and high/],
    [{ low: 'low' }, /^low .*both low and high/],
    [{ kind: 'interval' }, /^kind .*both low and high/],
    [{ x: 'who' }, /^x .*numbers or dates for kind="line"/],
    [{ kind: 'bar', yScale: 'logarithmic' }, /^yScale .*begin at 0/],
    [{ kind: 'bar', xScale: 'logarithmic' }, /^xScale .*names or dates/],
  ] as const) {
    const faults = complain(text, { ...line, ...attributes });
    assert.equal(faults.length, 1, String(faults));
    assert.match(String(faults), fault);
  }
});

test('a logarithmic axis has values above 0', () => {
  const text = 'year,size,low,high\n0,2,1,3\n1,-1,-2,4\n';
  const logarithmic = { ...line, low: 'low', high: 'high' };
  assert.deepEqual(complain(text, logarithmic), []);
  const expected = 'a number above 0, as its axis is logarithmic';
  assert.deepEqual(complain(text, { ...logarithmic, yScale: 'logarithmic' }), [
    `3:6 -2 | ${expected}`,
    `3:3 -1 | ${expected}`,
  ]);
  assert.deepEqual(complain(text, { ...logarithmic, xScale: 'logarithmic' }), [
    `2:1 0 | ${expected}`,
  ]);
});

test('an interval has two ends, the lower one first', () => {
  const interval = { ...line, kind: 'interval', low: 'low', high: 'high' };
  const head = 'year,size,low,high\n';
  assert.deepEqual(complain(`${head}1,2,,\n2,2,1,3\n`, interval), []);
  assert.deepEqual(complain(`${head}1,2,3,1\n`, interval), [
    '2:5 3 | a number that is at most 1, the upper end in this row',
  ]);
  assert.deepEqual(complain(`${head}1,2,,1\n`, interval), [
    '2:5 (an empty cell) | both ends of the interval, or neither',
  ]);
  assert.deepEqual(complain(`${head}1,2,1,\n`, interval), [
    '2:7 (an empty cell) | both ends of the interval, or neither',
  ]);
});

test('an interval holds its value, so that standard errors are not drawn as its ends', () => {
  const interval = { ...line, low: 'low', high: 'high' };
  const report = (row: string) => {
    const { faults } = parsePlot(`year,size,low,high\n${row}\n`, interval);
    return faults.map(({ found, expected, fix }) => [found, expected, fix].join(' | '));
  };
  const errors = (ends: string) => `Write the ends themselves, as ${ends}, not their distance.`;
  const others = 'Write ends with y between them, or leave both cells empty.';
  assert.deepEqual(report('1,12,0.5,0.5'), [
    `0.5 | an interval that holds y, 12 | ${errors('11.5 and 12.5')}`,
  ]);
  assert.deepEqual(report('1,0.3,0.1,0.2'), [
    `0.2 | an interval that holds y, 0.3 | ${errors('0.2 and 0.5')}`,
  ]);
  assert.deepEqual(report('1,0.3,0.4,0.4'), [
    `0.4 | an interval that holds y, 0.3 | ${errors('-0.1 and 0.7')}`,
  ]);
  assert.deepEqual(report('1,3,4,5'), [`4 | an interval that holds y, 3 | ${others}`]);
  assert.deepEqual(report('1,,4,5\n2,4,4,5'), []);
  assert.deepEqual(report('1,4,4,4'), []);
});

test('a table that cannot be read whole is reported where it breaks', () => {
  assert.match(String(complain('')), /^1:1 .*a first line that names the columns/);
  assert.match(String(complain('\n \n')), /^1:1 .*a first line/);
  assert.match(String(complain('year,size\n')), /^1:10 .*a line for each row/);
  // Without a row the type of x is unknown.
  const logarithmic = { ...line, xScale: 'logarithmic' };
  assert.deepEqual(complain('year,size\n3\n', logarithmic), [
    '2:2  | 2 cells, as the first line has; here are 1',
  ]);
  assert.deepEqual(complain('year,size\n1,2\n3\n4,5,6\n7,"8\n'), [
    '3:2  | 2 cells, as the first line has; here are 1',
    '4:5  | 2 cells, as the first line has; here are 3',
    '5:3  | quotation marks around a whole cell, both on one line, and two where one is meant',
  ]);
});

test('a plot holds so many rows, series, panels and names', () => {
  const build = (count: number) =>
    `year,name,size\n${Array.from({ length: count }, (_, n) => `${n},n${n},1\n`).join('')}`;
  assert.deepEqual(complain(build(mostRows)), []);
  assert.match(String(complain(build(mostRows + 1))), new RegExp(`^${mostRows + 2}:1 `));
  for (const [attributes, count] of [
    [{ ...line, series: 'name' }, 6],
    [{ ...line, panels: 'name' }, 12],
    [bars, 40],
  ] as const) {
    assert.deepEqual(complain(build(count), attributes), []);
    assert.match(String(complain(build(count + 1), attributes)), /at most \d+ [a-z]+; here are/);
  }
  const columns = { ...line, y: 'a,b,c,d,e,f,g' };
  const [fault] = parsePlot('year,a,b,c,d,e,f,g\n1,2,3,4,5,6,7,8\n', columns).faults;
  assert.equal(fault?.fix, 'Name at most 6 columns.');
});

test('a line has each value of x once', () => {
  const text = 'year,who,size\n1,a,1\n1,b,9\n2,a,2\n2,b,8\n';
  const expected = (before: number) =>
    `each value of x once in a line; line ${before} of the file has this one`;
  assert.deepEqual(complain(text), [`3:1  | ${expected(2)}`, `5:1  | ${expected(4)}`]);
  assert.deepEqual(complain(text, { ...line, series: 'who' }), []);
  assert.deepEqual(complain(text, { ...line, kind: 'scatter' }), []);
});

test('a bar is drawn once, and has a name', () => {
  assert.deepEqual(complain('name,size\na,1\n,2\na,3\n', bars), [
    '3:1 (an empty cell) | a name',
    '4:1  | each name once in a series of a panel; line 2 has this one',
  ]);
  // Years of bars are names, and another panel has bars of its own.
  const text = 'name,part,size\n2001,p,1\n2001,q,2\n';
  assert.deepEqual(complain(text, { ...bars, panels: 'part' }), []);
  assert.deepEqual(complain(text, { ...bars, series: 'part' }), []);
});
