import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../../../src/cli/project.ts';
import { checkContent } from '../../../../src/cli/check.ts';
import {
  findPublishedFile,
  listPublishedFiles,
  measureLinks,
  readPublishedFile,
} from '../../../../src/loaders/attachments/list.ts';

const root = mkdtempSync(join(tmpdir(), 'attachments-'));
after(() => rmSync(root, { recursive: true }));
cpSync(join(projectFolder, 'tests/fixtures/faults/base'), root, { recursive: true });

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x()</script></svg>';
const files = {
  'papers/titan.pdf': 'a paper',
  'papers/titan/notes.txt': 'notes',
  'papers/titan/my poster.svg': drawing,
  'papers/titan/unused.csv': 'x',
  'talk.pptx': 'slides of two papers',
};
mkdirSync(join(root, 'content/papers/titan'));
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'content', name), text);

const paper = `---
title: Titan
status: draft
abstract: A paper.
links:
  - { label: PDF, address: ./titan.pdf }
  - { label: Slides, address: ../talk.pptx }
---

The [poster](<./titan/my poster.svg>), the [notes][notes], and the [notes](titan/notes.txt#top) again.

[notes]: ./titan/notes.txt
`;
for (const name of ['titan', 'second'])
  writeFileSync(
    join(root, `content/papers/${name}.mdx`),
    name === 'titan' ? paper : paper.replace('Titan', 'Second'),
  );

/** The size of the drawing without its script. */
const shown = readPublishedFile(root, { file: 'content/papers/titan/my poster.svg' }).length;

test('each linked file is beside the page of its entry, and no other is published', () => {
  const published = listPublishedFiles(root).map(({ path, file, size }) => [path, file, size]);
  assert.deepEqual(published, [
    ['/papers/second/titan.pdf', 'content/papers/titan.pdf', 7],
    ['/papers/second/talk.pptx', 'content/talk.pptx', 20],
    ['/papers/second/my poster.svg', 'content/papers/titan/my poster.svg', shown],
    ['/papers/second/notes.txt', 'content/papers/titan/notes.txt', 5],
    ['/papers/titan/files/titan.pdf', 'content/papers/titan.pdf', 7],
    ['/papers/titan/talk.pptx', 'content/talk.pptx', 20],
    ['/papers/titan/my poster.svg', 'content/papers/titan/my poster.svg', shown],
    ['/papers/titan/notes.txt', 'content/papers/titan/notes.txt', 5],
  ]);
});

test('only the files of the wanted pages are looked for', () => {
  const published = listPublishedFiles(root, (folder) => folder === '/papers/titan/');
  assert.deepEqual(
    published.map(({ path }) => path),
    ['files/titan.pdf', 'talk.pptx', 'my poster.svg', 'notes.txt'].map(
      (name) => `/papers/titan/${name}`,
    ),
  );
});

test('a link in HTML or LaTeX publishes its file too', () => {
  const other = join(root, 'content/papers/second.mdx');
  const text = readFileSync(other, 'utf8');
  for (const link of [
    '<a href="./titan/notes.txt">a</a>',
    '\\href{./titan/notes.txt}{a}',
    '[a]\n\n[a]:./titan/notes.txt',
  ]) {
    writeFileSync(
      other,
      `---\ntitle: Second\nstatus: draft\nabstract: A paper.\n---\n\nThe ${link}\n`,
    );
    const published = listPublishedFiles(root).map(({ path }) => path);
    assert.ok(published.includes('/papers/second/notes.txt'), link);
  }
  writeFileSync(other, text);
});

test('a file that nothing links to is a notice, and texts that are linked are in place', async () => {
  const { faults, notices } = await checkContent(root);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    notices.filter(({ rule }) => rule === 'unlinked-file').map(({ file }) => file),
    ['content/papers/titan/unused.csv'],
  );
});

test('a drawing is published without scripts', () => {
  const poster = listPublishedFiles(root).find(({ name }) => name === 'my poster.svg');
  assert.ok(poster);
  assert.doesNotMatch(Buffer.from(readPublishedFile(root, poster)).toString(), /script/);
});

test('a photograph is published without its place, and its size is that of the published file', () => {
  const comment = 'The house of Ada';
  const photograph = `\xff\xd8\xff\xfe\0\x12${comment}\xff\xd9`;
  const file = 'content/papers/titan/photo.jpg';
  writeFileSync(join(root, file), photograph, 'latin1');
  const address = './titan/photo.jpg';
  assert.equal(
    Buffer.from(readPublishedFile(root, { file })).toString('latin1'),
    '\xff\xd8\xff\xd9',
  );
  assert.equal(findPublishedFile(root, join(root, 'content/papers/titan.mdx'), address)?.size, 4);
  const links = [{ label: 'Photograph', address }];
  assert.deepEqual(measureLinks(root, 'content/papers/titan.mdx', { links }), {
    links: [{ ...links[0], size: 4 }],
  });
  rmSync(join(root, file));
});

test('a link leads to the file, and the fields of an entry have its size', () => {
  const entry = join(root, 'content/papers/titan.mdx');
  assert.deepEqual(findPublishedFile(root, entry, 'titan/notes.txt#top'), {
    file: 'content/papers/titan/notes.txt',
    name: 'notes.txt',
    path: '/papers/titan/notes.txt',
    size: 5,
    fragment: '#top',
  });
  assert.equal(findPublishedFile(root, entry, '/papers/'), undefined);
  const links = [
    { label: 'PDF', address: './titan.pdf' },
    { label: 'Code', address: 'https://example.org' },
  ];
  assert.deepEqual(measureLinks(root, 'content/papers/titan.mdx', { links }), {
    links: [{ ...links[0], size: 7 }, links[1]],
  });
});
