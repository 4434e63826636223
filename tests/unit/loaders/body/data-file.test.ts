import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { measurementsFile } from '../../../../src/figures/latency-accuracy/measurements/file.ts';
import { loadData } from '../../../../src/figures/shared/data-file.ts';
import { checkDataFile } from '../../../../src/loaders/body/data-file.ts';

const scratch = mkdtempSync(join(tmpdir(), 'measurements-'));
after(() => rmSync(scratch, { recursive: true }));
const root = join(scratch, 'project');
const folder = join(root, 'content/threads');
mkdirSync(join(folder, 'folder.csv'), { recursive: true });

const good = 'architecture,latency_ms,ndcg@10\nA,12,0.7\n';
const bad = 'architecture,latency_ms,ndcg@10\nA,12,0.7\nB,0,0.7\n';
const files = {
  'latency.csv': good,
  'bad.csv': bad,
  'windows.csv': `\ufeff${bad.replaceAll('\n', '\r\n')}`,
  'hidden.csv': 'architecture,latency_ms,ndcg@10\nA,1\u200b2,0.7\n',
  'notes.txt': good,
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const entry = 'content/threads/probe.mdx';
const check = (address: string) => checkDataFile(measurementsFile, address, { root, file: entry });

test('a table beside the entry is read', () => {
  assert.deepEqual(check('./latency.csv'), []);
  assert.deepEqual(check('../threads/latency.csv'), []);
  // The file as in the build: whole, with a byte order mark and any line ends.
  const windows = '\ufeff"architecture",latency_ms,ndcg@10,low,high\r\n\r\nA,12,0.7,,\r\n';
  for (const text of [good, windows])
    assert.deepEqual(loadData(measurementsFile, text), [
      { architecture: 'A', latency: 12, ndcg: 0.7 },
    ]);
});

test('a fault in it has its place there, also with a byte order mark and line ends of Windows', () => {
  for (const name of ['bad.csv', 'windows.csv']) {
    const [fault, ...others] = check(`./${name}`);
    assert.deepEqual(others, []);
    assert.equal(fault?.rule, 'malformed-measurements');
    const file = `content/threads/${name}`;
    assert.deepEqual(fault.place, { file, line: 3, column: 3, found: '0' });
    assert.throws(
      () => loadData(measurementsFile, bad),
      /^Error: A table of measurements was not checked:\nexpected a latency in milliseconds, above 0, as 12\.5$/,
    );
  }
});

test('letters that no one sees are reported for themselves', () => {
  assert.deepEqual(
    check('./hidden.csv').map(({ rule, place }) => [rule, place?.line, place?.column]),
    [['unreadable-text', 2, 4]],
  );
});

test('where there is none, the entry is told of the nearest', () => {
  for (const [address, nearest] of [
    ['./latencies.csv', './latency.csv'],
    ['latency.csv', './latency.csv'],
    ['./notes.txt', undefined],
    ['./windws.csv', './windows.csv'],
    ['./folder.csv', undefined],
    ['./latency.csv/x.csv', undefined],
    ['../threads/latncy.csv', '../threads/latency.csv'],
    ['../nowhere/x.csv', undefined],
    ['https://example.org/latency.csv', undefined],
  ] as const) {
    const [fault, ...others] = check(address);
    assert.deepEqual(others, []);
    assert.equal(fault?.rule, 'missing-file');
    assert.equal(fault.place, undefined);
    assert.equal(fault.nearest, nearest, address);
  }
});

test('a table outside content/ is none, though it is there', () => {
  for (const address of ['../../outside.csv', './../../outside.csv', '../../../outside.csv']) {
    writeFileSync(join(folder, address), good);
    const [fault, ...others] = check(address);
    assert.deepEqual(others, []);
    assert.equal(fault?.rule, 'missing-file');
    assert.match(fault.expected, /in content\/.*is outside$/);
  }
});

test('a name that the build would take for another is refused, and no other', () => {
  for (const name of [
    'a#b',
    'a?b',
    'a%20b',
    'a\\b',
    'a\u0001b',
    '#',
    'a"b',
    'a:b',
    '.a',
    'a'.repeat(97),
  ])
    assert.deepEqual(rulesOf(name), ['bad-address'], name);
  for (const name of ["it's", 'two words', 'Größe', 'a&b', 'a'.repeat(96), '$', '[a]', 'a.b', '表'])
    assert.deepEqual(rulesOf(name), [], name);

  function rulesOf(name: string) {
    writeFileSync(join(folder, `${name}.csv`), good);
    return check(`./${name}.csv`).map(({ rule }) => rule);
  }
});
