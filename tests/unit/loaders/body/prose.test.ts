import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFaults, type Fault } from '../../../../src/lib/fault.ts';
import { checkBody } from '../../../../src/loaders/body/check.ts';

const check = (text: string): Fault[] => checkBody('/', 'content/papers/one.mdx', text, {}).faults;

const raw = String.raw;

const read: Record<string, string> = {
  'a citation with a key in braces': 'As @{one} and [see @{two}, p. 3] say.',
  'environments of mathematics': raw`Text
\begin{align} a_{i} &= b \label{eq:one} \\ c &= d \notag \end{align}
more @eq-one, \eqref{eq:one} and Equation~\ref{eq:one}.`,
  'labels without a kind, and with a colon': raw`\begin{equation} a \label{loss} \end{equation}

By \eqref{loss} and \ref{loss}, @eq-colon and \eqref{eq:colon}:

$$
c
$$ {#eq:colon}`,
  'environments of mathematics alone': raw`\begin{dcases} a & b \end{dcases}

\begin{subequations}
\label{eq:all}
\begin{align}
a &= b \label{eq:one} \\ c &= d
\end{align}
\end{subequations}

By @eq-all and \eqref{eq:one}.`,
  'displayed formulas in one line':
    'A\n$$ x_{i} $$\n\n$$\ny\n$$ {#eq-y}\n\n\\[ z_{i} \\]\n\n$$a\n+ b$$\n\n@eq-y',
  'a break of a row before the end of an environment': raw`\begin{align}
a &= b \\\end{align}

\[ x \\\]`,
  'formulas of kramdown in a sentence': 'Here $$t$$ and $$x_{i}$$,\nthen $$y$$ end.',
  'commands in a sentence': raw`A \textbf{b} \emph{\textit{c}} \texttt{a\_b} \url{https://example.org/a_b}, \href{https://example.org}{w},
\cite[p.~3]{a,b}\footnote{A note, \textit{so}.} Fig.~3, 10\,000, \SI{3}{\metre}, \ce{H2O}, \(x_{i}\), \LaTeX{}.`,
  'signs that other kinds of Markdown read': raw`++i and j++, in C++, ++i and i++. A \:host: and \==x==, a == b == c,
10:30:45, std::vector::iterator and \++b++.

Here is the list that goes on over the end of a line, which this one is, with a colon below
: one, two.`,
  'formulas of GitHub, with backticks': raw`A $` + '`x`' + raw`$ b and $` + '`\\alpha_{i}`' + '$.',
  'a tie before a citation at the beginning of a line':
    'Words\n~\\cite{one} and\n~\\ref{eq:x}.\n\n$$\na\n$$ {#eq:x}',
  'brackets that are no citation': 'In [0, 1) as @one says, and [see below) by @one.',
  'a formula between numbers': raw`Of 224$\times$224 and 5\,$\mu$m.`,
  'groups of a typeface': raw`{\bf Bold \textit{words} $x$} and {\em slanted\/}, {\tt a\_b},
{\it two
lines} H{\bfseries\(x\)}`,
  'accents and letters': raw`G\"odel, Erd\H{o}s, {\ss}, \o{}, \c{c}, {\"o}, \v{z}, \"Uber, don\'t, \"only\", \S 3`,
  definitions: raw`\newcommand{\foo}[1]{\mathbf{#1}}

$$
\DeclareMathOperator*{\argmin}{arg\,min}
\def\be{\begin{equation}}\def\ee{\end{equation}}
$$

$\foo{x} \argmin$

$$
\be\label{eq:q} x \ee
$$

@eq-q`,
  remarks:
    'A <!-- b {c} --> d {/* e <f */} g\n\n<!-- h\n\ni -->\n\n{/* j\n\nk */}\n\n- <!-- l -->\n- m',
  'a sign that begins no tag': 'p<0.05, a < b, x <- y, <3 and 1<2',
  addresses: '<https://example.org/a_b?c=d>, <mailto:a@example.org> and <a@example.org>',
  'simple elements': `A<br>b<br/>c<BR>d <sub>1</sub><sup>2</sup> <a href="https://example.org/">w</a> <s>s</s> <u>u</u> <small>x</small>

<hr>

<dl><dt>Term</dt><dd>Words</dd></dl>

<details>
<summary>More</summary>

Words.

</details>`,
  'emphasis without spaces':
    '这是**重要。**的 **“引用”**的 日本語**「強調」**です。한국어**(강조)**입니다',
  quotations: "``One'' and ``two'', and `` `code` `` and ```` ``` ````.",
  'tildes that are no ties':
    '~200 to ~300, 10~20, 서울~부산, ~~gone~~ and https://example.org/~name',
};

for (const [name, text] of Object.entries(read))
  test(`the check takes ${name}`, () => {
    const faults = check(text);
    assert.equal(faults.length, 0, formatFaults(faults));
  });

test('the check answers each command of a sentence at once', () => {
  const faults = check(
    raw`As \citeauthor{one} (\citeyear{one}) and \footcite{one} say, \foo{a} is \alpha, and \beta too.`,
  );
  const commands = [
    ...raw`\citeauthor{one} \citeyear{one} \footcite{one} \foo{a} \alpha \beta`.split(' '),
  ];
  assert.deepEqual(
    faults.map(({ found }) => found),
    commands,
  );
});

/** A text with one mistake, its line, and the nearest right text. */
const answered: [text: string, line: number, nearest?: string][] = [
  [raw`\section{One layer}`, 1, '## One layer'],
  ['## Zero\n\n\\subsection*{One}', 3, '### One'],
  ['H~2~O', 1, '<sub>2</sub>'],
  ['It is ~gone~.', 1, '~~gone~~'],
  [raw`As \citep[see][p.~3]{one} says.`, 1, 'see [@one, p. 3]'],
  [raw`As \citet[p.~3]{one} says.`, 1, '@one (p. 3)'],
  [raw`As \citeauthor{one} says.`, 1, '@one'],
  ["Words in `marks' of LaTeX.", 1, '‘marks’'],
  ["Words in `marks' or `signs' of LaTeX.", 1],
  [raw`\includegraphics[width=3cm]{figures/x.png}`, 1],
  ['\\begin{itemize}\n\\item {a}\n\n\\item **b\n\\end{itemize}\n\nWords.', 1],
  ['Words.\n\n\\begin{theorem}\n$x_{i}$ and {\n\\end{theorem}', 3],
  ['Words.\n\n\\begin{widetext}\nMore.\n\\end{widetext}', 3],
  [raw`If $x \text{ if $y$ or $z$}$ is $w$.`, 1, raw`$x \text{ if }y\text{ or }z$`],
  [raw`Words \label{sec:one} more.`, 1],
  [raw`The \alpha_{i} + \frac{a}{b} of it.`, 1],
  ['这是__重要。__的', 1, '**重要。**'],
  ['[TOC]', 1],
  ['Words.\n\n% a remark', 3, '{/* a remark */}'],
  ['* TOC\n{:toc}\n\n## One\n\n## Two', 2],
  ['## One\n{: .note}\n\nWords.\n\n## Two', 2],
  ['{% include figure.html src="x" %}\n\n## One', 1],
  ['## One\n\nWords {{ site.url }} more.', 3],
  ['Words {% cite one %}.', 1, '[@one]'],
  ['{{< youtube abc >}}\n\n## One', 1],
  ['::: {.callout-note}\n\nWords.\n\n:::\n\n## One', 1],
  [':::{note}\nWords.\n:::', 1],
  ['::: {.wide-column}\n\nWords.\n\n:::\n\n## One', 1],
  ['```{note}\nWords.\n```', 1],
  [raw`Words \begin{align*} a &= b \end{align*}`, 1],
  ['<details><summary>One</summary>\n\nWords.\n\n</details>', 1],
  ['## One {#sec-one}', 1],
  ['See [[A note|some words]].', 1],
  ['See [[@one, p. 3]].', 1, '[@one, p. 3]'],
  ['See [[@one|One]].', 1, '[@one]'],
  ['In [[1, 2]].', 1],
  ['![[a b.png]]', 1, '![a description](./a%20b.png)'],
  [raw`![[a.png\|100]]`, 1, '![a description](./a.png)'],
  ['![[a.png#outline|100]]', 1, '![a description](./a.png)'],
  ['![[A note]]', 1],
  ['![[A note#^block]]', 1],
  ['See [[a.pdf|the paper]].', 1, '[the paper](./a.pdf)'],
  ['## A heading\n\nSee [[#A heading]].', 3, '[A heading](#a-heading)'],
  ['See [[id:1a-2b][the page]].', 1],
  ['[[file:images/a.png]]', 1, '![a description](./images/a.png)'],
  ['As [[cite:&one]] says.', 1, '[@one]'],
  ['As [[cite:a,b]] says.', 1, '[@a; @b]'],
  ['As [[citep:&a; &b]] says.', 1, '[@a; @b]'],
  ['As [[cite:see &a p. 3;&b]] says.', 1],
  ['As [[cite:a][p. 3]] says.', 1, '[@a]'],
  ['See [[https://a.org/b_c][the *page*]] now.', 1, '[the *page*](https://a.org/b_c)'],
  ['- [[https://a.org/b|page]]', 1, '[page](https://a.org/b)'],
  ['> See [[https://a.org]]\n> now.', 1, '<https://a.org>'],
  ['| a |\n| --- |\n| [[https://a.org/b\\|page]] |', 3, '[page](https://a.org/b)'],
  ['![[https://a.org/b.png]]', 1, '![a description](./b.png)'],
  ['[[mailto:a@b.org][Ada]]', 1, '[Ada](mailto:a@b.org)'],
  ['[[www.a.org][page]]', 1, '[page](https://www.a.org)'],
  ['See [[doi:10.1000/abc][page]].', 1, '[page](doi:10.1000/abc)'],
  ['{{% steps *a* %}}', 1],
  ['- A {{% cta link="./x/" text="*b* and [c](./d)" %}} e', 1],
  ['{{ site.*title* }}', 1],
  ['{% include a.html text="*b*" %}', 1],
  [
    '{{< figure src="https://a.org/b_c_d.png" caption="*e*" >}}',
    1,
    '![a description](./b_c_d.png)',
  ],
  ['[a]({{< ref "b" >}})', 1],
  ['`{{%` a {b} %}}', 1, raw`\{b\}`],
  ['{{</*  a  */>}}', 1, '`{{< a >}}`'],
  [':PROPERTIES:\n:ID: 1a\n:END:\n\nWords.', 1],
  ['#+begin_src python :results output', 1],
  ['#+title: Words', 1],
  ['##\u00a0A heading', 1],
  ['*\u00a0One', 1],
  ['1.\u00a0One', 1],
  ['•\tOne', 1, '- '],
  ['| a | b |\n|\u00a0---\u00a0|\u00a0---\u00a0|\n| 1 | 2 |', 2, '| --- | --- |'],
  ['- [\u00a0] One', 1],
  ['Words {kbd}`Ctrl` here.', 1],
  ['Write {{</* youtube abc */>}} here.', 1, '`{{< youtube abc >}}`'],
  ['{{%/* notice tip */%}}', 1, '`{{% notice tip %}}`'],
  ['Words\\index{a} more.', 1],
  ['<style>\n    .a { color: red; }\n    .b { color: red; }\n</style>', 1],
  ['    def f(x):\n        return {x}\n\n    # A remark {x}\n\nWords.', 1],
  ['<aside>\nWords.\n\n</aside>', 1],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |\n\n: Words {#tbl-x}', 5],
  ['A ==b c== d.', 1, '**b c**'],
  ['A ++b++ d, in C++ and c++.', 1, '<ins>b</ins>'],
  ['!!! note "A title"\n    Words here.', 1],
  ['!!! note\n\n    Words here.\n\n    More.\n\nAfter.', 1],
  ['As [**see** @one, p. 3] says.', 1, '[see @one, p. 3]'],
  ['As [see *also* @one] says.', 1, '[see also @one]'],
  ['As [see <i>also</i> @one] says.', 1, '[see also @one]'],
  ['As [@one, *passim*; @two] says.', 1, '[@one, passim; @two]'],
  ['As [see **@one**] says.', 1, '[see @one]'],
  ['As [see *also* @one says.', 1, '[see also @one]'],
  ['As [see also @one, p. 3 says.', 1],
  ['As [cf. *the* @one and [@two] say.', 1],
  ['As -@one says.', 1, '[@one]'],
  ['By Doe (-@one) and [-@two].', 1, '[@one]'],
  ['As [@one, Theorem $3$] says.', 1, '[@one, Theorem 3]'],
  [raw`As [see $\alpha^2$, @one] says.`, 1],
  ['As [see [this](https://x.org), @one] says.', 1],
  ['=== "Tab"\n\nWords.', 1],
  ['Words. ^abc123', 1],
  ['A <Figure id="fig-x" src="./x.png" alt="x">c</Figure> b', 1],
  [raw`As \cite{} says.`, 1],
  [raw`As \autocites{one}{two} say.`, 1, '[@one; @two]'],
  [raw`As \cites[1]{one}[2]{two} say.`, 1, '[@one, 1; @two, 2]'],
  [raw`As \parencites{one,two} say.`, 1, '[@one; @two]'],
  [raw`As \cites[p.~3]{one}[4]{two} say.`, 1, '[@one, p. 3; @two, 4]'],
  [raw`As \cites say.`, 1],
  [raw`On \today it ends.`, 1],
  ['+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+', 1],
  ['<table><tr><td>a</td></tr></table>', 1],
  ['<ul><li>a</li><li>b</li></ul>', 1],
  ['Term\n: Words about it.', 2],
  ['A :smile: at 10:30:20.', 1],
  ['> [!NOTE]\n> Words.', 1],
  ['{\\sc Words} here.', 1, 'Words'],
  ['Words in {ref}`sec-one`.', 1],
  ['%matplotlib inline', 1],
  ['In [1]:', 1],
  ['## One\n\nWords { and *more*.\n\n## Two', 3, raw`\{`],
  ['- one {\n- two\n\n## Two', 1, raw`\{`],
  ['A {b} c.', 1, raw`\{b\}`],
  ["import X from './x'\n\n<X />\n\nA <X.Y>word</X.Y>.", 1],
  ["import * as X from './x'\nimport y, { Z as W } from 'z'\n\n<W a=\"b\">\n\nWords.\n\n</W>", 1],
  [
    'import plot from \'./plot.png\'\n\nA <img src={plot} alt="d" /> b.\n\n<Image src={plot.src} />',
    1,
  ],
  ['export const n = 1\n\nThe {n} words, and {n + 1}.', 1],
  ['A x_{i} c.', 1, '$x_{i}$'],
  ['A x<y c.\n\n## Two', 1, raw`\<y`],
  [
    '<iframe src="https://example.org/talk" width="3"></iframe>',
    1,
    '[The talk](https://example.org/talk)',
  ],
  ['<a href="https://example.org/" target="_blank">w</a>', 1, '[w](https://example.org/)'],
  ['<h2>One</h2>', 1, '## One'],
  ['<b onclick="x">w</b>', 1],
  ['<div align="center">w</div>', 1],
];

for (const [text, line, nearest] of answered)
  test(`the check answers once to ${JSON.stringify(text)}`, () => {
    const faults = check(text);
    assert.equal(faults.length, 1, formatFaults(faults));
    const [fault] = faults as [Fault];
    assert.equal(fault.line, line);
    if (nearest !== undefined) assert.equal(fault.nearest, nearest);
    if (fault.nearest === undefined) return;
    const lines = text.split('\n');
    const own = lines[line - 1] ?? '';
    const mended = lines.with(
      line - 1,
      own.replace(fault.found, () => fault.nearest ?? ''),
    );
    const left = check(mended.join('\n')).filter(({ rule }) => !rule.startsWith('missing-'));
    assert.equal(left.length, 0, formatFaults(left));
  });

for (const [line, right] of [
  ['{.python filename="a.py"}', 'python title="a.py"'],
  ['{r, echo=FALSE}', 'r'],
  ['{python}', 'python'],
  ['{python} {1,2}', 'python {1,2}'],
  ['{.python title=“a.py”}', 'python title="a.py"'],
  ['{python lst-cap="A load"}', 'python title="A load"'],
  ['python {title="a.py"}', 'python title="a.py"'],
  ['python hl_lines="1 2"', 'python {1,2}'],
] as const)
  test(`code that begins with ${line} has one fault, whose correction is right`, () => {
    const build = (words: string) => `\`\`\`${words}\nx\ny\n\`\`\``;
    const [fault, ...others] = check(build(line));
    assert.deepEqual(others, []);
    const [edit] = fault?.edits ?? [];
    assert.equal(line.replace(edit?.old ?? '', edit?.new ?? ''), right);
    assert.deepEqual(check(build(right)), []);
  });

test('code in braces with words that would be lost is told, and not corrected', () => {
  const [fault] = check('```{.python startFrom="9"}\nx\n```');
  assert.equal(fault?.nearest, 'python');
  assert.equal(fault.edits, undefined);
});

test('the report of an import names the tags that go with it, and the picture in their place', () => {
  const tell = (text: string) =>
    check(text).map(({ fix }) => fix.replace(/, an image.*Figure>/, ''));
  assert.deepEqual(tell("import X from './x'\n\n<X /> and <X />"), [
    'Remove it with <X>, and write text instead.',
  ]);
  assert.deepEqual(tell('import p from \'./p.png\'\n\nA <img src={p} alt="d" />.'), [
    'Remove it with <img>, and write ![d](./p.png) instead.',
  ]);
  assert.deepEqual(tell('export const n = 1\n\nThe {n} words.'), [
    'Remove it with {n}, and write text instead.',
  ]);
});

test('a reference to the id that is written after a heading gets the words of the heading', () => {
  const faults = check('## Two words {#sec:intro}\n\n@sec:intro, @sec-intro and [@sec:intro].');
  assert.deepEqual(
    faults.map(({ found, nearest }) => [found, nearest]),
    [
      [' {#sec:intro}'.trim(), undefined],
      ['@sec:intro', '@sec-two-words'],
      ['@sec-intro', '@sec-two-words'],
      ['[@sec:intro]', '@sec-intro'],
    ],
  );
  assert.deepEqual(
    check('$$\na\n$$ {#eq-x}\n\n@eq:x').map(({ nearest }) => nearest),
    ['@eq-x'],
  );
});

test('a mark of another kind of Markdown is told by the words to write', () => {
  const fixes = [
    '> [!NOTE]\n> Words.',
    '!!! tip\n    Words.',
    ': Words {#tbl-x}',
    '[[A]]',
    '## A {#eq:x}',
  ];
  assert.deepEqual(
    fixes.map((text) => /<[^>]*>|\[A\]\(…\)|\{#.*\}/.exec(check(text)[0]?.fix ?? '')?.[0]),
    [
      '<Aside title="Note">',
      '<Aside title="Tip">',
      '<Table id="tbl-x" caption="Words">',
      '[A](…)',
      '{#eq-x}',
    ],
  );
});

test('a fault of an address without a mark is at its place', () => {
  const [fault] = check('## One\n\nSee [https://example.org][the page.');
  assert.deepEqual([fault?.line, fault?.found], [3, 'https://example.org][the']);
});

test('beside an address in an open bracket, each mark is found at its place', () => {
  const found = (text: string) =>
    check(text).map(({ line, column, nearest }) => [line, column, nearest]);
  assert.deepEqual(found('## One\n\nSee [[https://example.org/x][the page]].'), [
    [3, 5, '[the page](https://example.org/x)'],
  ]);
  assert.deepEqual(
    found('A\n> \\* [at https://example.org/ and [[@key]] and `[[https://a.org]]`.'),
    [[2, 35, '[@key]']],
  );
});

test('a label of Typst and a work that it cites are no tags', () => {
  const listFixes = (text: string) =>
    check(text).map(({ column, fix }) => [column, fix.slice(0, 16)]);
  assert.deepEqual(listFixes('As #cite(<doe2020>) shows.'), [[4, 'Write [@doe2020]']]);
  assert.deepEqual(listFixes('See [this](https://a.org) <fig-a>\n\nB.'), [
    [27, 'Remove it. An id'],
  ]);
});

test('a command that is removed leaves no empty line within a paragraph', () => {
  const listEdits = (text: string) => check(text).map(({ edits }) => edits?.length);
  assert.deepEqual(listEdits('One\n\\index{a}%\ntwo.'), [undefined, undefined]);
  assert.deepEqual(listEdits('One \\index{a}\ntwo.'), [1]);
  assert.deepEqual(listEdits('\\noindent\nOne\ntwo.'), [1]);
});

test('a link may be an identifier', () => {
  assert.deepEqual(check('[a](doi:10.1000/abc), [b](10.1000/abc), [c](arXiv:1906.01820)'), []);
});

test('a reference of LaTeX without a target is reported as it is written', () => {
  const found = check(raw`See \ref{tab:res} and @tbl-one.`).map((fault) => fault.found);
  assert.deepEqual(found, [raw`\ref{tab:res}`, '@tbl-one']);
});

for (const [text, nearest] of [
  ['Text <td width=3>.', '<td width="3">'],
  ['Text <a href=https://a.org target=_blank>a</a>.', '<a href="https://a.org" target="_blank">'],
  ['Text <br clear="all"> more.', '<br />'],
] as const)
  test(`HTML that MDX does not read is answered with the tag to write: ${text}`, () =>
    assert.equal(check(text)[0]?.nearest, nearest));

test('indented code cites nothing', () => {
  const text =
    '    @property\n    def f(x): {@one}\n\n    @two\n\nAs @three says.\n\n- a\n\n    @four';
  const { faults, citations } = checkBody('/', 'content/papers/one.mdx', text, {}, {});
  assert.deepEqual([faults.length, citations.map(({ value }) => value)], [1, ['three', 'four']]);
});

test('a section in two scripts is found, and one with words behind it is answered with braces', () => {
  const faults = check('## CNN结构\n\n## Intro\n\n见@sec-cnn结构，@sec-intro和。');
  assert.deepEqual(
    faults.map(({ found, nearest }) => [found, nearest]),
    [['@sec-intro和', '@{sec-intro}和']],
  );
});

test('a work whose key looks like a label is a work', () => {
  const text = 'As [@fig:loss] and @fig:loss.\n';
  const { faults, citations } = checkBody('/', 'content/papers/one.mdx', text, {}, {}, [
    'fig:loss',
  ]);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    citations.map(({ value }) => value),
    ['fig:loss', 'fig:loss'],
  );
});

test('literal dollar signs in the words of a formula get no other formula', () => {
  for (const { nearest, edits } of check(raw`It is $x \text{ for \$5 and \$6 } y$.`))
    assert.deepEqual([nearest, edits], [undefined, undefined]);
});

for (const [text, fix] of [
  ['```{code-block} javascript\nx\n```', 'Write ```javascript and ``` in place of both lines.'],
  ['```{code-cell} ipython3\nx\n```', 'Write ```python and ``` in place of both lines.'],
  ['```{code-block}\nx\n```', 'Write ``` and ``` in place of both lines.'],
  ['```{bibliography}\n```', 'Remove both lines. The page has its own list.'],
  [':::{code-block} r\nx\n:::', 'Write ```r and ``` in place of both marks.'],
  ['::: {bibliography}\n:::', 'Remove both marks. The page has its own list.'],
] as const)
  test(`a directive is answered with the words to write: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(
      check(text).map((fault) => fault.fix),
      [fix],
    ));
