import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, type Dialect } from '../../../src/import/body.ts';
import { createDraft } from '../../../src/import/draft.ts';
import { EntryFiles } from '../../../src/import/links.ts';

function convert(dialect: Dialect, body: string, file = 'text.md') {
  const source = { files: ['img/a b.png'], read: () => '', locate: (path: string) => path };
  const draft = createDraft(source);
  const files = new EntryFiles('text');
  const document = { file, fields: { title: 'Text' }, body, line: () => 1 };
  const text = convertBody(draft, document, dialect, files);
  return { text, files: files.files, unplaced: draft.unplaced };
}

const aside = (title: string, text: string) => `<Aside title="${title}">\n\n${text}\n\n</Aside>`;

const cases: [Dialect, string, string][] = [
  ['liquid', 'See {% cite doe2020 roe2021 %}.', 'See [@doe2020; @roe2021].'],
  ['liquid', 'a<d-cite key="doe2020,roe2021"></d-cite>', 'a[@doe2020; @roe2021]'],
  ['liquid', '{% highlight c++ linenos %}\nx{{y}}\n{% endhighlight %}', '```c++\nx{{y}}\n```'],
  ['liquid', '`{% cite x %}` is code', '`{% cite x %}` is code'],
  ['liquid', '```\n{% cite x %} $$a$$\n```', '```\n{% cite x %} $$a$$\n```'],
  ['liquid', 'a $$x_1 < 2$$ b', 'a $x_1 < 2$ b'],
  ['liquid', '$$ x = {1} $$', '$$\nx = {1}\n$$'],
  ['liquid', 'a \\\\( x \\\\) b', 'a $x$ b'],
  ['liquid', '\\\\[ x \\\\]', '$$\nx\n$$'],
  ['liquid', 'A line\n{: .note}', 'A line'],
  ['liquid', '* TOC\n{:toc}\n\nText', 'Text'],
  ['liquid', '> ##### WARNING\n>\n> Mind it.\n{: .block-warning }', aside('WARNING', 'Mind it.')],
  ['liquid', '[a]({{ site.baseurl }}/b/) {{ "/c" | relative_url }}', '[a](/b/) /c'],
  ['liquid', '# One\n\n## Two', '## One\n\n### Two'],
  ['liquid', '# Text\n\n## Two', '## Two'],
  ['liquid', 'Over\n====\n\nUnder\n----', '## Over\n\n### Under'],
  [
    'liquid',
    'braces {x} and 1 <2 and <https://a.org/b>',
    'braces \\{x\\} and 1 \\<2 and [https://a.org/b](https://a.org/b)',
  ],
  ['liquid', '<div class="row">\n  <p>A <b>b</b></p>\n</div>', 'A **b**'],
  ['liquid', '<a href="https://a.org">x</a>', '[x](https://a.org)'],
  ['liquid', '<h3 class="x">Head</h3>', '### Head'],
  [
    'liquid',
    '{% include figure.liquid path="https://a.org/a.png" caption="A <b>c</b>" %}',
    '![A c](https://a.org/a.png)',
  ],
  ['liquid', '{% include video.liquid path="https://v.org/1" %}', '[Video](https://v.org/1)'],
  ['liquid', 'Text\n\n    x = {1}\n\n    y\n\nText', 'Text\n\n```\nx = {1}\n\ny\n```\n\nText'],
  ['liquid', '- item\n\n    more\n\nText', '- item\n\n    more\n\nText'],
  [
    'liquid',
    'a<d-footnote>A note.</d-footnote> b[^1]\n\n[^1]: One',
    'a[^2] b[^1]\n\n[^1]: One\n\n[^2]: A note.',
  ],
  ['liquid', '<blockquote>One\n  two</blockquote>', '> One\n> two'],
  [
    'liquid',
    '{% responsive_image path: https://a.org/1.jpg title: "A b" class: "x" %}',
    '![A b](https://a.org/1.jpg)',
  ],
  [
    'pandoc',
    '<details><summary>More</summary>\ntext</details>',
    '<details>\n<summary>More</summary>\n\ntext\n\n</details>',
  ],
  ['pandoc', 'a^[A note.]', 'a[^1]\n\n[^1]: A note.'],
  ['liquid', '{% comment %}no{% endcomment %}yes', 'yes'],
  ['hugo', '{{< cite "doe2020" >}}', '[@doe2020]'],
  [
    'hugo',
    '{{< button url="https://a.org" icon="x" >}}Get it{{< /button >}}',
    '[Get it](https://a.org)',
  ],
  [
    'hugo',
    '{{< spoiler text="More" >}}\nText\n{{< /spoiler >}}',
    '<details>\n<summary>More</summary>\n\nText\n\n</details>',
  ],
  ['hugo', 'A line\n{.lead style="text-align: justify;"}', 'A line'],
  ['hugo', '{{% callout warning %}}\nMind it.\n{{% /callout %}}', aside('Warning', 'Mind it.')],
  [
    'hugo',
    '{{< figure src="https://a.org/a.png" alt="A" caption="B" id="x" >}}',
    '<Figure id="fig-x" src="https://a.org/a.png" alt="A">\n\nB\n\n</Figure>',
  ],
  ['hugo', '{{< highlight go >}}\na\n{{< /highlight >}}', '```go\na\n```'],
  ['hugo', '{{< youtube abc >}}<!--more-->', '[Video](https://www.youtube.com/watch?v=abc)'],
  ['hugo', '> [!TIP]\n> Now.', aside('Tip', 'Now.')],
  ['hugo', '> A quotation.', '> A quotation.'],
  ['pandoc', '::: {.callout-note}\nA\n:::', aside('Note', 'A')],
  [
    'pandoc',
    '::: {.callout-tip title="T"}\nA\n\n::: {.column-margin}\nB\n:::\n:::',
    aside('T', 'A\n\nB'),
  ],
  ['pandoc', ':::note[T]\nA\n:::', aside('T', 'A')],
  ['pandoc', '$$\nx\n$$ {#eq-x}\n\n@eq-x', '$$ {#eq-x}\nx\n$$\n\n@eq-x'],
  ['pandoc', '## One layer {#sec-a .x}\n\n@sec-a', '## One layer\n\n@sec-one-layer'],
  ['pandoc', 'H~2~O and 2^nd^', 'H<sub>2</sub>O and 2<sup>nd</sup>'],
  ['pandoc', '[words]{.smallcaps} [@doe2020, p. 3]', 'words [@doe2020, p. 3]'],
  ['pandoc', '[[/a|b]]', '[b](/a)'],
];

for (const [dialect, body, expected] of cases)
  test(`${dialect}: ${JSON.stringify(body)}`, () => {
    const { text, unplaced } = convert(dialect, body);
    assert.equal(text, expected);
    assert.deepEqual(unplaced, []);
  });

const lost: [Dialect, string, [line: number, words: string][]][] = [
  [
    'liquid',
    'a\n{% if x %}\nb\n{% endif %}',
    [
      [2, '{% if x %}'],
      [4, '{% endif %}'],
    ],
  ],
  [
    'liquid',
    '{{ page.x }}\n{{ page.x }}',
    [
      [1, '{{ page.x }}'],
      [2, '{{ page.x }}'],
    ],
  ],
  ['liquid', '{% cite x --locator 3 %}', [[1, '{% cite x --locator 3 %}']]],
  ['liquid', 'a\n\n<style>\n.a {}\n</style>', [[3, '<style>']]],
  ['hugo', '{{< unknown >}}', [[1, '{{< unknown >}}']]],
  ['pandoc', '\n```{r}\n1\n```', [[2, '```{r}']]],
  ['pandoc', '::: {.panel-tabset}\nA\n:::', [[1, '::: {.panel-tabset}']]],
  ['liquid', '![a](./none.png)', [[1, './none.png']]],
];

for (const [dialect, body, expected] of lost)
  test(`${dialect} lists ${JSON.stringify(body)} with its lines`, () => {
    const { unplaced } = convert(dialect, body);
    assert.deepEqual(
      unplaced.map(({ line, text }) => [line, text.replace(/: (?:this|the|there) [^]*$/, '')]),
      expected,
    );
  });

test('a template without a meaning here stays whole, so that the check tells it once', () => {
  for (const mark of ['{{% chart %}}', '{{< x >}}', '{{ x }}', '{% x %}'])
    assert.equal(convert('hugo', `${mark} {a}`).text, `${mark} \\{a\\}`);
});

test('a file is copied under a name that addresses can have', () => {
  const { text, files } = convert('liquid', '![A](/img/a%20b.png) [B](<img/a b.png>)');
  assert.equal(text, '![A](./text/a-b.png) [B](./text/a-b.png)');
  assert.deepEqual([...files], [['a-b.png', 'img/a b.png']]);
});

test('the braces of MDX stay code', () => {
  assert.equal(convert('pandoc', '{/* remark */}', 'text.mdx').text, '{/* remark */}');
});

for (const sign of [
  ' ',
  '    ',
  '\n',
  '>',
  '|',
  '$',
  '`',
  '{',
  '{%',
  '{{<',
  '<',
  '[',
  '![](',
  '^[',
  ':::',
  '~a',
])
  test(`a text of many ${JSON.stringify(sign)} is converted`, () => {
    for (const dialect of ['liquid', 'hugo', 'pandoc'] as const)
      convert(dialect, `a\n\n${sign.repeat(3000)}\n\n${`${sign}b\n`.repeat(1000)}`);
  });
