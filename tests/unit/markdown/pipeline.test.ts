import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehypeShiki } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import type { BodyFacts, EntryTarget } from '../../../src/lib/body-facts.ts';
import { transformCode } from '../../../src/markdown/code.ts';
import { buildMarkdown } from '../../../src/markdown/index.ts';
import { buildProse } from '../../../src/model/citing-text.ts';

const bibliography = `
@article{one, author = {Doe, Jane}, title = {First}, journal = {J}, year = 2001}
@article{two, author = {Roe, R. and von Ott, Ida}, title = {Second}, journal = {K}, year = 2002}
@article{three, author = {A, B and C, D and E, F}, title = {Third}, journal = {L}, year = 2003}`;
const { entries } = parseBibliography(bibliography, 'references.bib');
const references = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));

const entryTargets = new Map<string, EntryTarget>([
  [
    'titan',
    {
      title: 'Titan’s “Loss” – B',
      address: '/papers/titan/',
      labels: [
        { key: 'fig-loss', id: 'fig-loss', text: 'Figure 2' },
        { key: 'sec-one-layer', id: 'one-layer', text: '“One layer”' },
      ],
    },
  ],
]);

/** Returns the HTML of a body below `fields`, and the facts for its page. */
async function render(body: string, fields = {}): Promise<{ html: string; facts: BodyFacts }> {
  const { remarkPlugins = [], rehypePlugins = [] } = buildMarkdown({
    base: '/portfolio/',
    readFields: () => fields,
    references: () => references,
    findEntry: (slug) => entryTargets.get(slug),
  });
  const file = new VFile({ value: body, data: { astro: { frontmatter: {} } } });
  const html = await unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use({ plugins: remarkPlugins as [] })
    .use(remarkRehype)
    .use(rehypeShiki, { theme: 'css-variables', transformers: [transformCode()] })
    .use({ plugins: rehypePlugins as [] })
    .use(rehypeStringify)
    .process(file);
  return { html: String(html), facts: file.data.astro?.frontmatter ?? {} };
}

const textOf = (html: string) => html.replace(/<[^>]+>/g, '');

test('an @ after a backslash is printed and cites nothing, wherever it stands', async () => {
  const { html, facts } = await render(
    String.raw`## At \@home

See \@one, [\@two](https://example.org/), a@b.org and @three.`,
  );
  assert.match(textOf(html), /See @one, @two, a@b\.org and A et al\. \(2003\)\./);
  assert.deepEqual(facts.sections, [{ id: 'at-home', title: 'At @home' }]);
  assert.equal(html.includes('\u2060'), false);
});

test('an @ that an ellipsis or its own name comes before cites nothing', async () => {
  const { html, facts } = await render('Said ...@nosuch and &#64;home, &commat;one.');
  assert.match(textOf(html), /Said \.\.\.@nosuch and @home, @one\./);
  assert.deepEqual(facts.citations, []);
});

test('an @ after a backslash is printed in the caption of a table and the title of an aside', async () => {
  const { html } = await render(
    String.raw`<Table caption="By \@home">

| a |
| - |
| b |

</Table>

<Aside title="By \@one">

Words.

</Aside>`,
  );
  assert.match(textOf(html), /By @home[^]*By @one/);
});

test('a formula in a heading is told in words', async () => {
  const { facts } = await render('## Learning $\\eta^2$');
  assert.deepEqual(facts.sections, [{ id: 'learning-eta2', title: 'Learning eta^2' }]);
});

test('works are numbered in the order of appearance, and a work keeps its number', async () => {
  const { html, facts } = await render('A [@two]. B [@one; @two].');
  assert.match(textOf(html), /^A \[1\]\. B \[2, 1\]\./);
  assert.deepEqual(facts.citations, [
    { key: 'two', id: 'cite-two-1' },
    { key: 'one', id: 'cite-one-1' },
    { key: 'two', id: 'cite-two-2' },
  ]);
});

const fields = {
  analyses: [{ summary: 'D [@two].' }],
  phases: [{ summary: 'B.' }, { summary: 'C "as in" [@two, pp. 3--4; @one].' }],
  approach: 'As @three',
  title: '[@one]',
};

test('the numbers of a body go on from those of the fields, in the order of the page', async () => {
  const { html, facts } = await render('A [@one]. B [@three; @two].', fields);
  assert.match(textOf(html), /^A \[3\]\. B \[1, 2\]\./);
  assert.deepEqual(
    facts.citations?.map(({ id }) => id),
    [
      'cite-three-1',
      'cite-two-1',
      'cite-one-1',
      'cite-two-2',
      'cite-one-2',
      'cite-three-2',
      'cite-two-3',
    ],
  );
});

test('the places that the fields of a page have are those that their texts show', async () => {
  const { facts } = await render('', fields);
  const work = [...references.values()][0];
  assert.ok(work);
  const readProse = buildProse(fields, '/', () => work);
  const texts = [
    readProse('approach'),
    ...[0, 1].map((index) => readProse('phases', index, 'summary')),
    readProse('analyses', 0, 'summary'),
  ];
  const shown = texts
    .flatMap(({ byNumber }) => byNumber)
    .flatMap((part) => (typeof part === 'object' && 'group' in part ? part.group : [part]))
    .flatMap((part) => (typeof part === 'object' ? part.id : []));
  assert.deepEqual(
    shown,
    facts.citations?.map(({ id }) => id),
  );
});

test('a work that a field cites stands in the margin where the body cites it first', async () => {
  const { html } = await render('A.\n\n## B\n\nC [@three].\n\n## D\n\nE [@three].', fields);
  assert.deepEqual(html.match(/note-number">[^<]+/g), ['note-number">[1]']);
  assert.match(html, /<div class="passage"><p>C /);
});

test('a locator stands with its number, and a named work with its year', async () => {
  const { html } = await render('As @three and @two show [@one, §3.2; @two].');
  assert.match(
    textOf(html),
    /^As A et al\. \(2003\) and Roe and von Ott \(2002\) show \[3, §3\.2; 2\]\./,
  );
});

test('a work that is cited ten times has ten places and one note', async () => {
  const { html, facts } = await render(Array.from({ length: 10 }, () => '[@one]').join('\n\n'));
  assert.equal(new Set(facts.citations?.map(({ id }) => id)).size, 10);
  assert.equal(html.match(/note-number/g)?.length, 1);
});

test('headings, captions, tables and footnotes cite in the order in which they are read', async () => {
  const { facts } = await render(
    [
      '## A heading [@three]',
      'Text.[^n] More [@one].',
      '<Table id="tbl-a" caption="Costs [@three]">\n\n| a [@two] |\n| --- |\n| b |\n\n</Table>',
      '[^n]: A note [@two].',
    ].join('\n\n'),
  );
  assert.deepEqual(
    facts.citations?.map(({ key }) => key),
    ['three', 'one', 'two', 'three', 'two'],
  );
});

test('a heading’s id and title are without its citations', async () => {
  const { html, facts } = await render('## One layer [@one]');
  assert.deepEqual(facts.sections, [{ id: 'one-layer', title: 'One layer' }]);
  assert.match(html, /<h2 id="one-layer">One layer/);
});

test('no heading takes an id that the page has', async () => {
  const { facts } = await render('## References\n\n## References');
  assert.deepEqual(
    facts.sections?.map(({ id }) => id),
    ['references-1', 'references-2'],
  );
});

test('equations, tables and sections are referred to by what they are', async () => {
  const { html } = await render(
    [
      'See @eq-b, @eq-a, @tbl-t and @sec-the-end.',
      '$$ {#eq-a}\nx\n$$',
      '$$\nunnumbered\n$$',
      '$$ {#eq-b}\ny\n$$',
      '<Table id="tbl-t" caption="T">\n\n| a |\n| --- |\n\n</Table>',
      '## The end',
    ].join('\n\n'),
  );
  assert.match(textOf(html), /^See Equation 2, Equation 1, Table 1 and “The end”\./);
  assert.match(html, /<a href="#eq-b" class="xref">/);
  assert.match(html, /<div id="eq-b" class="equation">/);
  assert.equal(html.match(/equation-number/g)?.length, 2);
});

test('another entry is referred to by its title, and what is in it by what it is', async () => {
  const { html, facts } = await render(
    'See @entry-titan, @entry-titan/fig-loss and @entry-titan/sec-one-layer.',
  );
  assert.equal(
    textOf(html),
    'See Titan’s “Loss” – B, Figure 2 of Titan’s “Loss” – B and “One layer” of Titan’s “Loss” – B.',
  );
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/" class="xref">/);
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/#fig-loss" class="xref">/);
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/#one-layer" class="xref">/);
  assert.deepEqual(facts.citations, []);
});

test('a key that leads nowhere stops the build', async () => {
  const keys = ['nobody', 'eq-none', 'entry-nobody', 'entry-titan/fig-none', 'entry-nobody/fig-a'];
  for (const key of keys) {
    await assert.rejects(render(`A @${key} B.`), new RegExp(`“@${key}” leads nowhere`));
    await assert.rejects(render(`A [@${key}] B.`), new RegExp(`“@${key}” leads nowhere`));
  }
});

test('what stands within a component is a component too, and is numbered once', async () => {
  const { html, facts } = await render(
    [
      '<Aside title="A remark">',
      '<Figure id="fig-a" src="./a.png" alt="A curve">\n\nA curve.\n\n</Figure>',
      '$$ {#eq-a}\nx\n$$',
      '</Aside>',
      'See @fig-a and @eq-a.',
    ].join('\n\n'),
  );
  assert.match(
    html,
    /<aside class="aside" role="note">.*<figure id="fig-a">.*<div id="eq-a".*<\/aside>/s,
  );
  assert.deepEqual(
    facts.labels?.map(({ text }) => text),
    ['Figure 1', 'Equation 1'],
  );
});

const fence = '```';

test('a title stands above its code as it was written, and the lines are marked that are named', async () => {
  const code = ['a = 1', 'b = 2', 'c = 3', 'd = 4', 'e = 5'];
  const { html } = await render(
    [`${fence}python title="a -- [@one].py" {2,4-5}`, ...code, fence].join('\n'),
  );
  assert.match(html, /^<figure class="listing"><figcaption[^>]*><code>a -- \[@one\]\.py<\/code></);
  const marked = html.split('\n').filter((line) => line.includes('class="line marked"'));
  assert.deepEqual(marked.map(textOf), ['b = 2', 'd = 4', 'e = 5']);
  const [, pre = ''] = /<pre[^>]*>(.*)<\/pre>/s.exec(html) ?? [];
  assert.equal(textOf(pre), code.join('\n'));
});

test('code without a title stands in no figure, and without lines has no mark', async () => {
  assert.match((await render(`${fence}python {1}\nx\n${fence}`)).html, /^<pre/);
  const titled = await render(`${fence}text title="x"\nx\n${fence}`);
  assert.match(titled.html, /^<figure/);
  assert.doesNotMatch(titled.html, /marked/);
});

test('code and TeX are not searched for citations', async () => {
  const { facts } = await render('`[@nobody]` and $x^{@nobody}$\n\n```\n[@nobody]\n```');
  assert.deepEqual(facts.citations, []);
});

test('notes stand after their block, and what follows stays with them up to a heading', async () => {
  const { html } = await render('A [@one].\n\nB.\n\n## C\n\nD.');
  assert.match(
    html,
    /^<div class="passage"><p>A .*?<\/p><div class="margin">.*?<\/div><\/div><p>B\.<\/p><\/div>/,
  );
  assert.match(html, /<\/div><div class="heading"><h2 id="c">C<\/h2><a href="#c"/);
});

test('a footnote stands beside its block, with a way back, and once', async () => {
  const { html } = await render('A.[^n] B.[^n]\n\n[^n]: Note.');
  assert.equal(html.match(/role="note"/g)?.length, 1);
  assert.doesNotMatch(html, /data-footnotes/);
  const [, back] = /<aside[^>]*><a href="#([^"]+)"/.exec(html) ?? [];
  assert.ok(back && html.includes(`id="${back}"`));
});

test('a figure has its caption, number and both pictures', async () => {
  const { html } = await render(
    '<Figure id="fig-a" src="./a.png" dark="./b.png" alt="A curve">\n\nA *curve* [@one].\n\n</Figure>',
  );
  assert.match(html, /<figure id="fig-a"><img src="\.\/a\.png" alt="A curve" class="only-light">/);
  assert.match(html, /<img src="\.\/b\.png" alt="A curve" class="only-dark">/);
  assert.match(html, /<figcaption class="caption"><strong>Figure 1\.<\/strong> A <em>curve<\/em>/);
});

test('bad TeX stops the build, and a page says whether it has math', async () => {
  await assert.rejects(render('$\\nonsense$'), /nonsense/);
  assert.equal((await render('$x$')).facts.hasMath, true);
  assert.equal((await render('x')).facts.hasMath, false);
});

test('links to the site’s own pages lie below its base', async () => {
  const { html } = await render('[a](/papers/titan/) [b](https://example.org/) [c](#d)');
  assert.match(html, /href="\/portfolio\/papers\/titan\/"/);
  assert.match(html, /href="https:\/\/example\.org\/"/);
  assert.match(html, /href="#d"/);
});
