import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFormula } from '../../../src/bibliography/formula.ts';
import { formatApa, formatApaParts } from '../../../src/bibliography/apa.ts';
import { formatCslJson } from '../../../src/bibliography/csl-json.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { formatRis } from '../../../src/bibliography/ris.ts';
import type { Run } from '../../../src/bibliography/runs.ts';
import { parseTex } from '../../../src/bibliography/tex.ts';
import { reference } from './specimen.ts';

const tex = String.raw;

/** Runs as text: *italic*, **bold**, _(lowered), ^(raised), %(small capitals), $words$ for MathML, <address|text>. */
function show(runs: readonly Run[]): string {
  return runs
    .map(({ text, mathml, address, ...look }) => {
      const set = mathml === undefined ? text : `$${text}$`;
      const placed = look.isLowered ? `_(${set})` : look.isRaised ? `^(${set})` : set;
      const small = look.isSmall ? `%(${placed})` : placed;
      const bold = look.isBold ? `**${small}**` : small;
      const italic = look.isItalic ? `*${bold}*` : bold;
      return address === undefined ? italic : `<${address}|${italic}>`;
    })
    .join('');
}

/** The author's text, as it is set on pages, and in plain text. */
const texts: [written: string, set: string, plain: string][] = [
  [tex`CO$_2$ by ${'$'}{\mathrm{MoS}}_{2}$`, 'CO_(2) by MoS_(2)', 'CO₂ by MoS₂'],
  [tex`${'$'}\sqrt{s}=13\,\mathrm{TeV}$`, '$√s = 13 TeV$', '√s = 13 TeV'],
  [tex`an ${'$'}O(n^2)$ bound`, 'an *O*(*n*^(2)) bound', 'an O(n²) bound'],
  [tex`${'$'}\ell_1$ and \(L^p\)`, 'ℓ_(1) and *L**^(p)*', 'ℓ₁ and Lᵖ'],
  [tex`${'$'}\frac{a}{b+1}$`, '$a/(b+1)$', 'a/(b+1)'],
  [tex`${'$'}\hat{x}$`, '$x̂$', 'x̂'],
  [tex`in ${'$'}\mathbb{R}^n$`, 'in $ℝⁿ$', 'in ℝⁿ'],
  [tex`${'$'}\mathbf{A}$ of \ce{H2O}`, '**A** of $H₂O$', 'A of H₂O'],
  [tex`the \alpha particle`, 'the *α* particle', 'the α particle'],
  [tex`{\ensuremath{\Lambda}}CDM`, 'ΛCDM', 'ΛCDM'],
  [tex`CO_{2}, x^{max}`, 'CO_(2), x^(max)', 'CO₂, xᵐᵃˣ'],
  ['<i>E. coli</i>', '*E. coli*', 'E. coli'],
  ['<b>A</b> &amp; <em>B</em>', '**A** & *B*', 'A & B'],
  ['H<sub>2</sub>O, 10<sup>-3</sup>', 'H_(2)O, 10^(-3)', 'H₂O, 10⁻³'],
  ['H<SUB>2</SUB>O', 'H_(2)O', 'H₂O'],
  ['<scp>RNA</scp>', '%(RNA)', 'RNA'],
  ['<span class="nocase">iPhone</span>', 'iPhone', 'iPhone'],
  ['<jats:italic>Cis</jats:italic>', '*Cis*', 'Cis'],
  ['<p>One</p><br/>Two', 'One Two', 'One Two'],
  [tex`$\less$i$\greater$Gryllus$\less$/i$\greater$`, '*Gryllus*', 'Gryllus'],
  [tex`{\textless}i{\textgreater}Homo{\textless}/i{\textgreater}`, '*Homo*', 'Homo'],
  [tex`{\lt}SUP{\gt}13{\lt}/SUP{\gt}C`, '^(13)C', '¹³C'],
  ['&lt;i&gt;E&lt;/i&gt;', '*E*', 'E'],
  ['&amp;lt;i&amp;gt;E&amp;lt;/i&amp;gt;', '*E*', 'E'],
  [
    tex`R\&amp;D, A{\&}amp;B, caf&eacute; &#8212; &#x3b1;`,
    'R&D, A&B, café — α',
    'R&D, A&B, café — α',
  ],
  ['<i>Half open', 'Half open', 'Half open'],
  ['5 < 6 & 7 > 3, R&D;', '5 < 6 & 7 > 3, R&D;', '5 < 6 & 7 > 3, R&D;'],
  ['Vec<b and c>, <A>', 'Vec<b and c>, <A>', 'Vec<b and c>, <A>'],
  [
    '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" altimg="si1.svg"><mml:msub><mml:mi>CO</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> capture',
    'CO_(2) capture',
    'CO₂ capture',
  ],
  [
    '<math><mi>α</mi><mo>&lt;</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
    '$α < 1/2$',
    'α < 1/2',
  ],
  ['<math><mi>α</math>', 'α', 'α'],
  [tex`\emph{In \emph{vivo}} {\it in} x`, '*In *vivo *in* x', 'In vivo in x'],
  [tex`\textbf{a \textit{b}} \textsc{c}`, '**a *****b*** %(c)', 'a b c'],
  [tex`n\textsuperscript{th}`, 'n^(th)', 'nth'],
  [
    tex`\url{https://example.org/a_b}`,
    '<https://example.org/a_b|https://example.org/a_b>',
    'https://example.org/a_b',
  ],
  [
    tex`\href{https://example.org}{the \emph{page}}`,
    '<https://example.org|the ><https://example.org|*page*>',
    'the page',
  ],
  [
    'see www.example.org/x_(y), or',
    'see <https://www.example.org/x_(y)|www.example.org/x_(y)>, or',
    'see www.example.org/x_(y), or',
  ],
  [
    tex`\doi{10.1000/182}`,
    '<https://doi.org/10.1000/182|https://doi.org/10.1000/182>',
    'https://doi.org/10.1000/182',
  ],
  [tex`\href{javascript:alert(1)}{x}`, 'x', 'x'],
  [tex`{\raisebox{-0.5ex}\textasciitilde}20 \textcolor{red}{b}`, '~20 b', '~20 b'],
  [tex`Dvo\ifmmode \check{r}\else \v{r}\fi{}\'ak`, 'Dvořák', 'Dvořák'],
];

for (const [written, set, plain] of texts)
  test(`a field’s own markup is set, never printed: ${written}`, () => {
    const { runs, text, unknown } = parseTex(written);
    assert.deepEqual(unknown, []);
    assert.equal(show(runs), set);
    assert.equal(text, plain.normalize('NFC'));
  });

test('a title, a journal and the notes are marked in the style and plain in files', () => {
  const work = reference(
    {
      title: tex`{<i>E. coli</i>} in CO${'$'}_2$`,
      journal: 'Astronomy &amp; <i>Zoology</i>',
      note: tex`Data at \url{https://example.org/d}`,
    },
    'article',
  );
  assert.equal(
    show(formatApaParts(work)),
    'Doe, J. (2020). *E. coli* in CO_(2). *Astronomy &* Zoology. Data at <https://example.org/d|https://example.org/d>.',
  );
  assert.match(formatApa(work), /^Doe, J\. \(2020\)\. E\. coli in CO₂\. Astronomy & Zoology\./);
  const [item] = formatCslJson([work]);
  assert.equal(item?.title, 'E. coli in CO₂');
  assert.equal(item['container-title'], 'Astronomy & Zoology');
  assert.match(formatRis([work]), /TI {2}- E\. coli in CO₂\r\nT2 {2}- Astronomy & Zoology\r\n/);
  assert.equal(work.url, undefined);
});

test('italics within an italic title stand upright', () => {
  const work = reference({ title: 'On <i>E. coli</i>' }, 'book');
  assert.equal(show(formatApaParts(work)), 'Doe, J. (2020). *On* E. coli.');
});

const pieces =
  `{ } $ \\ \\( \\) <i> </i> <sub> </sub> <math> </math> <mi> &amp; &lt; &#x41; \\emph \\textit{a} \\url{ \\href{x}{
  https://a.b/ www. " ~ _{ ^{ \\alpha \\frac and others et~al. a é 李 % # = \\less \\greater {\\textless} \\ifmmode \\else \\fi
  10.1000/a arXiv:1706.03762 \\doi{ Jr. ;`.split(/\s+/);

test('whatever a field holds, a work without faults shows none of its source', () => {
  const value = fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 12 }).map((all) => {
    let depth = 0;
    const text = Array.from(all.join(''), (sign) => {
      if (sign === '}' && depth === 0) return '';
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      return sign;
    }).join('');
    return text + '}'.repeat(depth);
  });
  const names = ['title', 'author', 'booktitle', 'year', 'pages', 'doi', 'url', 'note', 'number'];
  fc.assert(
    fc.property(fc.tuple(...names.map(() => value)), (values) => {
      const lines = values.map((text, index) => `${names[index]} = {${text}}`);
      const bib = `@incollection{a, ${lines.join(', ')}}`;
      const { entries, faults } = parseBibliography(bib, 'a.bib');
      for (const reference of entries.map(buildReference)) {
        const all = formatApa(reference) + formatRis([reference]);
        assert.doesNotMatch(
          all + JSON.stringify(formatCslJson([reference])),
          /undefined|NaN|\[obj/,
        );
        if (faults.every(({ rule }) => rule === 'bibtex-missing-field'))
          assert.doesNotMatch(all, /\\[A-Za-z]|<\/?(?:i|sub|math|mi)>|&(?:amp|lt);/);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

for (const [name, title, text] of [
  ['signs between spaces are no tag', 'A<sup>+</sup> &lt; B &gt; C', 'A⁺ < B > C'],
  [
    'a formula of IEEE Xplore',
    '{<inline-formula><tex-math notation="LaTeX">$N=4$</tex-math></inline-formula>} theory',
    'N = 4 theory',
  ],
  [
    'tags of JATS',
    '<underline>U</underline> <named-content content-type="x">n</named-content>',
    'U n',
  ],
  [
    'tags in mathematics',
    String.raw`{$<$i$>$Apis$<$/i$>$ and \ensuremath{<}sup\ensuremath{>}14\ensuremath{<}/sup\ensuremath{>}C}`,
    'Apis and ¹⁴C',
  ],
  ['a line over a letter', String.raw`t$\overline{\mathrm{t}}$H`, 'tt̄H'],
] as const)
  test(`${name}: ${title}`, () => assert.equal(reference({ title }).title, text));

test('the name of a function in a formula is parted from what follows, but not from a bracket', () => {
  const listSpaces = (tex: string) =>
    parseFormula(tex).runs.flatMap(({ mathml = '' }) =>
      Array.from(mathml.matchAll(/\u2061<\/mo>(<mspace)?/g), ([, space]) => space),
    );
  assert.deepEqual(listSpaces(String.raw`\frac{1}{n} \operatorname{logit} p`), ['<mspace']);
  assert.deepEqual(listSpaces(String.raw`\frac{1}{n} \log (p)`), [undefined]);
});
