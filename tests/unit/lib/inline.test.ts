import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPlain, listInlineTexts, parseInline } from '../../../src/lib/inline.ts';

const plain = (text: string) => formatPlain(parseInline(text));

test('a field has the marks of prose', () => {
  assert.deepEqual(parseInline('On $\\rho$, *so* **far** `a_b` H<sub>2</sub>O'), [
    'On ',
    { tex: '\\rho' },
    ', ',
    { tag: 'em', content: ['so'] },
    ' ',
    { tag: 'strong', content: ['far'] },
    ' ',
    { code: 'a_b' },
    ' H',
    { tag: 'sub', content: ['2'] },
    'O',
  ]);
  assert.deepEqual(parseInline('[A *b*](https://example.org/)'), [
    { href: 'https://example.org/', content: ['A ', { tag: 'em', content: ['b'] }] },
  ]);
});

for (const text of [
  'A* search, B* too',
  'It costs $5 and $6, or US$ 7',
  'snake_case_names',
  'Sets {a, b} where a<b and c>d',
  'What <unk> Knows, and </think>',
  '1. First',
  '# Not a heading',
  '- x',
  '> x',
  'Footnotes [^1]',
  'C:\\data and ~5%',
  '<b>alone',
])
  test(`${text} is text`, () => assert.deepEqual(parseInline(text), [text]));

test('escapes and characters by name are those of Markdown', () => {
  assert.equal(plain('\\*a\\* \\$x$ &alpha; &amp; \\@b'), '*a* $x$ α & @b');
});

for (const [tex, words] of [
  ["G\\\"odel, Poincar\\'{e}, J\\'er\\^ome, voil\\`a", 'Gödel, Poincaré, Jérôme, voilà'],
  [
    'Erd\\H{o}s, {\\c c}a, \\v{S}koda, \\.Zak, \\"Uber, na\\"{\\i}ve',
    'Erdős, ça, Škoda, Żak, Über, naïve',
  ],
  ['Stra{\\ss}e, \\O{}re, {\\aa}ngstr{\\"o}m, \\AA', 'Straße, Øre, ångström, Å'],
  // A backslash before a sign that needs none.
  ["don\\'t, l\\'eau, we\\'re, the author\\'s", 'don’t, l’eau, we’re, the author’s'],
  ['\\"Any one\\" of \\"all\\"', '“Any one” of “all”'],
  ['\\~about, H\\~2, e\\.g., i\\.e., `G\\"odel`', '~about, H~2, e.g., i.e., G\\"odel'],
] as const)
  test(`the letters of LaTeX in ${tex}`, () => assert.equal(plain(tex), words));

test('a tie of LaTeX is a no-break space', () => {
  assert.deepEqual(parseInline('Local and~Global Perception for~Autonomous, Fig.~3'), [
    'Local and\u00a0Global Perception for\u00a0Autonomous, Fig.\u00a03',
  ]);
  assert.deepEqual(parseInline('[a~b](https://example.org/a~b) `a~b` $a~b$'), [
    { href: 'https://example.org/a~b', content: ['a\u00a0b'] },
    ' ',
    { code: 'a~b' },
    ' ',
    { tex: 'a~b' },
  ]);
  for (const text of ['H~2~O', '10~20 and 30~40', '~5 or ~6'])
    assert.deepEqual(parseInline(text), [text]);
});

test('quotation marks depend on the whole text, and code has none', () => {
  assert.equal(plain(`"*a*" -- '**b**' it's \`"c"\``), '“a” — ‘b’ it’s "c"');
});

for (const [tex, words] of [
  ['\\rho', 'ρ'],
  ['\\mathrm{CO}_2', 'CO₂'],
  ['x^{n+1}', 'xⁿ⁺¹'],
  ['x_{ab}^{\\alpha}', 'x_ab^α'],
  ['O(n \\log n)', 'O(n log n)'],
  ['\\max(a, b)', 'max(a,b)'],
  ['\\frac{a}{b+1}', 'a/(b+1)'],
  ['\\sqrt{n+1}', '√(n+1)'],
  ['\\hat{x} \\in \\mathbb{R}^d', 'x̂ ∈ ℝᵈ'],
  ['\\epsilon\\text{-greedy}', 'ϵ-greedy'],
  ["f'(x)", 'f′(x)'],
] as const)
  test(`${tex} is ${words} in plain characters`, () => assert.equal(plain(`$${tex}$`), words));

test('subscripts and superscripts are characters where there are such', () => {
  assert.equal(plain('H<sub>2</sub>O, x<sup>2</sup>, a<sub>Q</sub>'), 'H₂O, x², aQ');
});

test('works can be cited in every text, but not in code and formulas', () => {
  assert.deepEqual(listInlineTexts(parseInline('A *[@a_b]* `@c` $@d$ [e @f](https://g.h/)')), [
    'A ',
    '[@a_b]',
    ' ',
    ' ',
    ' ',
    'e @f',
  ]);
});
