import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { loadEntries } from '../../../src/loaders/checked-entries.ts';
import { loadContent } from '../../../src/loaders/content.ts';
import { loadEntry } from '../../../src/loaders/entries.ts';
import { loadOnThreads } from '../../../src/loaders/entry-threads.ts';
import { listContent } from '../../../src/loaders/files.ts';

const root = mkdtempSync(join(tmpdir(), 'checked-'));
after(() => rmSync(root, { recursive: true }));

const cache = { folder: join(root, 'made'), version: '1' };
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const paper = (title: string, text: string) =>
  `---\ntitle: ${title}\nabstract: A.\nstatus: draft\norder: 1\n---\n\n## A\n\n${text}\n`;

write('content/site.yaml', 'title: Research\n');
write('content/references.bib', '@misc{doe2020, title = {A}, author = {Doe, Jo}, year = 2020}\n');
write('content/papers/one.mdx', paper('One', 'See [@doe2020] and ![B](./b.png). $\\frac{1}$'));
write('content/papers/two.mdx', paper('Two', 'Of [@roe2021].'));

/** Loads the entries with the cache, and returns how many were not found in it. */
async function countLoaded(place = cache): Promise<number> {
  assert.deepEqual(
    await loadContent(root, { ...place, folder: `${place.folder}-all` }),
    await loadContent(root),
  );
  let changed: string[] = [];
  const files = [...listContent(root).files.keys()].sort();
  await loadEntries(root, files, [], place, (all) => (changed = all));
  return changed.length;
}

test('an entry is loaded again when its file changes, and no other entry is', async () => {
  assert.equal(await countLoaded(), 2);
  assert.equal(await countLoaded(), 0);
  write('content/papers/two.mdx', paper('Two', 'Of [@doe2020].'));
  assert.equal(await countLoaded(), 1);
});

test('all are when anything changes that their text can name', async () => {
  const changes: [file: string, text: string][] = [
    ['content/papers/b.png', ''],
    ['content/papers/b.png', 'a'],
    ['content/papers/data.csv', 'a,b\n1,2\n'],
    ['content/references.bib', '@misc{roe2021, title = {A}, author = {Roe, Jo}, year = 2021}\n'],
    ['content/site.yaml', 'title: Other\n'],
    ['public/talk.pdf', ''],
  ];
  for (const [file, text] of changes) {
    write(file, text);
    assert.equal(await countLoaded(), 2, file);
  }
  write('content/threads/three.mdx', '---\ntitle: Three\n---\n');
  assert.equal(await countLoaded(), 3);
  assert.equal(await countLoaded({ ...cache, version: '2' }), 3);
});

test('many entries are the same, loaded on several threads or on one', async () => {
  const many = join(root, 'many');
  const names = Array.from({ length: 130 }, (_, index) => `content/papers/paper-${index}.mdx`);
  mkdirSync(join(many, 'content/papers'), { recursive: true });
  for (const [index, name] of names.entries())
    writeFileSync(
      join(many, name),
      paper(`Paper ${index}`, `Of [@key${index}] and $\\frac{${index}}$.`),
    );
  const loaded = await loadOnThreads(many, names, ['key7']);
  assert.deepEqual([...loaded.keys()].sort(), names.toSorted());
  for (const name of names)
    assert.deepEqual(loaded.get(name), loadEntry(many, name, 'paper', ['key7']));
});
