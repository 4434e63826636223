import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { formatMarkdown } from '../../../src/published/markdown.ts';
import { buildResolver } from '../../../src/published/resolver.ts';
import { listNodes, parseMarkdown } from '../../../src/verify/markdown.ts';

const works = [
  {
    key: 'doe_2001',
    number: '1',
    id: 'ref-doe_2001',
    bracketed: 'Doe, 2001',
    address: 'https://doi.org/10.1/a_b',
  },
  { key: 'roe', number: '2', id: 'ref-roe', bracketed: 'Roe & von Ott, 2002' },
];

const page = '/portfolio/papers/titan/';
const definitions =
  '\n[doe_2001]: https://doi.org/10.1/a_b\n' +
  '[roe]: https://ada.example/portfolio/papers/titan/#ref-roe\n';

/** The Markdown without the definitions of works at its end. */
function format(html: string, origin: string | undefined = 'https://ada.example'): string {
  const content = fromHtml(html, { fragment: true }).children as ElementContent[];
  const markdown = formatMarkdown(content, { works, resolve: buildResolver(page, origin) });
  if (origin === 'https://ada.example') assert.ok(markdown.endsWith(definitions), markdown);
  return markdown.split(/\n+\[doe_2001\]: /)[0] ?? '';
}

/** A formula as KaTeX leaves it on a page. */
function katex(tex: string, display = false): string {
  const formula = h('span', { class: 'katex' }, [
    h('span', { class: 'katex-mathml' }, [
      h('math', [
        h('semantics', [h('mi', 'x'), h('annotation', { encoding: 'application/x-tex' }, tex)]),
      ]),
    ]),
    h('span', { class: 'katex-html', ariaHidden: 'true' }, 'x'),
  ]);
  return toHtml(display ? h('span', { class: 'katex-display', tabIndex: 0 }, formula) : formula);
}

test('signs that Markdown reads are words again after it was read', () => {
  for (const words of [
    'a * b * c, _d_ and **e**',
    '# no heading',
    '1. no item',
    '- no item',
    '> no quotation',
    'a `b` c',
    '<b> & &amp;',
    'It costs $5, or $6.',
    '[no](link) and ![no](image)',
    '[doe_2001] is the key of a work, [Data set] is none',
    '[^1] is no note',
    '~~no~~ | no | cell',
    'C:\\temp\\_x_',
    '強化学習は**面白い**。',
    '日本語*強調*です',
  ]) {
    const tree = parseMarkdown(`${format(toHtml(h('p', words)))}\n${definitions}`);
    assert.deepEqual(
      tree.children.map(({ type }) => type).filter((type) => type !== 'definition'),
      ['paragraph'],
      words,
    );
    assert.deepEqual(
      listNodes(tree, 'text')
        .map(({ value }) => value)
        .join(''),
      words,
    );
    assert.equal(listNodes(tree, 'emphasis').length, 0, words);
    assert.equal(listNodes(tree, 'inlineMath').length, 0, words);
  }
});

test('what means nothing to Markdown is not escaped', () => {
  const words = 'NDCG@10 by trec_eval, [Data set], https://a.example/b_c, “quoted” – 30%';
  assert.equal(format(`<p>${words}</p>`), words);
});

test('marks stand where they were, between signs of Chinese and Japanese too', () => {
  const html = '<p>これは<strong>強化。</strong>学習と<em>模倣</em>です。</p>';
  const tree = parseMarkdown(format(html));
  assert.deepEqual(
    listNodes(tree, 'strong').map((node) => listNodes(node, 'text').map(({ value }) => value)),
    [['強化。']],
  );
  assert.equal(format('<p>と<em>模倣</em>です</p>'), 'と*模倣*です');
});

test('a formula is the TeX that its author wrote', () => {
  for (const tex of [
    'x_1 * y_2 * z',
    '\\{a, b\\} \\$',
    'a < b & c > d',
    '\\text{cost in \\$}',
    'a^{*}_i',
    '`x`',
    '[a](b)',
  ]) {
    const tree = parseMarkdown(format(`<p>Let ${katex(tex)} be.</p>`));
    assert.deepEqual(
      listNodes(tree, 'inlineMath').map(({ value }) => value),
      [tex],
    );
  }
});

test('a formula on lines of its own keeps its lines', () => {
  const tex = '\\begin{aligned}\na &= b \\\\\n  &= c\n\\end{aligned}';
  assert.equal(format(`<p>So</p>${katex(tex, true)}`), `So\n\n$$\n${tex}\n$$`);
  assert.equal(format(`<ul><li><p>So</p>${katex(tex, true)}</li></ul>`).split('\n')[2], '  $$');
});

test('an equation has the number by which the text calls it', () => {
  const equation = (tex: string) =>
    `<div id="eq-a" class="equation">${katex(tex, true)}<span class="equation-number">(3)</span></div>`;
  assert.equal(format(equation('a = b')), '$$\na = b\n\\tag{3}\n$$');
  assert.equal(format(equation('a = b \\tag{*}')), '$$\na = b \\tag{*}\n$$');
  assert.equal(format('<p>By <a class="xref" href="#eq-a">Equation 3</a></p>'), 'By Equation 3');
});

test('a bar in a formula ends no cell of a table', () => {
  const cells = ['|x|', '\\|x\\|', '\\left|\\frac{a}{b}\\right|', 'P(a|b)'].map(
    (tex) => `<td>${katex(tex)}</td>`,
  );
  const html = `<table><thead><tr>${'<th>a|b</th>'.repeat(4)}</tr></thead><tbody><tr>${cells.join('')}</tr></tbody></table>`;
  assert.equal(
    format(html).split('\n').at(-1),
    '| $\\vert x\\vert$ | $\\Vert x\\Vert$ | $\\left\\vert\\frac{a}{b}\\right\\vert$ | $P(a\\vert b)$ |',
  );
  const tree = parseMarkdown(format(html));
  assert.equal(listNodes(tree, 'tableCell').length, 8);
  assert.equal(listNodes(tree, 'inlineMath').length, 4);
});

test('works are cited by who wrote them, with where and linked by their key', () => {
  const cite = (key: string, text: string) =>
    `<a class="cite" id="c" href="#ref-${key}">${text}</a>`;
  assert.equal(
    format(`<p>A <span class="cites">${cite('roe', '[2]')}</span>.</p>`),
    'A ([Roe & von Ott, 2002][roe]).',
  );
  assert.equal(
    format(
      `<p>A <span class="cites">${cite('doe_2001', '[1, §3')}; ${cite('roe', '2]')}</span>.</p>`,
    ),
    'A ([Doe, 2001, §3][doe_2001]; [Roe & von Ott, 2002][roe]).',
  );
  assert.equal(
    format(`<p>As ${cite('doe_2001', 'Doe (2001)')} says.</p>`),
    'As [Doe (2001)][doe_2001] says.',
  );
  assert.equal(
    format(`<ul><li>${cite('doe_2001', 'doe_2001')} Doe, J.</li></ul>`),
    '- [doe_2001] Doe, J.',
  );
});

test('an address is whole, or begins at the root of the host while that is not known', () => {
  const html =
    '<p><a href="/portfolio/tags/%D0%B6/">a</a> <a href="#math">b</a> <a href="https://a.example/x_(y)">c</a> ' +
    '<img src="/portfolio/loss.webp" alt="A curve" class="only-light"><img src="/d.webp" alt="A curve" class="only-dark"></p>';
  assert.equal(
    format(html),
    '[a](https://ada.example/portfolio/tags/%D0%B6/) [b](https://ada.example/portfolio/papers/titan/#math) ' +
      '[c](https://a.example/x_\\(y\\)) ![A curve](https://ada.example/portfolio/loss.webp)',
  );
  const withoutHost = formatMarkdown(
    fromHtml('<a href="#math">b</a><a href="https://a.example/">c</a>', { fragment: true })
      .children as ElementContent[],
    { works: [], resolve: buildResolver(page, undefined) },
  );
  assert.equal(withoutHost, '[b](/portfolio/papers/titan/#math)[c](https://a.example/)\n');
});

test('lists are as tight as they were', () => {
  assert.equal(
    format('<ul>\n<li>A</li>\n<li>B:\n<ol>\n<li>first</li>\n<li>second</li>\n</ol>\n</li>\n</ul>'),
    '- A\n- B:\n  1. first\n  2. second',
  );
  assert.equal(format('<ul><li><p>A</p></li><li><p>B</p></li></ul>'), '- A\n\n- B');
  const box = '<input type="checkbox" checked disabled>';
  assert.equal(format(`<ul><li><label>${box} A</label></li></ul>`), '- [x] A');
  const loose = `<ul><li><p><label>${box} A</label></p><p>B</p></li></ul>`;
  assert.equal(format(loose), '- [x] A\n\n  B');
});

test('a footnote is one, just below its block', () => {
  assert.equal(
    format(
      '<div class="passage"><p>A.<sup><a href="#user-content-fn-trec" id="user-content-fnref-trec" data-footnote-ref>1</a></sup></p>' +
        '<div class="margin"><aside id="user-content-fn-trec" class="note" role="note">' +
        `<a href="#user-content-fnref-trec" class="note-number">1</a><p>It is ${katex('x')}.</p></aside>` +
        '<div class="note" aria-hidden="true"><p>[1] Doe</p></div></div><p>B.</p></div>',
    ),
    'A.[^trec]\n\n[^trec]: It is $x$.\n\nB.',
  );
});

const line = (text: string, isMarked = false) =>
  `<span class="line${isMarked ? ' marked' : ''}"><span class="x">${text}</span></span>`;

test('code has its language, its title and its marked lines', () => {
  const lines = [line('a', true), line('b'), line('c', true), line('  d', true)].join('\n');
  assert.equal(
    format(
      '<figure class="listing"><figcaption class="caption"><code>a_b.py</code></figcaption>' +
        `<pre class="astro-code" tabindex="0" data-language="python"><code>${lines}</code></pre></figure>`,
    ),
    '`a_b.py`\n\n```python {1,3-4}\na\nb\nc\n  d\n```',
  );
});

test('the fence of code is longer than any in it', () => {
  assert.equal(
    format(`<pre data-language="md"><code>${line('```')}\n${line('````js')}</code></pre>`),
    '`````md\n```\n````js\n`````',
  );
  assert.equal(format('<pre data-language="plaintext"><code>a</code></pre>'), '```\na\n```');
  assert.equal(format('<p><code>a`b</code></p>'), '``a`b``');
});

test('a figure and a table have their captions, an aside is a quotation under its title', () => {
  assert.equal(
    format(
      '<figure id="fig-a"><img src="a.webp" alt="A"><figcaption class="caption"><strong>Figure 1.</strong> Words.</figcaption></figure>',
    ),
    '![A](https://ada.example/portfolio/papers/titan/a.webp)\n\n**Figure 1.** Words.',
  );
  assert.equal(
    format(
      '<figure class="table" tabindex="0"><figcaption class="caption"><strong>Table 1.</strong> Costs.</figcaption>' +
        '<table><thead><tr><th>a</th><th></th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></figure>',
    ),
    '**Table 1.** Costs.\n\n| a | |\n| - | - |\n| 1 | 2 |',
  );
  assert.equal(
    format('<aside class="aside" role="note"><p class="aside-title">Note</p><p>Words.</p></aside>'),
    '> **Note**\n>\n> Words.',
  );
});

test('what HTML has and Markdown has not is told in plain signs', () => {
  assert.equal(
    format(
      '<p>H<sub>2</sub>O, x<sup>2</sup>, 10<sup>−13</sup>, the 4<sup>th</sup>, <kbd>Esc</kbd>, <abbr title="for example">e.g.</abbr> <s>x</s></p>' +
        '<details><summary>More</summary><p>Folded.</p></details><hr>',
    ),
    'H₂O, x², 10⁻¹³, the 4^(th), `Esc`, e.g. (for example) ~~x~~\n\n**More**\n\nFolded.\n\n***',
  );
});

test('a work of a list is one paragraph after its key, and its addresses are kept apart', () => {
  const item = (id: string) =>
    `<li id="ref-${id}"><span data-page-only>[1]</span><div><p>Doe. (2001). <i>Notes</i>.</p>` +
    '<p><a href="https://doi.org/10.1/x">DOI</a> <a href="https://arxiv.org/abs/1">arXiv</a>' +
    '<span data-page-only>Cited <a href="#c">a</a></span></p></div></li>';
  const links = '[DOI](https://doi.org/10.1/x) [arXiv](https://arxiv.org/abs/1)';
  assert.equal(
    format(`<ol>${item('doe_2001')}</ol>`),
    `1. [doe_2001] Doe. (2001). *Notes*. ${links}`,
  );
  assert.equal(format(`<ol>${item('ada')}</ol>`), `1. [ada] Doe. (2001). *Notes*. ${links}`);
  const cited = '<p><span class="sr-only">Cited in </span>';
  assert.equal(
    format(
      `<ul><li id="ref-ada"><p>Ada.</p>${cited}<a class="block" href="/a/">A</a><a class="block" href="/b/">B</a></p></li></ul>`,
    ),
    '- [ada] Ada. Cited in [A](https://ada.example/a/), [B](https://ada.example/b/)',
  );
});

test('a heading in a list begins its item, and that of an article comes first', () => {
  assert.equal(
    format(
      '<ol><li><div><h3>Train</h3><p>Words.</p></div></li><li><h3>Test</h3><p>More.</p></li></ol>',
    ),
    '1. **Train**  \n   Words.\n2. **Test**  \n   More.',
  );
  assert.equal(
    format(
      '<article><p>2026<span class="block">Active</span></p><div><h3>Probe</h3><p>Why?</p></div></article>',
    ),
    '### Probe\n\n2026 · Active\n\nWhy?',
  );
  assert.equal(
    format('<article><p>2026</p><h2>Question</h2><h3>Part</h3></article>'),
    '2026\n\n## Question\n\n### Part',
  );
});

test('navigation, controls and parts of the page alone are left out', () => {
  assert.equal(
    format(
      '<nav><a href="/">Home</a></nav><p hidden>A</p><p data-page-only>B</p><fieldset>C</fieldset>' +
        '<button>D</button><svg><title>E</title></svg><p aria-hidden="true">F</p><p data-page-only="false">G</p>',
    ),
    'G',
  );
});
