import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render, textOf } from './rendered.ts';

/** Returns the numbers that a page shows beside its formulas, and in their rows, in order. */
function listNumbers(html: string): string[] {
  const shown = html.replace(
    /<span class="katex-html".*?(?=<\/span><\/span><\/(?:span|div|p)|$)/gs,
    '',
  );
  return Array.from(
    shown.matchAll(/<mtext>\(([^)]*)\)<\/mtext>|class="equation-number">\(([^)]*)\)/g),
    ([, row, whole]) => row ?? whole ?? '',
  );
}

const raw = String.raw;

test('all equations of a page have one numbering', async () => {
  const { html, facts } = await render(
    raw`
$$ {#eq-first}
a = b
$$

$$
\begin{align} c &= d \label{eq:row} \\ e &= f \end{align}
$$

\begin{equation}\label{eq:loss}
L = 1
\end{equation}

$$
\begin{align*} g &= h \end{align*}
$$

\begin{gather}
i \tag{A}\label{eq:tagged} \\ j \nonumber \\ k
\end{gather}

\begin{multline} l \\ m \end{multline}

$$ n = o $$ {#eq-last}

See @eq-first, @eq-row, @eq-loss, @eq-tagged and @eq-last.`,
  );
  assert.deepEqual(
    facts.labels?.map(({ key, text }) => [key, text]),
    [
      ['eq-first', '1'],
      ['eq-row', '2'],
      ['eq-loss', '4'],
      ['eq-tagged', 'A'],
      ['eq-last', '7'],
    ],
  );
  assert.deepEqual(listNumbers(html), ['1', '2', '3', '4', 'A', '5', '6', '7']);
  for (const { id } of facts.labels ?? []) assert.ok(html.includes(`id="${id}"`), id);
  assert.match(textOf(html), /See Equation 1, Equation 2, Equation 4, Equation A and Equation 7\./);
});

test('the TeX beside a formula has the numbers of its rows, so that it can be read alone', async () => {
  const { html } = await render(raw`\begin{align} c &= d \\ e &= f \end{align}`);
  assert.match(html, /<annotation[^>]*>\\begin\{align\*\} c &#x26;= d \\tag\{1\} \\\\ e /);
});

test('macros of the settings and of formulas before are replaced', async () => {
  const { html } = await render(
    raw`
$$
\gdef\foo#1{\mathbf{#1}}
\DeclareMathOperator*{\argmin}{arg\,min}
$$

\newcommand{\twice}[2][k]{#1#2}

Then $\E[x]$, $\norm{y}$, $\foo x$, $\argmin_z$, $\twice{a}$ and $\twice[b]c$.`,
  );
  const told = Array.from(html.matchAll(/<annotation[^>]*>([^<]*)</g), ([, tex]) => tex);
  assert.deepEqual(told, [
    raw`\mathbb{E}[x]`,
    raw`\lVert y \rVert`,
    raw`\mathbf{x}`,
    raw`\operatorname*{arg\,min}_z`,
    'ka',
    'bc',
  ]);
  assert.doesNotMatch(html, /<p><\/p>/);
});

test('a relation of eqnarray stands between two columns, also where it goes on below', async () => {
  const align = await render('\\begin{align*}\nx &= y \\\\ & + c\n\\end{align*}');
  const written = await render('\\begin{eqnarray*}\nx &=& y \\\\ && + c\n\\end{eqnarray*}');
  const count = ({ html }: { html: string }) => html.match(/<mtd/g)?.length;
  assert.equal(count(written), count(align));
});

test('chemistry, numbers and units are formulas, between dollar signs and in a sentence', async () => {
  for (const tex of [
    raw`\ce{H2O}`,
    raw`\SI{3}{\metre\per\second\squared}`,
    raw`\qty{1.5e-3}{kg}`,
    raw`\si{\micro\metre}`,
    raw`\num{12345}`,
    raw`\ang{90}`,
    raw`\SI{5}{\arcsecond}`,
  ]) {
    const formula = await render(`Of $${tex}$ here.`);
    const bare = await render(`Of ${tex} here.`);
    assert.equal(bare.html, formula.html, tex);
  }
});

test('a DOI and an identifier of arXiv are the addresses of links', async () => {
  const written = await render('[a](doi:10.1000/x), [b](10.1000/y), [c](arXiv:1906.01820)');
  const meant = await render(
    '[a](https://doi.org/10.1000/x), [b](https://doi.org/10.1000/y), [c](https://arxiv.org/abs/1906.01820)',
  );
  assert.equal(written.html, meant.html);
});

test('the commands of physics are formulas', async () => {
  const cases: [written: string, meant: string][] = [
    [raw`\dv{x}`, raw`\frac{\mathrm{d}}{\mathrm{d} x}`],
    [raw`\dv{f}{x} y`, raw`\frac{\mathrm{d} f}{\mathrm{d} x} y`],
    [raw`\pdv[2]{f}{x}`, raw`\frac{\partial^{2} f}{\partial x^{2}}`],
    [raw`\pdv{f}{x}{y}`, raw`\frac{\partial^{2} f}{\partial x\,\partial y}`],
    [raw`\int f \dd[3]{x}`, raw`\int f \mathrm{d}^{3} x`],
    [raw`\ev{A}{\psi}`, raw`\left\langle \psi\middle|A\middle|\psi\right\rangle`],
    [raw`\abs*{x} + \ev{y}`, raw`\left|x\right| + \left\langle y\right\rangle`],
    [
      raw`\qty(\frac12) + \qty[\qty|x| (y)]`,
      raw`\left( \frac12\right) + \left[ \left| x\right| (y)\right]`,
    ],
    [raw`\qty[mode=text]{3}{m}`, raw`\qty{3}{m}`],
    [raw`\eval{x^2}_0^1`, raw`\left.x^2\right|_0^1`],
    [
      raw`\comm{A}{B} = \mel{a}{H}{b}`,
      raw`\left[A,B\right] = \left\langle a\middle|H\middle|b\right\rangle`,
    ],
    [raw`\mbox{as } \nicefrac12 \sfrac{a}{b}`, raw`\text{as } \tfrac{1}{2} \tfrac{a}{b}`],
    [raw`90\textdegree`, raw`90\degree`],
    [raw`\tr A = \order{n^2}`, raw`\operatorname{tr} A = \mathcal{O}\left(n^2\right)`],
  ];
  const draw = async (tex: string) =>
    (await render(`Of $${tex}$.`)).html.replace(/<annotation.*?<\/annotation>/gs, '');
  for (const [written, meant] of cases)
    assert.equal(await draw(written), await draw(meant), written);
});

test('commands of LaTeX in a sentence are read as what they mean', async () => {
  const cases: [written: string, meant: string][] = [
    [raw`A \textbf{b \emph{c}} \textit{d}.`, 'A **b *c*** *d*.'],
    [
      raw`Dr.\ Doe, i.e.\@ she, \ldots\ 5\,$\mu$m, $x$\,m, 5\;km and NASA\@. Fig.~3`,
      'Dr. Doe, i.e. she, … 5\u202f$\\mu$m, $x$\u202fm, 5\u00a0km and NASA. Fig.\u00a03',
    ],
    [raw`A {\bf b \emph{c}} {\em d\/}, {\tt e\_f $x$}.`, 'A **b *c*** *d*, `e_f $x$`.'],
    [
      raw`See \cite{one,two}, \citep[p.~3]{one} and \citet{two}.`,
      'See [@one; @two], [@one, p.\u00a03] and @two.',
    ],
    [raw`\autocite{one} \parencite[§2]{one} \textcite{one}`, '[@one] [@one, §2] @one'],
    [
      raw`\url{https://example.org/a_b} \href{https://example.org/}{some \emph{words}}`,
      '<https://example.org/a_b> [some *words*](https://example.org/)',
    ],
    [raw`Figure~3, et~al. and 10\,000 of it`, 'Figure\u00a03, et\u00a0al. and 10\u202f000 of it'],
    ["``One'' and ``don't'' -- said", "“One” and “don't” -- said"],
    [raw`The \(x_{i}\) and \texttt{a\_b}, \LaTeX{} \ldots`, 'The $x_{i}$ and `a_b`, LaTeX …'],
    [raw`The \\(x_{i}\\) and \\(\nabla\_x s = (w)\\) on`, 'The $x_{i}$ and $\\nabla_x s = (w)$ on'],
    ['Time $$t$$ is $$x_{i}$$.', 'Time $t$ is $x_{i}$.'],
    ['A <!-- remark --> b', 'A {/* remark */} b'],
    ['p<0.05 and a < b', 'p&lt;0.05 and a &lt; b'],
    ['<a href="https://example.org/">w</a><br>x', '[w](https://example.org/)<br />x'],
  ];
  for (const [written, meant] of cases) {
    const [own, other] = await Promise.all([render(written), render(meant)]);
    assert.equal(own.html, other.html, written);
  }
});

test('displayed formulas are read in each of their forms', async () => {
  const meant = (await render('Text\n\n$$\nx_{i} = 1\n$$\n\nmore')).html;
  for (const written of [
    'Text\n\\[ x_{i} = 1 \\]\nmore',
    'Text\n\\\\[ x\\_{i} = 1 \\\\]\nmore',
    'Text\n\\\\[\nx_{i} = 1\n\\\\]\nmore',
    'Text\n\\begin{equation*}\nx_{i} = 1\n\\end{equation*}\nmore',
    'Text\n$$ x_{i} = 1 $$\nmore',
    'Text\n\n$$x_{i} = 1$$\n\nmore',
    'Text\n\n$$x_{i} = 1\n$$\n\nmore',
  ])
    assert.equal(
      (await render(written)).html
        .replace(/>\s*x/, '>x')
        .replaceAll(/\s*<\/annotation/g, '</annotation'),
      meant,
      written,
    );
});

test('a reference of LaTeX names its kind once, and a footnote stands beside its block', async () => {
  const { html } = await render(
    raw`
\begin{equation}\label{eq:loss} x \end{equation}

From Equation~\eqref{eq:loss}, Eq.~(\ref{eq:loss}) and \autoref{eq:loss}\footnote{A \emph{note}.} on.`,
  );
  assert.match(textOf(html), /From Equation 1, Equation 1 and Equation 11? on\./);
  assert.match(html, /role="note"[^]*A <em>note<\/em>\./);
});

test('emphasis needs no spaces where words have none', async () => {
  const { html } = await render(
    '这是**重要。**的，**“引用”**的，日本語**「強調」**です。한국어**(강조)**입니다，*重要。*的，~~削除。~~です',
  );
  const strong = html.match(/<strong>/g) ?? [];
  assert.equal(strong.length, 4);
  assert.match(html, /<em>重要。<\/em>的/);
  assert.match(html, /<del>削除。<\/del>です/);
});

test('accents and letters are text, but not in code and formulas', async () => {
  const { html } = await render(
    raw`## G\"odel

G\"odel, "Erd\H{o}s", Erd\H os, \v Cech, {\O}re, "{\'E}cole", \`a la carte\`, don\'t, Stra{\ss}e, \O rsted, Stra\ss e, \aa{} b, \o {c}, \S 3, ${'`G\\"odel`'} and $\hat{o}$.`,
  );
  assert.match(html, /<h2[^>]*id="gödel"/);
  const text = textOf(html);
  assert.ok(
    text.includes(
      'Gödel, "Erdős", Erdős, Čech, Øre, "École", `a la carte`, don\'t, Straße, Ørsted, Straße, å b, ø{c}, § 3, G\\"odel and',
    ),
    text,
  );
});

test('a function’s name as a script leaves its element of MathML with as many children as are valid', async () => {
  const { html } = await render(
    raw`$\lambda_{\max}$, $\lambda^{\max}$ and $\lambda_{\max}^{\min}$`,
  );
  const math = html.replace(/<annotation.*?<\/annotation>/gs, '');
  assert.match(math, /<msub><mi>λ<\/mi><mi>max<\/mi><\/msub>/);
  assert.match(math, /<msup><mi>λ<\/mi><mi>max<\/mi><\/msup>/);
  assert.match(math, /<msubsup><mi>λ<\/mi><mi>max<\/mi><mi>min<\/mi><\/msubsup>/);
});

test('the end of a line of LaTeX is one here, but an escaped backslash is none', async () => {
  const show = async (text: string) => (await render(text)).html.replaceAll('\n', '');
  assert.equal(await show(raw`One \\ two \\[-2pt] three.\\`), '<p>One <br>two <br>three.</p>');
  assert.equal(await show('One \\\\\nTwo'), '<p>One <br>Two</p>');
  assert.equal(await show(raw`One \\[0.5\baselineskip] two`), '<p>One <br>two</p>');
  assert.equal(await show(raw`C:\\Users and \\host`), raw`<p>C:\Users and \host</p>`);
  assert.match(await show(raw`$a \\ b$ and ${'`'}\\ x${'`'}`), /<code>\\\\ x<\/code>/);
});
