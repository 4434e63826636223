import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'hast';
import { readText } from '../../../src/markdown/tree.ts';
import { buildProse } from '../../../src/model/citing-text.ts';
import { references, render, textOf } from './rendered.ts';
import { english } from '../../../src/words/words.ts';

test('an @ after a backslash is printed and cites nothing, wherever it stands', async () => {
  const { html, facts } = await render(
    String.raw`## At \@home

See \@one, [\@two](https://example.org/), a@b.org and @three.`,
  );
  assert.match(textOf(html), /See @one, @two, a@b\.org and A et al\. \(2003\)\./);
  assert.deepEqual(facts.sections, [{ id: 'at-home', title: 'At @home', figures: [] }]);
  assert.equal(html.includes('\u2060'), false);
});

test('an @ that an ellipsis or its own name comes before cites nothing', async () => {
  const { html, facts } = await render('Said ...@nosuch and &#64;home, &commat;one.');
  assert.match(textOf(html), /Said \.\.\.@nosuch and @home, @one\./);
  assert.deepEqual(facts.citations, []);
});

test('an @ after a backslash is printed in the caption of a table and the title of an aside', async () => {
  const { html } = await render(
    String.raw`<Table caption="By \@home">

| a |
| - |
| b |

</Table>

<Aside title="By \@one">

Words.

</Aside>`,
  );
  assert.match(textOf(html), /By @home[^]*By @one/);
});

test('a formula in a heading is told in plain characters', async () => {
  const { facts } = await render('## Learning $\\eta^2$');
  assert.deepEqual(facts.sections, [{ id: 'learning-eta2', title: 'Learning η²', figures: [] }]);
});

test('the words of a heading have indices in Unicode where they can', () => {
  const read = (tag: string, words: string) => {
    const children = [{ type: 'text', value: words }];
    const node = { type: 'mdxJsxTextElement', name: tag, attributes: [], children };
    const heading = { type: 'element', tagName: 'h2', properties: {}, children: [node] };
    return readText(heading as unknown as Nodes, (tex) => tex);
  };
  assert.deepEqual([read('sub', '2'), read('sup', 'n'), read('sub', 'Z')], ['₂', 'ⁿ', 'Z']);
});

test('a heading in letters with accents of their own has the id of the usual letters', async () => {
  const { facts } = await render('## Gro\u0308\u00dfe');
  assert.equal(facts.sections?.[0]?.id, 'gr\u00f6\u00dfe');
});

test('works are numbered in the order of appearance, and a work keeps its number', async () => {
  const { html, facts } = await render('A [@two]. B [@one; @two].');
  assert.match(textOf(html), /^A \[1\]\. B \[2, 1\]\./);
  assert.deepEqual(facts.citations, [
    { key: 'two', id: 'cite-two-1' },
    { key: 'one', id: 'cite-one-1' },
    { key: 'two', id: 'cite-two-2' },
  ]);
});

const fields = {
  analyses: [{ summary: 'D [@two].' }],
  phases: [{ summary: 'B.' }, { summary: 'C "as in" [@two, pp. 3--4; @one].' }],
  approach: 'As @three',
  title: '[@one]',
};

test('the numbers of a body go on from those of the fields, in the order of the page', async () => {
  const { html, facts } = await render('A [@one]. B [@three; @two].', fields);
  assert.match(textOf(html), /^A \[3\]\. B \[1, 2\]\./);
  assert.deepEqual(
    facts.citations?.map(({ id }) => id),
    [
      'cite-three-1',
      'cite-two-1',
      'cite-one-1',
      'cite-two-2',
      'cite-one-2',
      'cite-three-2',
      'cite-two-3',
    ],
  );
});

test('the places that the fields of a page have are those that their texts show', async () => {
  const { facts } = await render('', fields);
  const work = [...references.values()][0];
  assert.ok(work);
  const readProse = buildProse(fields, { page: '/', address: (path) => path }, () => work, english);
  const texts = [
    readProse('approach'),
    ...[0, 1].map((index) => readProse('phases', index, 'summary')),
    readProse('analyses', 0, 'summary'),
  ];
  const shown = texts
    .flatMap(({ byNumber }) => byNumber)
    .flatMap((part) => (typeof part === 'object' && 'group' in part ? part.group : [part]))
    .flatMap((part) => (typeof part === 'object' && 'id' in part ? part.id : []));
  assert.deepEqual(
    shown,
    facts.citations?.map(({ id }) => id),
  );
});

test('a work that a field cites stands in the margin where the body cites it first', async () => {
  const { html } = await render('A.\n\n## B\n\nC [@three].\n\n## D\n\nE [@three].', fields);
  assert.deepEqual(html.match(/note-number">[^<]+/g), ['note-number">[1]']);
  assert.match(html, /<div class="passage"><p><span class="joined">C /);
});

test('a note in the margin is a name, and the name of a mark has the same words', async () => {
  const { html } = await render('A [@one, §2; @three].');
  assert.deepEqual(html.match(/(?<=note-number">).*?(?=<\/p>)/g)?.map(textOf), [
    '[1] Doe 2001, J',
    '[2] A et al. 2003, L',
  ]);
  assert.deepEqual(html.match(/(?<=aria-label=")Reference[^"]*/g), [
    'Reference 1, §2, Doe 2001',
    'Reference 2, A et al. 2003',
  ]);
  assert.match(html, />\[1, §2<\/a>; <a [^>]*>2\]<\/a>/);
});

test('a locator stands with its number, and a named work with its year', async () => {
  const { html } = await render('As @three and @two show [@one, §3.2; @two].');
  assert.match(
    textOf(html),
    /^As A et al\. \(2003\) and Roe and von Ott \(2002\) show \[3, §3\.2; 2\]\./,
  );
});

test('a work that is cited ten times has ten places and one note', async () => {
  const { html, facts } = await render(Array.from({ length: 10 }, () => '[@one]').join('\n\n'));
  assert.equal(new Set(facts.citations?.map(({ id }) => id)).size, 10);
  assert.equal(html.match(/note-number/g)?.length, 1);
});

test('headings, captions, tables and footnotes cite in the order in which they are read', async () => {
  const { facts } = await render(
    [
      '## A heading [@three]',
      'Text.[^n] More [@one].',
      '<Table id="tbl-a" caption="Costs [@three]">\n\n| a [@two] |\n| --- |\n| b |\n\n</Table>',
      '[^n]: A note [@two].',
    ].join('\n\n'),
  );
  assert.deepEqual(
    facts.citations?.map(({ key }) => key),
    ['three', 'one', 'two', 'three', 'two'],
  );
});

test('a heading’s id and title are without its citations', async () => {
  const { html, facts } = await render('## One layer [@one]');
  assert.deepEqual(facts.sections, [{ id: 'one-layer', title: 'One layer', figures: [] }]);
  assert.match(html, /<h2 id="one-layer">One <span class="joined">layer/);
});

test('no heading takes an id that the page has', async () => {
  const { facts } = await render('## References\n\n## References');
  assert.deepEqual(
    facts.sections?.map(({ id }) => id),
    ['references-1', 'references-2'],
  );
});

test('equations, tables and sections are referred to by what they are', async () => {
  const { html } = await render(
    [
      'See @eq-b, @eq-a, @tbl-t and @sec-the-end.',
      '$$ {#eq-a}\nx\n$$',
      '$$\nunnumbered\n$$',
      '$$ {#eq-b}\ny\n$$',
      '<Table id="tbl-t" caption="T">\n\n| a |\n| --- |\n\n</Table>',
      '## The end',
    ].join('\n\n'),
  );
  assert.match(textOf(html), /^See Equation 2, Equation 1, Table 1 and “The end”\./);
  assert.match(html, /<a href="#eq-b" class="xref">/);
  assert.match(html, /<div id="eq-b" class="equation">/);
  assert.equal(html.match(/equation-number/g)?.length, 2);
});

test('another entry is referred to by its title, and what is in it by what it is', async () => {
  const { html, facts } = await render(
    'See @entry-titan, @entry-titan/fig-loss and @entry-titan/sec-one-layer.',
  );
  assert.equal(
    textOf(html),
    'See Titan’s “Loss” – B, Figure 2 of Titan’s “Loss” – B and “One layer” of Titan’s “Loss” – B.',
  );
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/" class="xref">/);
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/#fig-loss" class="xref">/);
  assert.match(html, /<a href="\/portfolio\/papers\/titan\/#one-layer" class="xref">/);
  assert.deepEqual(facts.citations, []);
});

test('a key that leads nowhere stops the build', async () => {
  const keys = ['nobody', 'eq-none', 'entry-nobody', 'entry-titan/fig-none', 'entry-nobody/fig-a'];
  for (const key of keys) {
    await assert.rejects(render(`A @${key} B.`), new RegExp(`“@${key}” leads nowhere`));
    await assert.rejects(render(`A [@${key}] B.`), new RegExp(`“@${key}” leads nowhere`));
  }
});

test('what stands within a component is a component too, and is numbered once', async () => {
  const { html, facts } = await render(
    [
      '<Aside title="A remark">',
      '<Figure id="fig-a" src="./a.png" alt="A curve">\n\nA curve.\n\n</Figure>',
      '$$ {#eq-a}\nx\n$$',
      '</Aside>',
      'See @fig-a and @eq-a.',
    ].join('\n\n'),
  );
  assert.match(
    html,
    /<aside class="aside" role="note">.*<figure id="fig-a">.*<div id="eq-a".*<\/aside>/s,
  );
  assert.deepEqual(
    facts.labels?.map(({ kind, text }) => [kind, text]),
    [
      ['figure', '1'],
      ['equation', '1'],
    ],
  );
});

const fence = '```';

test('a title stands above its code as it was written, and the lines are marked that are named', async () => {
  const code = ['a = 1', 'b = 2', 'c = 3', 'd = 4', 'e = 5'];
  const { html } = await render(
    [`${fence}python title="a -- [@one].py" {2,4-5}`, ...code, fence].join('\n'),
  );
  assert.match(html, /^<figure class="listing"><figcaption[^>]*><code>a -- \[@one\]\.py<\/code></);
  const marked = html.split('\n').filter((line) => line.includes('class="line marked"'));
  assert.deepEqual(marked.map(textOf), ['b = 2', 'd = 4', 'e = 5']);
  const [, pre = ''] = /<pre[^>]*>(.*)<\/pre>/s.exec(html) ?? [];
  assert.equal(textOf(pre), code.join('\n'));
});

test('code without a title stands in no figure, and without lines has no mark', async () => {
  assert.match((await render(`${fence}python {1}\nx\n${fence}`)).html, /^<pre/);
  const titled = await render(`${fence}text title="x"\nx\n${fence}`);
  assert.match(titled.html, /^<figure/);
  assert.doesNotMatch(titled.html, /marked/);
});

test('code and TeX are not searched for citations', async () => {
  const { facts } = await render('`[@nobody]` and $x^{@nobody}$\n\n```\n[@nobody]\n```');
  assert.deepEqual(facts.citations, []);
});

test('notes stand after their block, and what follows stands by itself', async () => {
  const { html } = await render('A [@one].[^n]\n\nB.\n\n## C\n\nD.\n\n[^n]: E [@two].');
  assert.match(
    html,
    /^<div class="passage"><p><span class="joined">A .*?<\/p><div class="margin">.*?<\/div><\/div><p>B\.<\/p>/s,
  );
  assert.equal(html.match(/class="margin"/g)?.length, 1);
  assert.match(html, /<\/p><div class="heading"><h2 id="c">C<\/h2><a href="#c"/);
});

test('a footnote stands beside its block, with a way back, and once', async () => {
  const { html } = await render('A.[^n] B.[^n]\n\n[^n]: Note.');
  assert.equal(html.match(/role="note"/g)?.length, 1);
  assert.doesNotMatch(html, /data-footnotes|aria-describedby/);
  const [, back] = /<aside[^>]*><a href="#([^"]+)"/.exec(html) ?? [];
  assert.ok(back && html.includes(`id="${back}"`));
});

test('the words of a task are the label of its box', async () => {
  const box = '<input type="checkbox" disabled>';
  const tight = (await render('- [ ] One *and* two\n  - [ ] Within')).html.replace(/\n/g, '');
  assert.ok(tight.includes(`<label>${box} One <em>and</em> two</label><ul`), tight);
  assert.ok(tight.includes(`<label>${box} Within</label></li>`), tight);
  const { html } = await render('- [ ] One\n\n  More.\n- Another.');
  assert.match(html, new RegExp(`<p><label>${box} One</label></p>\\s*<p>More`));
  assert.equal(html.match(/<label>/g)?.length, 1);
});

test('a figure has its caption, number and both pictures', async () => {
  const { html } = await render(
    '<Figure id="fig-a" src="./a.png" dark="./b.png" alt="A curve">\n\nA *curve* [@one].\n\n</Figure>',
  );
  assert.match(html, /<figure id="fig-a"><img src="\.\/a\.png" alt="A curve" class="only-light">/);
  assert.match(html, /<img src="\.\/b\.png" alt="A curve" class="only-dark">/);
  assert.match(html, /<figcaption class="caption"><strong>Figure 1\.<\/strong> A <em>curve<\/em>/);
});

test('bad TeX stops the build', async () => {
  await assert.rejects(render('$\\nonsense$'), /nonsense/);
});

test('a link to a file beside the entry leads beside its page, and tells its kind and size', async () => {
  const { html, facts } = await render('The [slides](<./a b.pdf#page=2>), and [more](/papers/).');
  assert.match(
    html,
    /<a href="\/portfolio\/papers\/titan\/a%20b\.pdf#page=2" type="application\/pdf">slides<\/a><span class="file"> \(PDF, 1\.2 MB\)<\/span>,/,
  );
  assert.equal(facts.prose?.[0]?.text, 'The slides, and more.');
});

test('a film plays with controls and captions, and a link to it stands below', async () => {
  const player =
    '<video src="/portfolio/papers/titan/talk.mp4" aria-label="A talk" controls preload="metadata" ' +
    'width="640" height="360" data-page-only=""><track kind="captions" ' +
    'src="/portfolio/papers/titan/talk.vtt" label="Captions" default></video>' +
    '<span class="film"><a href="/portfolio/papers/titan/talk.mp4" type="video/mp4">A talk</a>' +
    '<span class="file"> (MP4, 9.0 MB)</span>, ' +
    '<a href="/portfolio/papers/titan/talk.vtt" type="text/vtt">captions</a></span>';
  for (const film of ['![A talk](./talk.mp4)', '![A talk][t]\n\n[t]: ./talk.mp4'])
    assert.equal((await render(film)).html.trim(), `<p>${player}</p>`, film);
  const { html } = await render(
    '<Figure id="fig-talk" src="./talk.mp4" alt="A talk">\n\nWords.\n\n</Figure>',
  );
  assert.equal(
    html,
    `<figure id="fig-talk">${player}<figcaption class="caption"><strong>Figure 1.</strong> Words.</figcaption></figure>`,
  );
});

test('a link to a state of a figure has an address that works without script', async () => {
  const { html } = await render(
    '[a](#fig-a?length=8&name=x%20y), [b][c], [d](#fig-a?) and [e](#fig-a).\n\n[c]: #fig-b?x=1',
  );
  assert.match(
    html,
    /<a href="\?fig-a\.length=8&#x26;fig-a\.name=x\+y#fig-a" class="state-link">a</,
  );
  assert.match(html, /<a href="\?fig-b\.x=1#fig-b" class="state-link">b</);
  assert.match(html, /<a href="\?#fig-a" class="state-link">d</);
  assert.match(html, /<a href="#fig-a">e</);
});

test('links to the site’s own pages lie below its base', async () => {
  const { html } = await render(
    '[a](/papers/titan/) [b](https://example.org/) [c](#d) [e](#cafe\u0301) [f](/a/#cafe\u0301)',
  );
  assert.match(html, /href="\/portfolio\/papers\/titan\/"/);
  assert.match(html, /href="https:\/\/example\.org\/"/);
  assert.match(html, /href="#d"/);
  assert.match(html, /href="#caf%C3%A9"/);
  assert.match(html, /href="\/portfolio\/a\/#caf%C3%A9"/);
});

test('the words beside a text are in its language', async () => {
  const body = [
    '## Der Verlust',
    '<Table id="tbl-a" caption="Zahlen.">\n\n| n |\n| - |\n| 1 |\n\n</Table>',
    '| n | m |\n| - | - |\n| 1 | 2 |',
    'Nach @tbl-a, @sec-der-verlust, @entry-titan/fig-loss und @two gilt es [@one].',
  ].join('\n\n');
  const { html } = await render(body, {}, 'de-AT');
  const expected =
    /Nach Tabelle 1, „Der Verlust“, Abbildung 2 in Titan’s “Loss” – B und Roe und von Ott \(2002\)/;
  assert.match(textOf(html), expected);
  assert.match(html, /aria-label="Link zu „Der Verlust“"/);
  assert.match(html, /aria-label="Tabelle: n, m"/);
  assert.match(html, /aria-label="Quelle 2, Doe 2001"/);
});
