import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { llms } from '../../../src/verify/llms.ts';
import { readSite } from '../../../src/verify/site.ts';
import { twins } from '../../../src/verify/twins.ts';
import { listProblems } from './hand-made.ts';
import { origin, writePaper, writeWithout } from './specimen.ts';

const check = (...change: Parameters<typeof writePaper>) =>
  listProblems(twins, writePaper(...change));

test('a twin says what its page says, and cites by name where the page cites by number', async () => {
  assert.deepEqual(await check(), []);
});

/** Changes of the paper's twin, and the resulting messages. */
const slips: [old: string, text: string, message: string][] = [
  ['title: “R&D” at 100 % 学', 'title: R', 'It has the title “R”, the page ““R&D” at 100 % 学”.'],
  [
    '\n## The end ([Roe, 2001][roe])\n',
    '',
    'Where the page has the heading “The end [1]” of level 2, it has no more headings.',
  ],
  [
    '## The end',
    '### The end',
    'Where the page has the heading “The end [1]” of level 2, it has the heading “The end (Roe, 2001)” of level 3.',
  ],
  ['$x^2$', '$x^3$', 'It lacks the formula “x^2” of content/papers/a.mdx.'],
  ['$x^2$', 'x', 'It has 0 formulas, the page 1.'],
  ['| A |\n| --- |\n| 1 |\n', '', 'It has 0 tables, the page 1.'],
  ['@article{a}', '@article{b}', 'It lacks the code “@article{a}” of the page, or changes it.'],
  ['[roe]: https://example.com/roe\n', '', 'It has 0 works, the page 1.'],
  [
    'https://example.com/roe',
    'https://example.org/no/',
    'It links to https://example.org/no/, but there is no such file.',
  ],
  [
    'https://example.com/roe',
    '/papers/a/',
    'It links to “/papers/a/”, which is not a whole address.',
  ],
  [
    'https://example.com/roe',
    'https://example.org/papers/a/#no',
    'It links to https://example.org/papers/a/#no, but that page has no id “no”.',
  ],
  ['A formula:', 'A <b>formula</b>:', 'It has HTML: <b>'],
];

for (const [old, text, message] of slips)
  test(`what differs in a twin is found: ${message}`, async () => {
    const found = await check('papers/a/index.md', old, text);
    assert.ok(found.includes(`/papers/a/index.md ${message}`), found.join('\n'));
  });

test('a page without a twin is told of', async () => {
  assert.deepEqual(await listProblems(twins, writeWithout('index.md')), [
    '/index.md The page has no twin.',
  ]);
});

test('a twin without a page is told of', async () => {
  assert.deepEqual(await listProblems(twins, writeWithout('index.html')), [
    '/ It has an index.md but no page.',
  ]);
});

test('llms.txt leads to the twins, and llms-full.txt holds them', async () => {
  const list = (...change: Parameters<typeof writePaper>) =>
    listProblems(llms, writePaper(...change));
  assert.deepEqual(await list(), []);
  const twin = 'https://example.org/papers/a/index.md';
  assert.deepEqual(await list('llms.txt', `[A](${twin})`, '[A](https://example.org/no.md)'), [
    `/llms.txt It lacks a link to ${twin}.`,
    '/llms.txt It links to https://example.org/no.md, but there is no such file.',
  ]);
  assert.deepEqual(await list('llms.txt', '# Home', 'Home'), [
    '/llms.txt It does not begin with a title and a summary.',
  ]);
  assert.deepEqual(await list('llms-full.txt', 'A formula', 'No formula'), [
    '/llms-full.txt It does not contain /papers/a/index.md word for word.',
  ]);
  assert.deepEqual(await list('llms-full.txt', '# Home', '[^1-n]: A\n\n[^1-n]: B'), [
    '/llms-full.txt Two footnotes have the name “1-n”.',
  ]);
});

test('the TeX of the author is read whatever surrounds it', async () => {
  const list = (old: string, text: string) => check('content/papers/a.mdx', old, text);
  assert.deepEqual(await list('---\ntitle: A\n---\n', '\uFEFF---\r\ntitle: A\r\n---\r\n'), []);
  assert.deepEqual(await list('$x^2$', '$x^2$ and `$y$`'), []);
  assert.match(String(await list('$x^2$', '$x^2$ <b>')), /It cannot be compared with content/);
});

test('a formula in the title of another entry may have a macro, whatever quotes stand around it', async () => {
  const { folder, source, base } = writePaper();
  const change = (path: string, old: string, text: string) => {
    const file = join(folder, 'papers/a', path);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(old, () => text),
    );
  };
  const shown = '<span class="katex"><annotation>\\operatorname{logit} p</annotation></span>';
  change('index.html', '<ol class="cited">', `<p>${shown}</p><ol class="cited">`);
  change('index.md', '```bibtex', '$\\operatorname{logit} p$\n\n```bibtex');
  const write = (file: string, text: string) => {
    writeFileSync(join(source, 'content', file), text);
  };
  write('site.yaml', "macros:\n  logit: '\\operatorname{logit}'\n");
  write('papers/b.mdx', "---\ntitle: B $\\logit p$\n---\n\nA ``quote''.\n");
  write('papers/c.mdx', "---\ntitle: C\n---\n\nA ``quote''.\n");
  assert.deepEqual(await listProblems(twins, readSite({ folder, source, base, origin })), []);
});
