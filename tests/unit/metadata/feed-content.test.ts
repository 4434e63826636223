import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPaperContent, formatThreadContent } from '../../../src/metadata/feed-content.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const { threads, papers } = buildView(
  { author: { github: 'ada' } },
  [
    buildThread('probe', {
      question: 'Why?',
      approach: 'So.',
      phases: [{ title: 'First', summary: 'This.' }],
      architectures: [{ name: 'BERT', family: 'Transformer', mixing: 'softmax-attention' }],
      analyses: [{ mark: 'E', title: 'Errors', summary: 'These.' }],
      repository: 'probe',
    }),
  ],
  [
    buildPaper('paper', {
      status: 'withdrawn',
      threads: ['probe'],
      abstract: 'What it says.',
      links: [{ label: 'PDF', address: 'https://example.org/paper.pdf' }],
      history: [{ date: '2026-01-02', change: 'withdrawal', note: 'It was wrong.' }],
    }),
  ],
);
const [thread] = threads;
const [paper] = papers;
assert.ok(thread && paper);

const page = new URL('https://ada.example/portfolio/research/probe/');

/** The body of a thread that reads `html` on its page, without what stands before and after it. */
const format = (html: string) =>
  formatThreadContent(thread, { html, references: [] }, page)
    .split('</p>')
    .at(-1)
    ?.replace(/<h2>Papers.*/, '');

const work = { key: 'a', number: 1, id: 'ref-a', bracketed: 'Ada, 1843', places: [] };

test('a thread is told whole, its sections under their headings', () => {
  const parts = [{ text: 'Ada. ' }, { text: 'Notes', isItalic: true as const }];
  const links = [{ title: 'DOI', address: 'https://doi.org/10.1/x' }];
  const references = [{ ...work, parts, links }];
  const html = formatThreadContent(thread, { html: '<h2 id="a">Text</h2>', references }, page);
  assert.deepEqual(html.split(/(?=<h2>|<p><a)/), [
    '<h2>Research Question</h2><p>Why?</p>',
    '<h2>Approach</h2><p>So.</p>',
    '<h2>One-Phase Methodology</h2><ol><li><strong>First</strong><br>This.</li></ol>',
    '<h2>Architectures Under Study</h2><ul><li>BERT (Transformer)</li></ul>',
    '<h2>One Analysis</h2><ul><li><strong>Errors</strong><br>These.</li></ul>',
    '<p><a href="https://github.com/ada/probe">View on GitHub</a></p>',
    '<h2>Text</h2>',
    '<h2>Papers</h2><ul><li>' +
      '<a href="https://ada.example/portfolio/papers/paper/">Withdrawn: paper</a></li></ul>',
    '<h2>References</h2><ol><li>Ada. <i>Notes</i> <a href="https://doi.org/10.1/x">DOI</a></li></ol>',
  ]);
});

test('the works that a field cites have the numbers of the list, and lead to it', () => {
  const group = ['[', { text: '1', address: '#ref-a', id: 'cite-a-1' }, ']'];
  const question = { byNumber: ['Why, as in ', { group }, '?'], byAuthor: [], plain: 'Why?' };
  const html = formatThreadContent({ ...thread, question }, { html: '', references: [] }, page);
  const link = `<a href="${page.href}#ref-a">1</a>`;
  assert.ok(html.startsWith(`<h2>Research Question</h2><p>Why, as in [${link}]?</p>`), html);
});

test('a paper that does not stand says so first', () => {
  const html = formatPaperContent(paper, { html: '', references: [] }, page);
  assert.deepEqual(html.split(/(?=<h2>|<ul><li><a href="https:\/\/example)/), [
    '<p><strong>Jan 2, 2026: It was wrong.</strong></p><p>Withdrawn</p>',
    '<ul><li><a href="https://example.org/paper.pdf">PDF</a></li></ul>',
    '<h2>Abstract</h2><p>What it says.</p>',
    '<h2>Research threads</h2>' +
      '<ul><li><a href="https://ada.example/portfolio/research/probe/">probe</a></li></ul>',
  ]);
});

test('every address is whole', () => {
  assert.equal(
    format(
      '<a href="#eq">1</a><a href="/portfolio/papers/">2</a><img src="/portfolio/a.webp" alt="">',
    ),
    '<a href="https://ada.example/portfolio/research/probe/#eq">1</a>' +
      '<a href="https://ada.example/portfolio/papers/">2</a>' +
      '<img alt="" src="https://ada.example/portfolio/a.webp">',
  );
});

test('what needs the style or the script of the site is left out', () => {
  assert.equal(
    format(
      '<h2 id="a" class="b">A<a class="self-link" href="#a" aria-label="Link"></a></h2>' +
        '<div class="passage"><div class="margin"><div class="note" aria-hidden="true">[1]</div></div>' +
        '<pre class="shiki" tabindex="0" data-language="py"><code><span class="line">x</span></code></pre>' +
        '</div><img class="only-light" src="a.png" alt="A"><img class="only-dark" src="b.png" alt="A">' +
        '<script>1</script><style>a{}</style><svg></svg><!-- comment -->',
    ),
    '<h2>A</h2><pre><code>x</code></pre>' +
      '<img alt="A" src="https://ada.example/portfolio/research/probe/a.png">',
  );
});

test('a figure that is computed is there as its picture, with its words and its numbers', () => {
  const panel = (about: string) =>
    `<div class="panel"><p class="panel-title">Panel</p><svg aria-label="${about}"><svg></svg></svg></div>`;
  assert.equal(
    format(
      '<div class="passage"><div id="fig-a" class="interactive"><fieldset class="interactive-controls"></fieldset><figure>' +
        `<div class="panels">${panel('A curve.')}${panel('A &quot;bar&quot;.')}</div>` +
        '<figcaption class="caption">Figure 1.</figcaption></figure><div class="interactive-offers">' +
        '<details class="interactive-data"><table></table></details><details class="interactive-cite"></details>' +
        '<div class="interactive-file"><a href="/a.svg" download>SVG</a></div>' +
        '<div class="interactive-downloads" hidden></div></div></div></div>',
    ),
    '<div><figure><img alt="A curve. A &#x22;bar&#x22;." src="https://ada.example/portfolio/research/probe/fig-a.svg">' +
      '<figcaption>Figure 1.</figcaption></figure><div><details><table></table></details></div></div>',
  );
});

test('a formula is there once, as MathML that holds its TeX', () => {
  const math = (attributes: string) =>
    `<math xmlns="http://www.w3.org/1998/Math/MathML"${attributes}><semantics>` +
    '<mi mathvariant="normal">x</mi><annotation encoding="application/x-tex">x</annotation>' +
    '</semantics></math>';
  assert.equal(
    format(
      '<span class="katex-display" tabindex="0"><span class="katex"><span class="katex-mathml">' +
        `${math(' display="block" class="s-1"')}</span>` +
        '<span class="katex-html" aria-hidden="true"><span class="mord">x</span></span></span></span>',
    ),
    math(' display="block"'),
  );
});
