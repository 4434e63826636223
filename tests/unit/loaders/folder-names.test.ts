import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { listContent } from '../../../src/loaders/files.ts';
import { checkPublicDrawings } from '../../../src/loaders/images/check.ts';
import { listPublicFiles } from '../../../src/loaders/public-files.ts';

const root = mkdtempSync(join(tmpdir(), 'folders-'));
after(() => rmSync(root, { recursive: true }));

test('a folder that is named like a file is reported, and is no file', () => {
  for (const file of [
    'content/papers/x.mdx/a.png',
    'content/one/a.png',
    'public/x.html/b.txt',
    'public/d3.js/c.txt',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'a');
  }
  const content = listContent(root);
  assert.deepEqual([...content.files.keys()], ['content/one/a.png']);
  const shared = listPublicFiles(root);
  assert.deepEqual(shared.files.toSorted(), [join('d3.js', 'c.txt'), join('x.html', 'b.txt')]);
  assert.deepEqual(checkPublicDrawings(root), []);
  const faults = [...content.faults, ...shared.faults];
  assert.deepEqual(
    faults.map(({ rule, found, nearest }) => [rule, found, nearest]),
    [
      ['unexpected-file', 'content/papers/x.mdx/', 'content/papers/x'],
      ['unexpected-file', 'public/x.html/', 'public/x'],
    ],
  );
});

test('a site needs no folder “public”', () => {
  assert.deepEqual(listPublicFiles(join(root, 'content')), { files: [], faults: [] });
});
