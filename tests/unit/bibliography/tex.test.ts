import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTex, renderTex, renderVerbatim } from '../../../src/bibliography/tex.ts';

const tex = String.raw;

const accented: [string, string][] = [
  [tex`\'e\'{e}{\'e}{\'{e}}\' e`, 'ééééé'],
  ['\\`a' + tex`\^a\"a\~a\=a\.z`, 'àâäãāż'],
  [tex`\c{c}\c c\v{s}\v s\H{o}\k{a}\u{g}\r{a}\d{h}\b{d}`, 'ççššőąğåḥḏ'],
  [tex`\'\i\'{\i}\"{\j}`, 'ííj̈'],
  [tex`{\ss}\ss{}\aa{\AA}\o{\O}\l{\L}\ae\AE\oe\OE\dh\th\dj\ng`, 'ßßåÅøØłŁæÆœŒðþđŋ'],
  [tex`\'{\^e}\d{\^{e}}`, 'ếệ'],
  [tex`Stra\ss e Stra{\ss}e \O rsted`, 'Straße Straße Ørsted'],
];

const typeset: [string, string][] = [
  ['1--2 --- a-b', '1–2 — a-b'],
  ['{-}{-}', '--'],
  ['“done” "straight" ("bracketed") don\'t', '“done” “straight” (“bracketed”) don’t'],
  ["``double'' and `single'", '“double” and ‘single’'],
  [tex`A~B\ C\\D`, 'A\u00A0B C D'],
  [tex`\&\%\#\_\{\}\$`, '&%#_{}$'],
  [tex`\LaTeX{} and \BibTeX`, 'LaTeX and BibTeX'],
  [tex`\textit{a {\bf b}} \emph{c} {\sc d} \mbox{e}`, 'a b c d e'],
  [
    tex`\enquote{a} \href{https://example.org}{b} \url{https://example.org/a_b}`,
    '“a” b https://example.org/a_b',
  ],
  [tex`x\textsuperscript{2} CO\textsubscript{2} n\textsuperscript{th}`, 'x² CO₂ nth'],
  [tex`a $x--y \$ {z}$ b \ensuremath{\alpha}`, tex`a $x--y \$ {z}$ b $\alpha$`],
  ['100$ alone', '100$ alone'],
  [tex`$$\beta$$-decay for $$2 $`, tex`$\beta$-decay for $$2 $`],
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

test('a command without a text is named, and left as it is', () => {
  assert.deepEqual(parseTex(tex`\foo{a} \'{\bar} b`).unknown, [tex`\foo`, tex`\bar`]);
  assert.equal(renderTex(tex`\foo{a} b`), tex`\fooa b`);
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
