import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { takeSnapshot } from '../../../src/cli/snapshot.ts';

const scratch = mkdtempSync(join(tmpdir(), 'snapshot-'));
after(() => rmSync(scratch, { recursive: true }));

/** Creates a folder with these files in `content/`, and a foreign folder beside it. */
function buildSource(files: Record<string, string>) {
  const folder = mkdtempSync(join(scratch, 'source-'));
  mkdirSync(join(folder, 'content/threads'), { recursive: true });
  writeFileSync(join(folder, 'foreign.bib'), 'foreign');
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'content', name), text);
  return { folder, root: join(folder, 'snapshot') };
}

const list = (root: string) =>
  readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).toSorted();

const read = (root: string, name: string) => readFileSync(join(root, 'content', name), 'utf8');

test('a snapshot holds real files, whatever leads to them', async () => {
  const { folder, root } = buildSource({ 'site.yaml': 'title: A', 'threads/a.mdx': 'A' });
  const content = join(folder, 'content');
  symlinkSync('a.mdx', join(content, 'threads/b.mdx'));
  symlinkSync('threads', join(content, 'papers'));
  linkSync(join(content, 'threads/a.mdx'), join(content, 'threads/c.mdx'));
  chmodSync(join(content, 'threads/a.mdx'), 0o444);
  const { faults } = await takeSnapshot(folder, root);
  assert.deepEqual(faults, []);
  assert.deepEqual(list(root), [
    'papers',
    ...['papers/a.mdx', 'papers/b.mdx', 'papers/c.mdx'],
    'site.yaml',
    'threads',
    ...['threads/a.mdx', 'threads/b.mdx', 'threads/c.mdx'],
  ]);
  for (const name of list(root))
    assert.ok(!lstatSync(join(root, 'content', name)).isSymbolicLink());
  // Writing into the snapshot does not change the originals.
  for (const name of ['a', 'b', 'c'])
    writeFileSync(join(root, `content/threads/${name}.mdx`), 'changed');
  assert.equal(readFileSync(join(content, 'threads/a.mdx'), 'utf8'), 'A');
});

test('the folder of the content may be a link itself', async () => {
  const { folder } = buildSource({ 'site.yaml': 'title: A' });
  const other = mkdtempSync(join(scratch, 'other-'));
  symlinkSync(join(folder, 'content'), join(other, 'content'), 'junction');
  const { faults } = await takeSnapshot(other, join(other, 'snapshot'));
  assert.deepEqual(faults, []);
  assert.equal(read(join(other, 'snapshot'), 'site.yaml'), 'title: A');
});

test('a link that leads out, nowhere or in a circle is refused, with where it leads', async () => {
  const { folder, root } = buildSource({ 'site.yaml': 'title: A' });
  const links: Record<string, string> = {
    'references.bib': '../foreign.bib',
    'threads/passwd.mdx': '/etc/passwd',
    'threads/gone.png': './nowhere.png',
    'threads/loop': '.',
    'threads/up': '..',
    papers: '/etc',
  };
  for (const [name, target] of Object.entries(links))
    symlinkSync(target, join(folder, 'content', name));
  const { faults } = await takeSnapshot(folder, root);
  assert.deepEqual(
    faults.map(({ rule, file, found }) => [rule, file, found]).toSorted(),
    Object.entries(links)
      .map(([name, target]) => ['foreign-file', `content/${name}`, `a link to ${target}`])
      .toSorted(),
  );
  assert.deepEqual(list(root), ['site.yaml']);
});

test('a snapshot that is taken again follows the source, and leaves alone what did not change', async () => {
  const { folder, root } = buildSource({ 'site.yaml': 'A', 'threads/a.mdx': 'A' });
  await takeSnapshot(folder, root);
  const before = statSync(join(root, 'content/site.yaml')).ino;
  rmSync(join(folder, 'content/threads/a.mdx'));
  writeFileSync(join(folder, 'content/threads/b.mdx'), 'B');
  await takeSnapshot(folder, root);
  assert.deepEqual(list(root), ['site.yaml', 'threads', 'threads/b.mdx']);
  assert.equal(statSync(join(root, 'content/site.yaml')).ino, before);
  mkdirSync(join(folder, 'content/threads/folder'));
  rmSync(join(folder, 'content/threads/b.mdx'));
  writeFileSync(join(folder, 'content/threads/folder/b.mdx'), 'B');
  await takeSnapshot(folder, root);
  assert.deepEqual(list(root), ['site.yaml', 'threads', 'threads/folder', 'threads/folder/b.mdx']);
});

test('a file that is being saved in two steps is read whole', async () => {
  const { folder, root } = buildSource({ 'references.bib': 'whole' });
  const file = join(folder, 'content/references.bib');
  writeFileSync(file, '');
  const snapshot = takeSnapshot(folder, root);
  // It waits for a file that has just changed.
  writeFileSync(file, 'whole again');
  await snapshot;
  assert.equal(read(root, 'references.bib'), 'whole again');
});
