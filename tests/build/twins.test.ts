import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseTwin, listNodes } from '../../src/verify/markdown.ts';
import { exampleBuild } from '../support/builds.ts';
import { exampleDocuments } from '../support/document.ts';

/** Only the words of the example are known. */
const twins = exampleDocuments
  .filter(({ path }) => path !== '/404.html')
  .map(({ path }) => {
    const file = `${path}index.md`;
    const text = readFileSync(join(exampleBuild.folder, file), 'utf8');
    return { file, text, ...parseTwin(text) };
  });

test('the twins of the example have something of everything that is checked', () => {
  for (const type of ['math', 'inlineMath', 'table', 'code', 'footnoteDefinition'] as const)
    assert.ok(
      twins.some(({ tree }) => listNodes(tree, type).length > 0),
      type,
    );
});

test('nothing is left of HTML, of KaTeX, or of what was not read', () => {
  for (const { file, text, tree } of twins) {
    assert.deepEqual(listNodes(tree, 'html'), [], file);
    assert.doesNotMatch(text, /katex|mord|<\/|\[object|undefined|\u2060/, file);
  }
});

test('no word stands twice in a row where its author wrote it once', () => {
  for (const { file, tree } of twins) {
    const words = listNodes(tree, 'paragraph').map((paragraph) =>
      listNodes(paragraph, 'text')
        .map(({ value }) => value)
        .join(''),
    );
    for (const text of words)
      assert.doesNotMatch(text, /(?<![\p{L}’])(\p{L}{3,}) \1(?!\p{L})/iu, file);
  }
});

test('a twin and a feed lead to the code, as their page does', () => {
  const address = 'https://github.com/example/example';
  const { tree } = twins.find(({ file }) => file === '/research/what-prose-can-do/index.md') ?? {};
  assert.ok(tree && listNodes(tree, 'link').some(({ url }) => url === address));
  const feed = readFileSync(join(exampleBuild.folder, 'feed.json'), 'utf8');
  assert.ok(feed.includes(`href=\\"${address}\\"`));
});
