import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement, dropNotice } from '../../../src/verify/agreement.ts';
import { languages } from '../../../src/words/words.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';
import { origin, writePaper, writeWithout } from './specimen.ts';

const check = (...change: Parameters<typeof writePaper>) =>
  listProblems(agreement, writePaper(...change));

test('forms that write one thing in their own ways agree', async () => {
  assert.deepEqual(await check(), []);
});

const paper = 'papers/a/';
const title = '“R&D” at 100 % 学';
const names = 'Ada Example, 小明, Grace van der Example Jr.';

/** Changes of one form, and the resulting messages. */
const slips: [...change: [file: string, old: string, text: string], message: string][] = [
  [
    `feed.json`,
    '100 %',
    '10 %',
    `The JSON Feed has the title ““R&D” at 10 % 学”, the page “${title}”.`,
  ],
  ['feed.xml', ' 学', '', `The Atom feed has the title ““R&D” at 100 %”, the page “${title}”.`],
  [
    'feed.xml',
    '<author><name>小明</name></author>',
    '',
    `The Atom feed has the authors “Ada Example, Grace van der Example Jr.”, the page “${names}”.`,
  ],
  [
    `${paper}citation.ris`,
    'PY  - 2026',
    'PY  - 2025',
    'citation.ris has the year “2025”, the page “2026”.',
  ],
  [
    `${paper}citation.bib`,
    '  year = {2026},\n',
    '',
    'citation.bib has the year nothing, the page “2026”.',
  ],
  [
    `${paper}citation.ris`,
    'AU  - 小明\r\n',
    '',
    `citation.ris has the authors “Ada Example, Grace van der Example Jr.”, the page “${names}”.`,
  ],
  [
    `${paper}citation.ris`,
    'TY  - JOUR',
    'TY  - NONE',
    'citation.ris cannot be read: unknown type: NONE',
  ],
  [
    `${paper}index.md`,
    'status: Published',
    'status: Draft',
    'index.md has the status “Draft”, the page “Published”.',
  ],
  [
    'research.json',
    '"date":"2025-12-02"',
    '"date":"2025-12"',
    'research.json has the date “2025-12”, the page “2025-12-02”.',
  ],
  [
    `${paper}index.html`,
    '<link rel="canonical" href="https://example.org/papers/a/">',
    '',
    'The head has the address nothing, not “https://example.org/papers/a/”.',
  ],
  [
    `${paper}index.html`,
    '"creativeWorkStatus":"Published"',
    '"creativeWorkStatus":"Draft"',
    'The JSON-LD has the status “Draft”, the page “Published”.',
  ],
];

for (const [file, old, text, message] of slips)
  test(`a form that differs is found: ${message}`, async () => {
    assert.deepEqual(await check(file, old, text), [`/papers/a/ ${message}`]);
  });

test('a file that is not there is told of', async () => {
  const [problem = ''] = await listProblems(agreement, writeWithout(`${paper}citation.json`));
  assert.match(problem, /^\/papers\/a\/ citation\.json cannot be read: ENOENT/);
});

for (const [language, { paper }] of Object.entries(languages))
  test(`a title is compared without the notice before it: ${language}`, () => {
    for (const notice of Object.values(paper.notices))
      assert.equal(dropNotice(`${notice}A: B`), 'A: B');
    assert.equal(dropNotice('BERT: A Title'), 'BERT: A Title');
  });

const doi = 'https://doi.org/10.1000/xyz_1';
for (const [what, body, isRight] of [
  ['a citation with the DOI', `<p data-copy="Copy APA">A. ${doi}</p>`, true],
  ['a citation without it', `<a href="${doi}">DOI</a><p data-copy="Copy APA">A.</p>`, false],
  ['no citation, but a link', '<a href="http://dx.doi.org/10.1000/xyz_1">DOI</a>', true],
  ['a link to another DOI alone', `<a href="${doi}8">DOI</a>`, false],
] as const)
  test(`a DOI in the link “cite-as” is ${isRight ? 'right' : 'wrong'} beside ${what}`, async () => {
    const html = writePage(
      `<div class="how-to-cite">${body}</div>`,
      `<link rel="cite-as" href="${doi}">`,
    );
    const site = { ...writeSite({ 'papers/a/index.html': html }), origin };
    const problems = (await listProblems(agreement, site)).join('\n');
    assert.equal(!problems.includes(`The link “cite-as” has the address “${doi}”`), isRight);
  });
