import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { findIdentity } from '../../../src/anonymity/identity.ts';
import { inspect } from '../../../src/cli/anonymous.ts';
import { projectFolder } from '../../../src/cli/project.ts';

const cache = join(projectFolder, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'inspected-'));
mkdirSync(join(folder, 'licences'));
after(() => rmSync(folder, { recursive: true }));
const site = folder.slice(projectFolder.length + 1).replaceAll('\\', '/');

const settings = 'author:\n  name: Ada Lovelace\n';
const { identifiers } = findIdentity(new Map([['content/site.yaml', settings]]));

function capture({ mock }: TestContext): () => string {
  const calls = (['log', 'error'] as const).map(
    (method) => mock.method(console, method, () => undefined).mock,
  );
  return () => calls.flatMap(({ calls }) => calls.map((call) => String(call.arguments))).join('\n');
}

test('where nothing is set that leads to an author, the command claims no success', async (context) => {
  const read = capture(context);
  writeFileSync(join(folder, 'index.html'), 'By Ada Lovelace.');
  assert.ok(await inspect(site, [], [], new Map()));
  assert.match(read(), /^content\/ does not name an author, .* may still name somebody\.$/s);
});

test('a leak is reported with what to do about it, by where it comes from', async (context) => {
  const read = capture(context);
  writeFileSync(join(folder, 'index.html'), 'By Lovelace.');
  const name = basename(folder);
  const file = join(projectFolder, 'public', `${name}.txt`);
  mkdirSync(join(projectFolder, 'public'), { recursive: true });
  writeFileSync(file, '');
  const copy = join(folder, `${name}.txt`);
  writeFileSync(copy, 'Ada Lovelace');
  context.after(() => [file, copy].forEach((path) => rmSync(path)));
  const texts = new Map([['content/threads/a.mdx', '---\n---\n\nBy Lovelace.']]);
  assert.equal(await inspect(site, identifiers, [], texts), false);
  assert.match(read(), /fix {7}Remove or replace public\/inspected-\w+\.txt\. If/);
  assert.match(read(), /fix {7}Change it in content\/threads\/a\.mdx:4, where it comes from\. If/);
  assert.match(read(), /\n2 leaks in 2 files\.$/);
});

test('what could not be read is named beside what was found', async (context) => {
  const read = capture(context);
  writeFileSync(join(folder, 'index.html'), 'By Lovelace.');
  writeFileSync(join(folder, 'film.mp4'), Buffer.from('\0\0\0\x18ftypisom\xff', 'latin1'));
  assert.equal(await inspect(site, identifiers, [], new Map()), false);
  assert.match(read(), /^ {2}film\.mp4$/m);
});

test('what was searched is counted, and what could not be read is named', async (context) => {
  const read = capture(context);
  writeFileSync(join(folder, 'index.html'), 'By a lovelace.');
  writeFileSync(join(folder, 'licences/katex.txt'), 'Khan Academy');
  writeFileSync(join(folder, 'film.mp4'), Buffer.from('\0\0\0\x18ftypisom\xff', 'latin1'));
  assert.ok(await inspect(site, identifiers, ['Lovelace'], new Map()));
  assert.match(read(), /^Searched 3 files for 1 string .*found none\.$/m);
  assert.match(read(), /^Not searched completely: 1 file\. .*:\n {2}film\.mp4$/m);
});

test('a leak in a file that an entry links to leads to the file in the content', async (context) => {
  const read = capture(context);
  const copy = join(folder, 'data.csv');
  writeFileSync(copy, 'Ada Lovelace');
  context.after(() => rmSync(copy));
  const linked = { file: 'content/papers/data.csv', name: 'data.csv', path: '/data.csv', size: 12 };
  assert.equal(await inspect(site, identifiers, [], new Map(), [linked]), false);
  assert.match(
    read(),
    /fix {7}Remove or replace content\/papers\/data\.csv, or the link to it\. If/,
  );
});
