import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { rolldown } from 'rolldown';
import { signs } from '../../src/cli/font-parts.ts';
import { projectFolder } from '../../src/cli/project.ts';
import { anonymousBuild, exampleBuild, portfolioBuild, rootBuild } from '../support/builds.ts';

const builds = [rootBuild, portfolioBuild, exampleBuild, anonymousBuild];
const read = (folder: string) => readFileSync(join(folder, 'licences/third-party.txt'), 'utf8');

/** Returns the packages whose licences a text contains, each with its text. */
function listSections(text: string): Map<string, string> {
  const sections = text.split(/^(?=\S+\n=+\n)/m);
  return new Map(
    sections.map((section) => {
      const [name = '', , ...lines] = section.split('\n');
      return [name, lines.join('\n').trim()];
    }),
  );
}

/**
 * Returns the packages with a module in the browser code, according to another bundler than the
 * build's own.
 */
async function listBundled(): Promise<Set<string>> {
  const entries = ['search.ts', 'figures.ts', 'figure/worker.ts'];
  // Vite replaces the globs by which the client loads figures.
  const figures = globSync('src/figures/*/{figure,parameters}.ts', { cwd: projectFolder });
  const input = [...entries.map((name) => `src/client/${name}`), ...figures].map((file) =>
    join(projectFolder, file),
  );
  const bundle = await rolldown({ input, external: /\?/, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const modules = output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
  const names = modules.map((id) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

test('every package that is bundled for browsers has its licence in the site', async () => {
  const bundled = await listBundled();
  for (const name of ['minisearch', 'd3-array']) assert.ok(bundled.has(name), name);
  for (const { folder } of builds) {
    const sections = listSections(read(folder));
    assert.deepEqual(
      [...bundled].filter((name) => !sections.has(name)),
      [],
    );
    for (const [name, text] of sections) assert.match(text, /copyright/i, name);
  }
});

test('every package that a style sheet takes rules from has its licence in the site', () => {
  const sections = listSections(read(exampleBuild.folder));
  const texts = globSync('src/**/*.{css,astro}', { cwd: projectFolder }).map((file) =>
    readFileSync(join(projectFolder, file), 'utf8'),
  );
  const imports = texts.flatMap((text) =>
    Array.from(text.matchAll(/(?:@import|from) '([\w@][^']*\.css)/g), ([, name = '']) => name),
  );
  assert.ok(imports.length > 1);
  for (const name of imports) assert.ok(sections.has(name.split('/')[0] ?? ''), name);
});

test('every typeface has its licence in the site', () => {
  const owners: [file: RegExp, name: string][] = [
    [/^KaTeX_/, 'katex'],
    ...Object.keys(signs).map((name): [RegExp, string] => [new RegExp(`^${name}\\.`), 'katex']),
    [/^newsreader-/, '@fontsource-variable/newsreader'],
    [/^geist-mono/, '@fontsource-variable/geist-mono'],
  ];
  for (const { folder } of builds) {
    const sections = listSections(read(folder));
    for (const font of globSync('**/*.{woff,woff2,ttf,otf}', { cwd: folder })) {
      const [, owner = ''] = owners.find(([file]) => file.test(basename(font))) ?? [];
      assert.ok(sections.has(owner), font);
    }
  }
});

test('the licences are the same whoever the site is of, and a page leads to them', () => {
  for (const { folder, base } of builds) {
    assert.equal(read(folder), read(rootBuild.folder));
    const contents = readFileSync(join(folder, 'contents/index.html'), 'utf8');
    assert.ok(contents.includes(`href="${base}licences/third-party.txt"`));
  }
});
