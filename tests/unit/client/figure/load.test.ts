import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../../src/cli/project.ts';
import { interactiveFigureNames, nameFolder } from '../../../../src/figures/registry.ts';
import { mdxComponents } from '../../../../src/schema/mdx-component.ts';

const source = join(projectFolder, 'src');
const folders = interactiveFigureNames.map(nameFolder).toSorted();
const listFolders = (pattern: string, cwd = join(source, 'figures')) =>
  globSync(pattern, { cwd }).map(dirname).toSorted();

/** The folders of the modules that a script of `client/figure/` imports by a pattern. */
function listImported(script: string): string[] {
  const folder = join(source, 'client/figure');
  const code = readFileSync(join(folder, script), 'utf8');
  const [, pattern = ''] = /import\.meta\.glob[^(]*\('([^']+)'/.exec(code) ?? [];
  const [, base = ''] = /\bbase: '([^']+)'/.exec(code) ?? [];
  return listFolders(pattern, join(folder, base));
}

test('the browser can fetch each figure, and nothing else', async () => {
  assert.deepEqual(listImported('load.ts'), folders);
  for (const name of folders) {
    const module = (await import(join(source, 'figures', name, 'figure.ts'))) as object;
    assert.equal(Object.keys(module).length, 1, name);
  }
});

test('the worker has the figures whose numbers are not computed on the page', async () => {
  const heavy = await Promise.all(
    folders.map(async (name) => {
      const module = (await import(join(source, 'figures', name, 'figure.ts'))) as object;
      return Object.values(module).some((figure) => 'compute' in (figure as object)) ? [] : [name];
    }),
  );
  assert.deepEqual(listImported('worker.ts'), heavy.flat());
});

test('each figure can be built, and its author can write it', () => {
  assert.deepEqual(listFolders('*/Figure.astro'), folders);
  assert.deepEqual(listFolders('*/tag.ts'), ['shared', ...folders].toSorted());
  for (const name of interactiveFigureNames) assert.ok(Object.hasOwn(mdxComponents, name), name);
});
