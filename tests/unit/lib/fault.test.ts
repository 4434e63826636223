import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFaults, type Fault } from '../../../src/lib/fault.ts';
import type { Rule } from '../../../src/lib/rule.ts';

const fault = (rule: Rule, line: number, file = 'content/references.bib'): Fault => ({
  rule,
  file,
  line,
  column: 1,
  found: `url = {${line}}`,
  expected: 'an address',
  fix: 'Write the address.',
});

const many = Array.from({ length: 301 }, (_, index) => fault('bad-address', 3 * index + 1));

test('of more than five faults of one rule in one file, a short report shows three', () => {
  const others = [fault('bibtex-syntax', 8), fault('bad-address', 2, 'content/site.yaml')];
  const report = formatFaults([...many, ...others], { isShort: true });
  const heads = [...report.matchAll(/^\S+ {2}\S+$/gm)].map(([head]) => head);
  assert.deepEqual(heads, [
    'content/references.bib:1:1  bad-address',
    'content/references.bib:4:1  bad-address',
    'content/references.bib:7:1  bad-address',
    'content/references.bib:8:1  bibtex-syntax',
    'content/references.bib  bad-address',
    'content/site.yaml:2:1  bad-address',
  ]);
  assert.match(report, /^ {2}and {7}298 more$/m);
  assert.ok(report.endsWith('303 faults in 2 files.'));
  const [, lines = ''] = /^ {2}in lines {2}([^]*?)\n {2}fix/m.exec(report) ?? [];
  assert.deepEqual(
    lines.split(/,\s+/).map(Number),
    many.slice(3).map(({ line }) => line),
  );
  assert.ok(report.split('\n').every((line) => line.length <= 100));
});

test('a short report says whether the faults that it counts are like those above', () => {
  assert.match(formatFaults(many, { isShort: true }), / fix {7}As above\. All are listed by: /);
  const last = { ...fault('bad-address', 950), expected: 'another value' };
  const report = formatFaults([...many, last], { isShort: true });
  assert.match(report, / fix {7}Each has its own\. All are listed by: /);
});

test('five faults of one rule, and a whole report, are shown as they are', () => {
  const five = many.slice(0, 5);
  assert.equal(formatFaults(five, { isShort: true }), formatFaults(five));
  assert.equal(formatFaults(many).match(/^ {2}found/gm)?.length, 301);
});
