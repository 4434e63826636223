import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../../src/cli/project.ts';
import { interactiveFigureNames, nameFolder } from '../../../../src/figures/registry.ts';
import type { Listed } from '../../../../src/client/figure/load.ts';
import { mdxComponents } from '../../../../src/schema/mdx-component.ts';
import { listFigures } from '../../../support/figures.ts';

const source = join(projectFolder, 'src');
const folders = interactiveFigureNames.map(nameFolder).toSorted();
const listFolders = (pattern: string, cwd = join(source, 'figures')) =>
  globSync(pattern, { cwd }).map(dirname).toSorted();

/** The folders of the modules that a script of `client/figure/` imports by a pattern. */
function listImported(script: string): string[] {
  const folder = join(source, 'client/figure');
  const code = readFileSync(join(folder, script), 'utf8');
  const [, pattern = ''] = /import\.meta\.glob[^(]*\(\s*'([^']+)'/.exec(code) ?? [];
  const [, base = ''] = /\bbase: '([^']+)'/.exec(code) ?? [];
  return listFolders(pattern, join(folder, base));
}

test('the worker can fetch each figure, the page its parameters, and both nothing else', async () => {
  assert.deepEqual(listImported('worker.ts'), folders);
  assert.deepEqual(listImported('load.ts'), folders);
  for (const name of folders) {
    const module = (await import(join(source, 'figures', name, 'figure.ts'))) as object;
    assert.equal(Object.keys(module).length, 1, name);
  }
});

test('the page lists the parameters of a figure as its worker reads them', async () => {
  for (const { name, figure, input } of await listFigures()) {
    const module = (await import(join(source, 'figures', name, 'parameters.ts'))) as Listed;
    assert.equal(module.parameters, figure.parameters, name);
    assert.equal(module.listParameters, figure.listParameters, name);
    assert.equal(Object.hasOwn(figure, 'listParameters'), input !== undefined, name);
  }
});

test('each figure can be built, and its author can write it', () => {
  assert.deepEqual(listFolders('*/Figure.astro'), folders);
  assert.deepEqual(listFolders('*/tag.ts'), ['shared', ...folders].toSorted());
  for (const name of interactiveFigureNames) assert.ok(Object.hasOwn(mdxComponents, name), name);
});
