import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFirstVersion } from '../../../src/loaders/merge-marks.ts';

const conflict = ['<<<<<<< HEAD', 'one: 1', '=======', 'one: 2', '>>>>>>> topic'];

test('a merge that is not finished is one fault with the lines of its marks, and its first version is read', () => {
  const lines = ['a: b', ...conflict, 'c: d'];
  for (const file of ['content/site.yaml', 'content/references.bib', 'content/papers/a.mdx']) {
    const { text, faults } = readFirstVersion(lines.join('\n'), file);
    assert.deepEqual(text.split('\n'), ['a: b', '', 'one: 1', '', '', '', 'c: d']);
    assert.deepEqual(
      faults.map(({ rule, line, found }) => [rule, line, found]),
      [['unreadable-text', 2, '<<<<<<< HEAD']],
    );
    assert.match(faults[0]?.fix ?? '', /lines 2, 4 and 6\.$/);
  }
});

test('the version before both is left out as well', () => {
  const lines = ['<<<<<<< a', '1', '||||||| b', '0', '=======', '2', '>>>>>>> c'];
  const { text, faults } = readFirstVersion(lines.join('\n'), 'a.bib');
  assert.equal(text.trim(), '1');
  assert.match(faults[0]?.fix ?? '', /lines 1, 3, 5 and 7\.$/);
});

test('a mark that was left behind is a fault of its own, and each conflict is one', () => {
  const lines = [...conflict, '>>>>>>> topic', '<<<<<<< HEAD', ...conflict];
  const { faults } = readFirstVersion(lines.join('\n'), 'a.bib');
  assert.deepEqual(
    faults.map(({ line }) => line),
    [1, 6, 7, 8],
  );
});

test('headings, quotations and listings are none', () => {
  for (const text of [
    'A\n=======\n\nB',
    '> > > a\n>>>>>>>>',
    '<<<<<<<<<< a',
    ['```', ...conflict, '```'].join('\n'),
    ['~~~~ text', ...conflict, '~~~~'].join('\n'),
  ])
    assert.deepEqual(readFirstVersion(text, 'content/papers/a.mdx'), { text, faults: [] });
  const after = ['```', 'a', '```', ...conflict].join('\n');
  assert.equal(readFirstVersion(after, 'content/papers/a.mdx').faults.length, 1);
});
