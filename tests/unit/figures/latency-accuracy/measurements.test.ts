import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { measurementsFile } from '../../../../src/figures/latency-accuracy/measurements/file.ts';
import { parseMeasurements } from '../../../../src/figures/latency-accuracy/measurements/parse.ts';
import { formatFaults } from '../../../../src/lib/fault.ts';
import { checkData } from '../../../../src/loaders/body/data-file.ts';

const file = 'content/threads/latency.csv';
const header = 'architecture,latency_ms,ndcg@10,low,high';

/** The measurements of a table, and its faults as the check of content places them. */
function parse(...lines: string[]) {
  const text = lines.join('\n');
  const { value: measurements } = parseMeasurements(text);
  return { measurements, faults: checkData(measurementsFile, text, file) };
}

/** Formats each fault as its location, `found`, `nearest`, and the beginning of `expected`. */
const report = (...lines: string[]) =>
  parse(...lines).faults.map(
    ({ rule, line, column, found, nearest, expected }) =>
      `${rule === 'malformed-measurements' ? '' : rule}${line}:${column} ${found}${nearest === undefined ? '' : ` → ${nearest}`} | ${expected}`,
  );

describe('a table without fault', () => {
  test('is read whole: intervals in full or not at all, in any order of columns', () => {
    const a = { architecture: 'A', latency: 12.5, ndcg: 0.713 };
    const interval = [0.702, 0.724];
    assert.deepEqual(parse(header, 'A,12.5,0.713,0.702,0.724', 'B,1e1,1,,', '').measurements, [
      { ...a, interval },
      { architecture: 'B', latency: 10, ndcg: 1 },
    ]);
    assert.deepEqual(parse('ndcg@10,architecture,latency_ms', '.713,A,12.5').measurements, [a]);
    assert.deepEqual(parse(header, 'A,12.5,0.713,0.702,0.724').faults, []);
  });

  test('names can hold commas, quotation marks and any letters; blanks and empty lines do not count', () => {
    const rows = ['  "A, ""small""" , 5 , 0.5', '', '   ', 'Bär-注意,6,0'];
    const { measurements, faults } = parse('architecture, latency_ms ,"ndcg@10"', ...rows);
    assert.deepEqual(faults, []);
    assert.deepEqual(measurements, [
      { architecture: 'A, "small"', latency: 5, ndcg: 0.5 },
      { architecture: 'Bär-注意', latency: 6, ndcg: 0 },
    ]);
  });

  test('what is written is what is read', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });
    const row = fc.record({
      architecture: fc
        .string({ minLength: 1 })
        .filter((name) => name.trim() === name && !/[\n\r]/.test(name)),
      latency: fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      values: fc.tuple(value, value, value),
      hasInterval: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, selector: ({ architecture }) => architecture }),
        (rows) => {
          const measurements = rows.map(({ architecture, latency, values, hasInterval }) => {
            const [low = 0, ndcg = 0, high = 0] = values.toSorted((a, b) => a - b);
            return { architecture, latency, ndcg, ...(hasInterval && { interval: [low, high] }) };
          });
          const lines = measurements.map(({ architecture, latency, ndcg, interval = ['', ''] }) =>
            [`"${architecture.replaceAll('"', '""')}"`, latency, ndcg, ...interval].join(','),
          );
          const read = parse(header, ...lines);
          assert.deepEqual(read.faults, []);
          // −0 is 0.
          assert.deepEqual(JSON.stringify(read.measurements), JSON.stringify(measurements));
        },
      ),
    );
  });
});

describe('the first line', () => {
  test('is missing, as the whole table is', () => {
    const columns = 'a first line that names the columns';
    for (const text of [[''], ['', '  ', '']])
      assert.deepEqual(report(...text), [
        `1:1 (an empty line) | ${columns}, ${header}, and a line for each measurement`,
      ]);
    assert.deepEqual(report('A,12,0.7', 'B,13,0.8'), [`1:1 A,12,0.7 | ${columns}, as ${header}`]);
  });

  test('stands alone', () => {
    assert.deepEqual(report(header), [
      `1:41 ${header} | a line for each measurement after the first, which names the columns`,
    ]);
  });

  const all = 'one of architecture, latency_ms, ndcg@10, low, high, query, length';

  test('has a name that is near a right one: its cells are read, and not reported as missing', () => {
    const lines = ['Architecture,latency (ms),NDCG@10', 'A,0,0.5'];
    assert.deepEqual(report(...lines), [
      `1:1 Architecture → architecture | ${all}`,
      `1:14 latency (ms) → latency_ms | ${all}`,
      `1:27 NDCG@10 → ndcg@10 | ${all}`,
      '2:3 0 | a latency in milliseconds, above 0, as 12.5',
    ]);
  });

  test('has a name that is near none, one twice, or none', () => {
    assert.deepEqual(report('architecture,latency_ms,ndcg@10,xyz,', 'A,12,0.7,,'), [
      `1:33 xyz | ${all}`,
      `1:37 (an empty cell) | ${all}`,
    ]);
    assert.deepEqual(report('architecture,latency_ms,latency_ms,ndcg@10', 'A,12,13,0.7'), [
      '1:25 latency_ms | the column latency_ms once',
    ]);
  });

  test('lacks a column', () => {
    const needs =
      'the columns architecture, latency_ms, ndcg@10, and with an interval low and high';
    assert.deepEqual(report('latency_ms,low', '12,0.7'), [
      `1:15 no “architecture” | ${needs}`,
      `1:15 no “ndcg@10” | ${needs}`,
      `1:15 no “high” | ${needs}`,
    ]);
  });

  test('has semicolons or tabs between its columns', () => {
    for (const sign of [';', '\t'])
      assert.deepEqual(
        report(
          ['architecture', 'latency_ms', 'ndcg@10'].join(sign),
          ['A', '12,5', '0,7'].join(sign),
        ),
        [
          `1:13 architecture${sign}latency_ms${sign}ndcg@10 | commas between the columns, as ${header}`,
        ],
      );
  });

  test('has quotation marks that do not match', () => {
    assert.deepEqual(report('architecture,"latency_ms,ndcg@10', 'A,12,0.7'), [
      '1:14 architecture,"latency_ms,ndcg@10 | quotation marks around a whole cell, both on one line, and two where one is meant',
    ]);
  });
});

describe('a row', () => {
  const row = (line: string) => report(header, 'Z,1,0.1,,', line);

  test('has too few cells, or too many', () => {
    const count = '5 cells, as the first line has; here are';
    assert.deepEqual(row('A,5,0.7'), [`3:8 A,5,0.7 | ${count} 3`]);
    assert.deepEqual(row('A,5,0.7,0.6,0.8,9,9'), [`3:17 A,5,0.7,0.6,0.8,9,9 | ${count} 7`]);
    assert.deepEqual(row('A,12,5,0.7,0.6,0.8'), [`3:16 A,12,5,0.7,0.6,0.8 | ${count} 6`]);
    // The other values are checked all the same.
    assert.deepEqual(row('A,x'), [
      `3:4 A,x | ${count} 2`,
      '3:3 x | a latency in milliseconds, above 0, as 12.5',
    ]);
  });

  test('lacks what it must have', () => {
    assert.deepEqual(row(',,,,'), [
      '3:1 (an empty cell) | the name of the architecture',
      '3:2 (an empty cell) | a latency in milliseconds, above 0, as 12.5',
      '3:3 (an empty cell) | a number from 0 to 1, as 0.713',
    ]);
  });

  test('has a latency that is none', () => {
    const expected = 'a latency in milliseconds, above 0, as 12.5';
    for (const [written, nearest] of [
      ['0', ''],
      ['-3', ''],
      ['fast', ''],
      ['1e999', ''],
      ['0x10', ''],
      ['4-5', ''],
      ['12 ms', ' → 12'],
      ['"12,5"', ' → 12.5'],
      ['"12,5 ms"', ' → 12.5'],
      ['"1,234"', ''],
      ['"0,125"', ' → 0.125'],
    ] as const)
      assert.deepEqual(row(`A, ${written},0.7,,`), [`3:4 ${written}${nearest} | ${expected}`]);
  });

  test('has an NDCG@10 that is none: a percentage is divided', () => {
    const expected = 'a number from 0 to 1, as 0.713';
    for (const [written, nearest] of [
      ['71.3', ' → 0.713'],
      ['71.3 %', ' → 0.713'],
      ['"71,3"', ' → 0.713'],
      ['0.7.1', ''],
      ['-0.1', ''],
      ['1.5', ' → 0.015'],
      ['713', ''],
      ['"0,713"', ' → 0.713'],
      ['n/a', ''],
    ] as const)
      assert.deepEqual(row(`A,5,${written},,`), [`3:5 ${written}${nearest} | ${expected}`]);
  });

  test('has an interval that is not around its value, or has one end', () => {
    const bound = (words: string) => `a number that is ${words} 0.7, the ndcg@10 of this row`;
    assert.deepEqual(row('A,5,0.7,0.8,0.6'), [
      `3:9 0.8 | ${bound('at most')}`,
      `3:13 0.6 | ${bound('at least')}`,
    ]);
    assert.deepEqual(row('A,5,0.7,0.7,0.7'), []);
    assert.deepEqual(row('A,5,0.7,0.6,'), [
      '3:13 (an empty cell) | both ends of the interval, or neither',
    ]);
    assert.deepEqual(row('A,5,0.7,,0.8'), [
      '3:9 (an empty cell) | both ends of the interval, or neither',
    ]);
    assert.deepEqual(row('A,5,0.7,60,80'), [
      '3:9 60 → 0.6 | a number from 0 to 1, as 0.713',
      '3:12 80 → 0.8 | a number from 0 to 1, as 0.713',
    ]);
    // If the value itself is invalid, its interval is not checked.
    assert.deepEqual(row('A,5,x,0.8,0.6'), ['3:5 x | a number from 0 to 1, as 0.713']);
  });

  test('has quotation marks that do not match; the others are read', () => {
    const quotes =
      'quotation marks around a whole cell, both on one line, and two where one is meant';
    assert.deepEqual(report(header, '"A,5,0.7,,', 'B "x",5,0.7,,', 'C,"5"0,0.7,,', 'D,0,0.7,,'), [
      `2:1 "A,5,0.7,, | ${quotes}`,
      `3:1 B "x",5,0.7,, | ${quotes}`,
      `4:3 C,"5"0,0.7,, | ${quotes}`,
      '5:3 0 | a latency in milliseconds, above 0, as 12.5',
    ]);
  });

  test('is there twice: the same name is no mistake, the same name at the same latency is', () => {
    assert.deepEqual(report(header, 'A,5,0.7,,', '', 'A,6,0.7,,', 'A,5.0,0.8,,'), [
      '5:1 A,5.0,0.8,, | a measurement once; line 2 has this architecture at this latency',
    ]);
  });

  test('has its columns counted in letters, not in bytes', () => {
    assert.deepEqual(row('Bär 注意,"é,é",0.7,,'), [
      '3:8 "é,é" | a latency in milliseconds, above 0, as 12.5',
    ]);
  });
});

describe('a table of queries', () => {
  const columns = 'architecture,latency_ms,ndcg@10,query,length';

  test('has a score of each architecture on each query, in any order', () => {
    const a = { architecture: 'A', latency: 5, ndcg: 0.5, query: 'q1', length: '96' };
    const { measurements, faults } = parse(
      columns,
      'A,5,0.5,q1,96',
      'B,6,0.6,q2,700',
      'B,7,0.7,q1,96',
      'A,8,0.8,q2,700',
    );
    assert.deepEqual(faults, []);
    assert.equal(measurements.length, 4);
    assert.deepEqual(measurements[0], a);
    assert.deepEqual(report('query,architecture,latency_ms,ndcg@10', 'q1,A,5,0.5'), []);
  });

  test('lacks queries of an architecture: the first is named, and the others are counted', () => {
    const rows = ['q1', 'q2', 'q3'].map((query) => `A,5,0.5,${query},9`);
    assert.deepEqual(report(columns, ...rows, 'B,5,0.5,q2,9'), [
      '5:1 B,5,0.5,q2,9 | a score of each architecture on each query; “B” has none on “q1” of line 2, and none on 1 more',
    ]);
    // A query under another name is missing twice.
    assert.deepEqual(report(columns, 'A,5,0.5,q1,9', 'B,5,0.5,q01,9'), [
      '2:1 A,5,0.5,q1,9 | a score of each architecture on each query; “A” has none on “q01” of line 3',
      '3:1 B,5,0.5,q01,9 | a score of each architecture on each query; “B” has none on “q1” of line 2',
    ]);
    // Where a row cannot be read, its query is not missed too.
    assert.deepEqual(report(columns, 'A,5,0.5,q1,9', 'B,5,1.5,q1,9'), [
      '3:5 1.5 → 0.015 | a number from 0 to 1, as 0.713',
    ]);
  });

  test('has a score twice, also with another latency', () => {
    assert.deepEqual(report(columns, 'A,5,0.5,q1,9', 'A,6,0.6,q1,9'), [
      '3:1 A,6,0.6,q1,9 | a score once; line 2 has this architecture with this query',
    ]);
  });

  test('has lengths that cannot be compared', () => {
    assert.deepEqual(report(columns, 'A,5,0.5,q1,9', 'A,5,0.5,q2,long', 'A,5,0.5,q3,"1,024"'), [
      '3:12 long | a number of tokens, as 128, as line 2 has',
      '4:12 "1,024" | a number of tokens, as 128, as line 2 has',
    ]);
    assert.deepEqual(report(columns, 'A,5,0.5,q1,long', 'A,5,0.5,q2,9'), [
      '3:12 9 | the name of a class, as line 2 has',
    ]);
    assert.deepEqual(report(columns, 'A,5,0.5,q1,9', 'B,5,0.5,q1,10'), [
      '3:12 10 | the length 9, which line 2 has for this query',
    ]);
  });

  test('has more classes of lengths than are shown; numbers of tokens are cut', () => {
    const list = (name: (index: number) => string) =>
      Array.from({ length: 9 }, (_, index) => `A,5,0.5,q${index},${name(index)}`);
    assert.deepEqual(report(columns, ...list((index) => String(2 ** index))), []);
    assert.deepEqual(report(columns, ...list((index) => `class ${index}`)), [
      '8:12 class 6 | at most 6 classes of lengths',
    ]);
    // Without queries, each number is a class.
    const wide = 'architecture,latency_ms,ndcg@10,length';
    const rows = Array.from({ length: 7 }, (_, index) => `A,5,0.5,${index + 1}`);
    assert.deepEqual(report(wide, ...rows), ['8:9 7 | at most 6 classes of lengths']);
  });

  test('has no intervals of its own', () => {
    const expected =
      'no low and high in a table of queries: intervals are computed from its scores';
    assert.deepEqual(report(`${header},query`, 'A,5,0.5,,,q1'), [
      `1:33 low | ${expected}`,
      `1:37 high | ${expected}`,
    ]);
  });

  test('has an empty cell', () => {
    assert.deepEqual(report(columns, 'A,5,0.5,,'), [
      '2:9 (an empty cell) | the name of the query',
      '2:10 (an empty cell) | the name of the class of lengths, or a number of tokens',
    ]);
  });
});

test('every fault is reported at once, as the author reads it', () => {
  assert.equal(
    formatFaults(parse(header, 'A,"12,5",71.3,,', 'B,3').faults),
    `content/threads/latency.csv:2:3  malformed-measurements
  found     "12,5"
  expected  a latency in milliseconds, above 0, as 12.5
  nearest   12.5
  fix       Write the number alone: no unit, and a point before its decimals.

content/threads/latency.csv:2:10  malformed-measurements
  found     71.3
  expected  a number from 0 to 1, as 0.713
  nearest   0.713
  fix       Divide a percentage by 100.

content/threads/latency.csv:3:4  malformed-measurements
  found     B,3
  expected  5 cells, as the first line has; here are 2
  fix       Write the missing cells, and a comma for each cell that stays empty.

3 faults in 1 file.`,
  );
});

test('whatever the text, it is read or refused with places that are in it', () => {
  const cell = fc.constantFrom(
    'A',
    '12',
    '0.5',
    '"',
    ',',
    ',',
    '\n',
    '\n',
    ' ',
    'é',
    '🙂',
    'low',
    'query',
    '\t',
    ';',
  );
  fc.assert(
    fc.property(fc.array(cell), fc.boolean(), (cells, hasHeader) => {
      const text = (hasHeader ? `${header}\n` : '') + cells.join('');
      const lines = text.split('\n');
      for (const { line, column, expected, fix, found } of checkData(
        measurementsFile,
        text,
        file,
      )) {
        const { length } = lines[line - 1] ?? '';
        assert.ok(line >= 1 && line <= lines.length && column >= 1 && column <= length + 1);
        assert.ok(expected !== '' && fix !== '' && found !== '');
      }
    }),
    { numRuns: 500 },
  );
});
