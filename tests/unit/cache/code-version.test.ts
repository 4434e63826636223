import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { hashCode } from '../../../src/cache/code-version.ts';

const project = mkdtempSync(join(tmpdir(), 'code-'));
after(() => rmSync(project, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
};
const inputs = [
  'src/metadata/card/draw.ts',
  'src/fonts/card-label.ttf',
  'src/pages/[slug].astro',
  'src/styles/theme.css',
  'package-lock.json',
  'node_modules/.package-lock.json',
];
for (const file of inputs) write(file, 'a');

test('a change of any file of the code, or of its packages, changes the version', () => {
  const seen = new Set([hashCode(project)]);
  for (const file of inputs) {
    write(file, 'b');
    seen.add(hashCode(project));
  }
  assert.equal(seen.size, inputs.length + 1);
});

test('so do a new file, another name and another version of Node', () => {
  const before = hashCode(project);
  write('src/new.ts', 'a');
  const more = hashCode(project);
  renameSync(join(project, 'src/new.ts'), join(project, 'src/newer.ts'));
  const renamed = hashCode(project);
  assert.equal(new Set([before, more, renamed, hashCode(project, 'node 30')]).size, 4);
});

test('content and the time of a change do not', () => {
  const before = hashCode(project);
  write('content/site.yaml', 'title: R');
  write('src/metadata/card/draw.ts', 'b');
  assert.equal(hashCode(project), before);
});
