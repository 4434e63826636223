import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeWide } from '../../../src/markdown/wide.ts';

async function render(text: string): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeKatex)
    .use(rehypeWide, { language: () => 'en' })
    .use(rehypeStringify)
    .process(text);
  return String(file);
}

test('a table scrolls in itself, under a name of its first columns', async () => {
  const table = '| A | B | C | D |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |';
  const group =
    /<div class="wide" role="group" aria-label="Table: A, B, C" tabindex="0"><table>[^]*<\/table><\/div>/;
  for (const text of [table, table.replace(/^/gm, '> '), `- One\n\n${table.replace(/^/gm, '  ')}`])
    assert.match(await render(text), group);
});

test('a long formula without a place to break scrolls in itself, and no other', async () => {
  const isWide = async (tex: string) => (await render(`Here $${tex}$.`)).includes('katex wide');
  const terms = Array.from({ length: 14 }, (_, index) => `a_{${index}}`);
  assert.equal(await isWide(String.raw`\left[${terms.join('')}\right]`), true);
  assert.equal(await isWide(terms.join(' + ')), false);
  assert.equal(await isWide('x'), false);
  // A displayed formula scrolls without it.
  assert.doesNotMatch(await render(`$$\n${terms.join('')}\n$$`), /wide/);
});

test('a displayed formula is broken at its wide spaces, then after its relations, and its TeX is kept', async () => {
  const parts = async (tex: string) => {
    const html = await render(`$$\n${tex}\n$$`);
    assert.ok(html.includes(`<annotation encoding="application/x-tex">${tex}</annotation>`));
    return html.match(/formula-part|word-spacing:[\d.]+em/g) ?? [];
  };
  assert.deepEqual(await parts('a + b'), []);
  // One part of two bases, and one base by itself.
  assert.deepEqual(await parts(String.raw`a = b + c`), ['formula-part']);
  assert.deepEqual(await parts(String.raw`a = b, \qquad c = d + e`), [
    'formula-part',
    'word-spacing:1.75em',
    'formula-part',
    'formula-part',
  ]);
  // Rows have places of their own.
  assert.deepEqual(await parts(String.raw`\begin{aligned} a \\ b \end{aligned}`), []);
});
