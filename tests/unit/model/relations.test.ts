import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRelations } from '../../../src/model/relations.ts';
import { buildLocatedEntry } from './located-entry.ts';

test('a key with words of another script behind it is answered with braces, and loses no word', () => {
  const place = { file: 'content/threads/one.mdx', line: 1, column: 1 };
  const citations = ['vaswani和', 'vaswani的工作', 'vaswanu'].map((value) => ({
    value,
    place: { ...place, found: value },
  }));
  const faults = checkRelations({
    entries: [buildLocatedEntry('thread', 'one', { citations })],
    keys: ['vaswani', 'doe'],
    areKeysKnown: true,
    misplacedSlugs: [],
    pageLinks: [],
    publicFiles: [],
  });
  assert.deepEqual(
    faults.map(({ nearest, edits }) => [nearest, edits?.map((edit) => edit.new)]),
    [
      ['@{vaswani}和', ['@{vaswani}和']],
      ['@{vaswani}的工作', ['@{vaswani}的工作']],
      ['@vaswani', ['@vaswani']],
    ],
  );
});
