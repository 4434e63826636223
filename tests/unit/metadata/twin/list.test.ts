import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLlms, formatLlmsFull } from '../../../../src/metadata/llms.ts';
import { buildEntryTwins, buildTwins } from '../../../../src/metadata/twin/list.ts';
import { buildPaper, buildThread, buildView } from '../../model/specimen.ts';

const site = buildView(
  { intro: 'On *it*.' },
  [
    buildThread('probe', {
      tags: ['A', '強化学習'],
      question: `Why? ${'And how? '.repeat(40)}`,
      history: [{ date: '2026-04-09', change: 'version', note: 'It | changed.' }],
    }),
  ],
  [buildPaper('titan', { tags: ['A'], abstract: 'What it says.' })],
);
const [thread, paper] = [site.threads[0], site.papers[0]];
assert.ok(thread && paper);
const bodies = new Map(
  [thread, paper].map(({ address }) => [address, { html: '<h2>Text</h2>', references: [] }]),
);
const overview = {
  entries: [
    {
      heading: 'Threads',
      id: 'threads',
      entries: [{ ...thread, sections: [{ title: 'Text', address: `${thread.address}#text` }] }],
    },
  ],
  tags: [],
  works: [],
};
const works = [
  {
    key: 'ada',
    id: 'ref-ada',
    authors: 'Ada',
    year: '1843',
    title: '“Notes.”',
    parts: [{ text: 'Ada. (1843). Notes.' }],
    citedBy: [thread, paper].map(({ title, address }) => ({
      title,
      address: `${address}#ref-ada`,
    })),
  },
];
const twins = buildTwins(site, { bodies, overview, works }, undefined);

const find = (path: string) => {
  const twin = twins.find(({ page }) => page === `/portfolio${path}`);
  assert.ok(twin, path);
  return twin.text;
};

test('every page has one twin', () => {
  assert.deepEqual(
    twins.map(({ page }) => page).toSorted(),
    site.pages.map(({ address }) => address).toSorted(),
  );
});

test('every twin says where its page is, and under which title', () => {
  for (const { page, text } of twins) {
    assert.ok(text.startsWith('---\ntitle: '), text);
    assert.ok(text.includes(`\naddress: ${page}\n`), text);
    assert.match(text, /\n---\n\n# \S/);
  }
});

test('a list of entries is a table', () => {
  const head = '| Number | Title | Kind | Date or status | Last change |\n| - | - | - | - | - |\n';
  const row =
    '| 1 | [probe](/portfolio/research/probe/) | Thread | Jan 2026 – Present | Apr 9, 2026, New version: It \\| changed. |\n';
  const other = '| 2 | [titan](/portfolio/papers/titan/) | Paper | Working Draft | |\n';
  assert.ok(find('/').includes(`\n\n${head}${row}${other}\n## Active Research\n\n### [probe]`));
  assert.ok(find('/research/').endsWith(`\n\n${head}${row}`));
  assert.ok(find('/tags/a/').endsWith(`\n\n${head}${row}${other}`));
  assert.ok(find('/tags/%E5%BC%B7%E5%8C%96%E5%AD%A6%E7%BF%92/threads/').endsWith(`${head}${row}`));
});

test('where nothing listed has changed, no column says so', () => {
  assert.match(find('/papers/'), /\n\| Number \| Title \| Kind \| Date or status \|\n/);
});

test('a work leads to the entries that cite it, an entry to its sections', () => {
  assert.ok(
    find('/references/').endsWith(
      '- [ada] Ada. (1843). Notes. Cited in [probe](/portfolio/research/probe/#ref-ada), ' +
        '[titan](/portfolio/papers/titan/#ref-ada).\n',
    ),
  );
  assert.match(
    find('/contents/'),
    /\n## Threads\n\n- \[probe\]\(\/portfolio\/research\/probe\/\)\n {2}- \[Text\]\(\S+#text\)\n/,
  );
  assert.match(find('/tags/'), /\n- \[A\]\(\/portfolio\/tags\/a\/\): 2 entries\n/);
});

test('a statement has questions, methods and papers, each thread under its title', () => {
  const [, text = ''] = find('/statement/').split('\n---\n');
  assert.ok(
    text.startsWith('\n# Research Statement\n\nOn \\*it\\*.\n\n## Questions\n\n### [probe]'),
  );
  assert.ok(text.endsWith('\n## Papers\n\n### [titan](/portfolio/papers/titan/)\n\nIn progress\n'));
  assert.doesNotMatch(text, /## Methods/);
});

test('a text that was not read is no empty text', () => {
  assert.throws(() => buildEntryTwins(site, new Map(), undefined), /probe\/ was not read/);
});

test('llms.txt leads to the twins, each with what it is about', () => {
  const text = formatLlms(site, 'https://ada.example');
  assert.ok(text.startsWith('# Research\n\n> On \\*it\\*.\n\nEvery page'), text);
  const home = 'https://ada.example/portfolio/';
  for (const line of [
    `## Research threads\n\n- [probe](${home}research/probe/index.md): Active, Jan 2026 – Present. Why? ${'And how? '.repeat(21).trim()}\n`,
    `## Papers\n\n- [titan](${home}papers/titan/index.md): In progress. What it says.`,
    `- [llms-full.txt](${home}llms-full.txt): `,
    `## Optional\n\n- [References](${home}references/index.md): `,
  ])
    assert.ok(text.includes(`\n${line}`), line);
  assert.ok(
    formatLlms(site, undefined).includes('- [probe](/portfolio/research/probe/index.md): '),
  );
});

test('a site without papers has no heading for them in llms.txt', () => {
  assert.doesNotMatch(formatLlms(buildView({}, [], []), undefined), /## (Papers|Research)/);
});

test('llms-full.txt has the twins of the entries whole and in order', () => {
  const entries = buildEntryTwins(site, bodies, undefined);
  const text = formatLlmsFull(site, entries, undefined);
  assert.ok(text.startsWith('# Research\n\n> On'), text);
  assert.deepEqual(
    text.split('\n\n\n').slice(1).join('\n\n\n'),
    entries.map((one) => one.text).join('\n\n'),
  );
});
