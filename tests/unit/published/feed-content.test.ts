import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFeedContent } from '../../../src/published/feed-content.ts';
import { parsePage, readMain } from '../../../src/published/page.ts';

const page = new URL('https://ada.example/portfolio/research/probe/');

/** The content of the page with `html` in its main part. */
const format = (html: string) =>
  formatFeedContent(readMain(parsePage(page.pathname, `<main>${html}</main>`)), page);

test('an entry is whole, without its title, its history and how to cite it, which items tell', () => {
  assert.equal(
    format(
      '<article class="page"><header><h1>Probe</h1></header><div class="entry-rail"><p>2026</p>' +
        '<ul data-page-only><li>Tag</li></ul><nav>Contents</nav></div><section id="question"><h2>Why</h2>' +
        '<p dir="auto">So.</p></section><section id="history"><h2>History</h2></section>' +
        '<section id="cite"><h2>How to cite</h2></section></article><nav>Next</nav>',
    ),
    '<p>2026</p><h2>Why</h2><p>So.</p>',
  );
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
      '<h2 id="a" class="b">A<a class="self-link" data-page-only href="#a" aria-label="Link"></a></h2>' +
        '<details class="fold"><summary data-page-only>2 works</summary><ol><li>B</li></ol></details>' +
        '<div class="passage"><div class="margin"><div class="note" aria-hidden="true">[1]</div></div>' +
        '<pre class="shiki" tabindex="0" data-language="py"><code><span class="line">x</span></code></pre>' +
        '</div><img class="only-light" src="a.png" alt="A"><img class="only-dark" src="b.png" alt="A">' +
        '<script>1</script><style>a{}</style><svg></svg><!-- comment -->',
    ),
    '<h2>A</h2><ol><li>B</li></ol><pre><code>x</code></pre>' +
      '<img alt="A" src="https://ada.example/portfolio/research/probe/a.png">',
  );
});

test('an interactive figure is there as its picture, with its words and its numbers', () => {
  const panel = (about: string) =>
    `<div class="panel"><p class="panel-title">Panel</p><svg class="wide" aria-label="${about}"><svg></svg></svg></div>`;
  assert.equal(
    format(
      '<div class="passage"><div id="fig-a" class="interactive"><fieldset class="interactive-controls"></fieldset><figure>' +
        `<div class="panels">${panel('A curve.')}${panel('A &quot;bar&quot;.')}</div>` +
        '<figcaption class="caption">Figure 1.</figcaption></figure><div class="interactive-offers">' +
        '<details class="interactive-data"><table></table></details><details class="interactive-cite" data-page-only></details>' +
        '<div class="interactive-file" data-page-only><a href="/a.svg" download>SVG</a></div>' +
        '<div class="interactive-downloads" hidden></div></div></div></div>',
    ),
    '<figure><img alt="A curve. A &#x22;bar&#x22;." src="https://ada.example/portfolio/research/probe/fig-a.svg">' +
      '<figcaption>Figure 1.</figcaption></figure><details><table></table></details>',
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
