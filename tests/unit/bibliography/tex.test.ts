import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTex, renderTex } from '../../../src/bibliography/tex.ts';
import { renderVerbatim } from '../../../src/bibliography/verbatim.ts';

const tex = String.raw;

const accented: [string, string][] = [
  [tex`\'e\'{e}{\'e}{\'{e}}\' e`, 'ééééé'],
  ['\\`a' + tex`\^a\"a\~a\=a\.z`, 'àâäãāż'],
  [tex`\c{c}\c c\v{s}\v s\H{o}\k{a}\u{g}\r{a}\d{h}\b{d}`, 'ççššőąğåḥḏ'],
  [tex`\'\i\'{\i}\"{\j}`, 'ííj̈'],
  [tex`Be\^\it D\'\iaz \polhk{a}`, 'Beît Díaz ą'],
  [tex`{\ss}\ss{}\aa{\AA}\o{\O}\l{\L}\ae\AE\oe\OE\dh\th\dj\ng`, 'ßßåÅøØłŁæÆœŒðþđŋ'],
  [tex`\'{\^e}\d{\^{e}}`, 'ếệ'],
  [tex`Stra\ss e Stra{\ss}e \O rsted`, 'Straße Straße Ørsted'],
];

const typeset: [string, string][] = [
  ['1--2 --- a-b', '1–2 — a-b'],
  ['{-}{-}', '--'],
  ['“done” "straight" ("bracketed") don\'t', '“done” “straight” (“bracketed”) don’t'],
  ["``double'' and `single'", '“double” and ‘single’'],
  [
    "'single' or ('two words'), 'the {LIGO}' and 'don't'",
    '‘single’ or (‘two words’), ‘the LIGO’ and ‘don’t’',
  ],
  ["the '90s' rock 'n' roll, 't Hooft's 5' end", 'the ’90s’ rock ’n’ roll, ’t Hooft’s 5’ end'],
  ["'twas the 'users and editors", '’twas the ’users and editors'],
  ['&quot;double&quot; and &#39;single&#39;', '“double” and ‘single’'],
  [tex`\glqq Doppelt\grqq{} und \frqq{}x\flqq`, '„Doppelt“ und »x«'],
  [',,Doppelt``', '„Doppelt“'],
  [
    tex`\ion{H}{ii} at 3\farcs5, 12\arcmin{} of $M_{\sun}$ and \textbeta-decay`,
    'H\u00a0II at 3″.5, 12′ of M_⊙ and β-decay',
  ],
  [tex`at \SI{5}{\nano\metre} and \num{1e-3}`, 'at 5 nm and 1×10⁻³'],
  [tex`A~B\ C\\D`, 'A\u00A0B C D'],
  [tex`\&\%\#\_\{\}\$`, '&%#_{}$'],
  [tex`\LaTeX{} and \BibTeX`, 'LaTeX and BibTeX'],
  [tex`\textit{a {\bf b}} \emph{c} {\sc d} \mbox{e}`, 'a b c d e'],
  [
    tex`\enquote{a} \href{https://example.org}{b} \url{https://example.org/a_b}`,
    '“a” b https://example.org/a_b',
  ],
  [tex`x\textsuperscript{2} CO\textsubscript{2} n\textsuperscript{th}`, 'x² CO₂ nth'],
  [tex`a $x-y \$ {z}$ b \ensuremath{\alpha}`, 'a x−y$z b α'],
  ['100$ alone', '100$ alone'],
  [tex`$$\beta$$-decay for $$2 $`, 'β-decay for $$2 $'],
  [
    tex`{\lt}A{\gt} {\amp} {\ldquo}B{\rdquo}{\mdash}it{\rsquo}s at 3{\nbsp}km`,
    '<A> & “B”—it’s at 3\u00A0km',
  ],
  [tex`A {\larr}{\rarr} z {\ap}{\tilde}{\sime} 2`, 'A ←→ z ≈~≃ 2'],
  [
    tex`Colour\hyphen{}Blind and\addslash{}or \mkbibquote{x} \mkbibemph{y}`,
    'Colour-Blind and/or “x” y',
  ],
  [tex`A\hspace{0pt}B {\vphantom}CD\vphantom{}`, 'AB CD'],
  [tex`Ho\ifmmode \check{r}\else \v{r}\fi{}ava \ifmmode x\fi y`, 'Hořava y'],
  [
    tex`\LaTeXe{} and \XeLaTeX{}, a\textrightarrow{}b, L{\cprime}ev`,
    'LaTeX2ε and XeLaTeX, a→b, Lʹev',
  ],
  [tex`$K\sb 4$ $x\sp2$ {$\scr A$} $\slashed{E}$`, 'K₄ x² A E̸'],
  ['&Ohgr; and &lgr; and &eegr;', 'Ω and λ and η'],
  ['<ce:title>A <ce:italic>b</ce:italic></ce:title> <xocs:full-name>C</xocs:full-name>', 'A b C'],
  [tex`\mnras`, 'Monthly Notices of the Royal Astronomical Society'],
  ["¿Qué? and ?`Qu{\\'e}? !`Hola!", '¿Qué? and ¿Qué? ¡Hola!'],
];

test('accents and letters in TeX become Unicode, composed', () => {
  for (const [source, text] of accented)
    assert.equal(renderTex(source), text.normalize('NFC'), source);
});

test('text is set as TeX would set it', () => {
  for (const [source, text] of typeset) assert.equal(renderTex(source), text, source);
});

/** TeX that Mendeley or Zotero took for plain text. */
const escaped: [string, string][] = [
  [tex`with {\textbackslash}textsc{Abc}`, 'with Abc'],
  [tex`Soc\{\'{\i}\}a Col\{\'{e}\} Gar{\{}{\'{\i}}{\}}a`, 'Socía Colé Garía'],
  [tex`pol$\backslash$'$\backslash$itica`, 'política'],
  [tex`Pe{\textbackslash}~na d{\textbackslash}'apprendre`, 'Peña d’apprendre'],
  [tex`\${D}\_\{{$<$}:\}\$ and \$\${\textbackslash}lambda \$\$-terms`, 'D_(<:) and λ-terms'],
  [tex`The \{{\textbackslash}lambda\} Calculus`, 'The λ Calculus'],
  [
    tex`\$5 or \$6, \{0,1\}, \{a\} and C:{\textbackslash}Users`,
    '$5 or $6, {0,1}, {a} and C:\\Users',
  ],
];

test('TeX that a program escaped once more is read as it was meant', () => {
  for (const [source, text] of escaped) assert.equal(renderTex(source), text, source);
});

test('a command without a text is named, and its name is no command in print', () => {
  assert.deepEqual(parseTex(tex`\foo{a} \'{\baz} $\qux$ b`).unknown, [
    tex`\foo`,
    tex`\baz`,
    tex`\qux`,
  ]);
  assert.equal(renderTex(tex`\foo{a} b`), 'fooa b');
});

test('unbalanced TeX is read without an exception', () => {
  for (const source of ['\\', "\\'", '{', '}', '\\c', '\\c{', '\\url{', '$', '\\(', '\\href'])
    assert.equal(typeof renderTex(source), 'string');
});

test('in an address only the escapes of TeX are taken out', () => {
  assert.equal(
    renderVerbatim(tex`\url{https://example.org/\~{}a/$\sim$b/{\textasciitilde}c/d\_e--f''g
      ?h=1\&i=\%20}`),
    "https://example.org/~a/~b/~c/d_e--f''g?h=1&i=%20",
  );
});
