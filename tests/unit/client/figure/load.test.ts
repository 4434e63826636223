import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../../src/cli/project.ts';
import { interactiveFigures, nameFolder } from '../../../../src/lib/interactive-figures.ts';
import { mdxComponents } from '../../../../src/schema/mdx-component.ts';

const source = join(projectFolder, 'src');
const folders = interactiveFigures.map(nameFolder).toSorted();

test('each figure can be fetched by the browser, and nothing else', () => {
  const module = join(source, 'client/figure/load.ts');
  const entries = Array.from(
    readFileSync(module, 'utf8').matchAll(/^ +'?([\w-]+)'?: \(\) => import\('(.*?)'\)/gm),
    ([, name = '', path = '']) => ({ name, path: join(dirname(module), path) }),
  );
  assert.deepEqual(entries.map(({ name }) => name).toSorted(), folders);
  for (const { name, path } of entries) {
    assert.equal(dirname(path), join(source, 'figures', name));
    assert.ok(existsSync(path), path);
  }
});

test('each figure can be built, and its author can write it', () => {
  const built = globSync('*/Figure.astro', { cwd: join(source, 'figures') }).map(dirname);
  assert.deepEqual(built.toSorted(), folders);
  for (const name of interactiveFigures) assert.ok(Object.hasOwn(mdxComponents, name), name);
});
