import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFormulas } from '../../../../src/lib/tex/formulas.ts';
import { checkBody } from '../../../../src/loaders/body/check.ts';

test('a formula has at most 10,000 letters, so that KaTeX is done with it soon', () => {
  const check = (letters: number) => {
    const tex = 'x'.repeat(letters);
    const { faults } = checkBody('', 'a.mdx', `A $${tex}$ here.\n\n$$\n${tex}\n$$\n`, {});
    return faults.map(({ rule, line, column }) => [rule, line, column]);
  };
  assert.deepEqual(check(10_000), []);
  assert.deepEqual(check(10_001), [
    ['too-large', 1, 4],
    ['too-large', 4, 1],
  ]);
});

const check = (text: string) => checkBody('', 'content/papers/a.mdx', text, {}).faults;

const rows = String.raw`a &= b \\ c &= d`;

for (const formula of [
  String.raw`\begin{multlined}[t][5cm] a \\ b \end{multlined}`,
  String.raw`\begin{lgathered} a \\ b \end{lgathered}`,
  String.raw`\begin{dmath} a = b \label{eq:a} \end{dmath}`,
  String.raw`\begin{dmath*} a = b \end{dmath*}`,
  String.raw`\begin{IEEEeqnarray}{rCl} a &=& b \\ c &=& d \end{IEEEeqnarray}`,
  String.raw`\begin{IEEEeqnarray*}{rCl} a &=& b \\ c &=& d \end{IEEEeqnarray*}`,
  `\\begin{xalignat}{2} ${rows} \\end{xalignat}`,
  String.raw`\begin{psmallmatrix} a & b \end{psmallmatrix}`,
  ...['psmallmatrix*', 'Vsmallmatrix', 'Bsmallmatrix', 'pNiceMatrix', 'VNiceMatrix'].map(
    (name) => `\\begin{${name}} a & b \\end{${name}}`,
  ),
])
  test(`an environment that KaTeX lacks is read, with and without dollar signs: ${formula}`, () => {
    assert.deepEqual(check(formula), []);
    assert.deepEqual(check(`$$\n${formula}\n$$`), []);
  });

for (const formula of [
  String.raw`\displaylines{a \\ b}`,
  String.raw`\eqalign{a &= b \cr c &= d}`,
  String.raw`\prescript{14}{6}{C}`,
  String.raw`\begin{align} \Aboxed{a &= b} \qedhere \end{align}`,
  String.raw`\begin{linenomath*} \begin{align} a &= b \end{align} \end{linenomath*}`,
])
  test(`a command that KaTeX lacks is read: ${formula}`, () =>
    assert.deepEqual(check(`$$\n${formula}\n$$`), []));

const list = (tex: string) => {
  const node = { type: 'math', value: tex };
  const formula = readFormulas([node], {}).get(node);
  return [
    formula?.tex.text.replace(/\s+/g, ' ').trim(),
    ...(formula?.labels ?? []).map(({ key }) => key),
  ];
};

for (const [tex, ...expected] of [
  [String.raw`\MoveEqLeft[4] a \linebreak [3] b`, 'a b'],
  [String.raw`\noindent [a] \displaybreak[1]`, '[a]'],
  [String.raw`\begin{fleqn}[1em] a \end{fleqn}`, 'a'],
  [
    String.raw`\begin{pNiceMatrix}[margin] a \end{pNiceMatrix}`,
    String.raw`\begin{pmatrix} a \end{pmatrix}`,
  ],
  [
    String.raw`\begin{psmallmatrix*}[r] a \end{psmallmatrix*}`,
    String.raw`\left(\begin{smallmatrix} a \end{smallmatrix}\right)`,
  ],
  [String.raw`\begin{dmath}[compact, label={eq:a}] a \end{dmath}`, 'a', 'eq-a'],
  [String.raw`\begin{dmath}[number=1.2] a \end{dmath}`, String.raw`\tag{1.2} a`],
  [
    String.raw`\begin{IEEEeqnarray*}[\x]{r@{\,}C@{\,}l} a &=& b \end{IEEEeqnarray*}`,
    String.raw`\begin{align*} a =& b \end{align*}`,
  ],
  [
    String.raw`\begin{multlined} [t] a \end{multlined}`,
    String.raw`\begin{gathered} a \end{gathered}`,
  ],
  [String.raw`\Aboxed{\text{A\&B} &= c}`, String.raw`\boxed{\text{A\&B} = c}`],
  [
    String.raw`\Aboxed{\begin{matrix}a&b\end{matrix} &= c}`,
    String.raw`\boxed{\begin{matrix}a&b\end{matrix} = c}`,
  ],
] as const)
  test(`no option and no sign of alignment is printed: ${tex}`, () =>
    assert.deepEqual(list(tex), expected));

test('a matrix with a row outside of its brackets is told by that option', () => {
  const [fault, ...others] = check(
    '$$\n\\begin{pNiceMatrix}[first-row] a & b \\end{pNiceMatrix}\n$$',
  );
  assert.match(fault?.expected ?? '', /first-row/);
  assert.equal(others.length, 0);
});

for (const name of [
  ...['dgroup', 'dgroup*', 'empheq', 'numcases', 'cases*', 'autobreak', 'IEEEeqnarraybox'],
  ...['bNiceArray', 'tabular', 'substack', 'displaylines', 'tikzcd'],
])
  test(`${name} is answered by what to write, which is read`, () => {
    const [fault, ...others] = check(`$$\n\\begin{${name}}\n${rows}\n\\end{${name}}\n$$`);
    assert.equal(others.length, 0);
    const [right = ''] = /\\(?:begin|substack).*\}(?=[.,;])|!\[.*\)/.exec(fault?.fix ?? '') ?? [];
    const written = right.replaceAll('…', 'x').replace(/,.*$/, '');
    assert.notEqual(written, '', fault?.fix);
    const left = check(written.startsWith('!') ? written : `$$\n${written}\n$$`);
    assert.deepEqual(
      left.filter(({ rule }) => rule !== 'missing-image'),
      [],
    );
  });

test('a command that a formula cannot have is answered by its place, or by what to write', () => {
  const listFixes = (tex: string) => check(`$$\n${tex}\n$$`).map(({ fix }) => fix);
  assert.deepEqual(listFixes(String.raw`a \vspace{1em}`), [
    'Remove it. The site lays out the page.',
  ]);
  assert.deepEqual(listFixes(String.raw`a \cite{b}`), ['Write it outside of the dollar signs.']);
  const [fix = ''] = listFixes(String.raw`\eqalignno{a &= b}`);
  const right = /\\begin.*\\end\{align\}/.exec(fix)?.[0] ?? '';
  assert.notEqual(right, '');
  assert.deepEqual(check(right), []);
});
