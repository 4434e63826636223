import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import type { SectionText } from '../../../src/lib/body-facts.ts';
import { buildMarkdown } from '../../../src/markdown/index.ts';
import { readTex } from '../../../src/lib/tex-words.ts';

const { entries } = parseBibliography(
  '@article{one, author = {Doe, Jane}, title = {First}, journal = {J}, year = 2001}',
  'references.bib',
);
const references = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));

/** Returns the words of a body by section, after the whole conversion to HTML. */
async function readProse(body: string): Promise<SectionText[] | undefined> {
  const options = buildMarkdown({
    macros: () => ({}),
    base: '/',
    references: () => references,
    findFile: () => undefined,
    language: () => 'en',
    findEntry: () => undefined,
    readFields: () => ({}),
  });
  const file = new VFile({ value: body, data: { astro: { frontmatter: {} } } });
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use({ plugins: options.remarkPlugins as [] })
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxjsEsm'] })
    .use({ plugins: options.rehypePlugins as [] });
  await processor.run(processor.parse(file), file);
  return file.data.astro?.frontmatter?.prose as SectionText[] | undefined;
}

test('a text is read section by section, with what stands before the first heading', async () => {
  const prose = await readProse(
    'Before.\n\n## One *layer*\n\nA\nb.\n\n- c\n- d\n\n### Deeper\n\ne',
  );
  assert.deepEqual(prose, [
    { id: '', title: '', text: 'Before.' },
    { id: 'one-layer', title: 'One layer', text: 'A b. c d' },
    { id: 'deeper', title: 'Deeper', text: 'e' },
  ]);
});

test('a formula is there once, by its words, without what sets it', async () => {
  const body =
    '## S\n\nAs $\\mathrm{softmax}(q^\\top k)$ with\n\n$$ {#eq-a}\n\\eta \\, x\n$$\n\nends.';
  assert.equal((await readProse(body))?.[0]?.text, 'As softmax(q^top k) with eta x ends.');
});

test('a named work and a note are text; numbers of citations and of notes are not', async () => {
  const body = '## S\n\n@one showed it [@one, §2].[^n] So.\n\n[^n]: A note.';
  assert.equal((await readProse(body))?.[0]?.text, 'Doe (2001) showed it. So. A note.');
});

test('where a citation stood, no space is left before a sign, and signs that begin a word keep theirs', async () => {
  const body = '## S\n\nSo it is [@one], in the .bib file and .NET [@one].';
  assert.equal((await readProse(body))?.[0]?.text, 'So it is, in the .bib file and .NET.');
});

test('a picture that has two variants is described once', async () => {
  const body =
    '## S\n\n<Figure src="./a.png" dark="./b.png" alt="A loss">\n\nIt falls.\n\n</Figure>';
  assert.equal((await readProse(body))?.[0]?.text, 'A loss It falls.');
});

test('a table, code and what a picture shows are text', async () => {
  const body =
    '## S\n\n![A loss](./a.png)\n\n| a | b |\n| - | - |\n| c | d |\n\n```js\nlet x;\nrun()\n```';
  assert.equal((await readProse(body))?.[0]?.text, 'A loss a b c d let x; run()');
});

const formulas: [tex: string, words: string][] = [
  ['\\frac{g_i}{\\log_2(i+1)}', 'g_i log_2(i+1)'],
  ['\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}', 'a = b c = d'],
  ['\\left\\lVert w \\right\\rVert', 'w'],
  ['\\operatorname{arg\\,max}_\\theta', 'arg max_theta'],
  ['\\mathcal{L}(\\boldsymbol\\theta) \\in \\mathbb{R}^{d \\times d}', 'L(theta) in R^d times d'],
];

for (const [tex, words] of formulas)
  test(`${tex} is read as ${words}`, () => {
    assert.equal(readTex(tex), words);
  });

test('a figure that is computed is found by its title and its caption, beside its section', async () => {
  const prose = await readProse(
    '## S\n\nBefore.\n\n<TokenMixing id="fig-a">\n\nOf *one* text.\n\n</TokenMixing>\n\nAfter.',
  );
  assert.deepEqual(prose, [
    { id: 's', title: 'S', text: 'Before. After.' },
    { id: 'fig-a', title: 'Figure 1: How tokens mix', text: 'Of one text.', isFigure: true },
  ]);
});
