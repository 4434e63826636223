import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../src/verify/text.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

const entry = `---
title: A "made-up" title -- with a dash
authors: [Ada Example]
abstract: One sentence [@work2020, §2]. Another one.
---

## First part

A *sentence* of 5 words[^1] with $x^2$ in it. It ends...

- An item, by @work2020.

\`\`\`python
print("code")
\`\`\`

[^1]: A note beside it.
`;

const shown =
  '<h1>A “made-up” title — with a dash</h1><p>Ada Example</p><p>One sentence <a>[1]</a>. Another one.</p>' +
  '<h2>First part</h2><p>A <em>sentence</em> of 5 words<sup>1</sup> with <span class="katex">x²</span> in it. ' +
  'It ends…</p><ul><li>An item, by Work (2020).</li></ul><pre><code><span>print</span>("code")</code></pre>' +
  '<aside>A note beside it.</aside>';

const check = async (body: string) =>
  await listProblems(
    text,
    writeSite({ 'content/papers/a.mdx': entry, 'papers/a/index.html': writePage(body) }),
  );

test('typography, markup, citations and formulas do not count as a change of the words', async () => {
  assert.deepEqual(await check(shown), []);
});

const changes: [what: string, from: string, to: string, lacks: string][] = [
  ['a word', 'Another one', 'Another two', 'Another one.'],
  ['a number', '5 words', '6 words', 'of 5 words'],
  ['a heading', 'First part', 'First', 'First part'],
  ['a sentence', 'It ends…', '', 'It ends...'],
  ['an author', 'Ada Example', 'Ada', 'Ada Example'],
  ['code', 'print</span>(', 'print</span> [', 'print("code")'],
  ['a note', 'A note beside it', 'A note', 'A note beside it.'],
];

for (const [what, from, to, lacks] of changes)
  test(`a change of ${what} is found`, async () => {
    const changed = shown.replace(from, to);
    assert.notEqual(changed, shown);
    const [problem = '', ...others] = await check(changed);
    assert.ok(problem.startsWith('/papers/a/ It lacks “') && problem.includes(lacks), problem);
    assert.deepEqual(others, []);
  });

test('two paragraphs that change places are found, and a page that is missing', async () => {
  const [list] = /<ul>.*<\/ul>/.exec(shown) ?? [''];
  const changed = shown.replace(list, '').replace('<h2>', `${list}<h2>`);
  assert.match((await check(changed)).join('\n'), /It lacks “An item, by”/);
  const site = writeSite({ 'content/papers/b.mdx': entry, 'index.html': writePage('') });
  assert.match((await listProblems(text, site)).join('\n'), /\/papers\/b\/ It lacks/);
});
