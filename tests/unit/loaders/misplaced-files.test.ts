import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMisplaced, listMisplaced } from '../../../src/loaders/files.ts';

const describe = (file: string) =>
  listMisplaced([file]).map((one) => {
    const { nearest, fix } = describeMisplaced(one, [file]);
    return [nearest, fix.startsWith('Rename')];
  });

test('a file “index” in a folder gets the name of the folder', () => {
  assert.deepEqual(describe('content/papers/q/index.mdx'), [['content/papers/q.mdx', true]]);
  assert.deepEqual(describe('content/papers/q/_index.md'), [['content/papers/q.mdx', true]]);
  assert.deepEqual(describe('content/papers/q/notes.md'), [['content/papers/notes.mdx', true]]);
});

test('another name is advised for Markdown alone', () => {
  assert.deepEqual(describe('content/papers/t.md'), [['content/papers/t.mdx', true]]);
  for (const name of ['t.tex', 'u.docx', 'y.html', 'z.rst'])
    assert.deepEqual(describe(`content/papers/${name}`), [[undefined, false]], name);
});
