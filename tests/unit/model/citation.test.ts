import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaperCitation } from '../../../src/kinds/paper/citation.ts';
import { buildThreadCitation } from '../../../src/kinds/thread/citation.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { thread } from '../../../src/kinds/thread/schema.ts';
import { buildSettings } from './specimen.ts';

const venue = { acronym: 'CONF', year: 2026, name: 'Conference of Examples' };

/** A paper's citation in APA; `fields` beside the least that a paper has. */
function citePaper(fields: object, settings: object = {}): string {
  const data = paper.parse({ title: 'A Title', abstract: 'A', status: 'draft', ...fields });
  const citation = buildPaperCitation({ slug: 'a', data }, buildSettings(settings), '/papers/a/');
  return citation.parts.map(({ text }) => text).join('');
}

const own = { author: { name: 'Ada Example' } };
const authors = ['Ada Example'];

const papers: [name: string, fields: object, settings: object, apa: string][] = [
  ['nothing known', {}, {}, 'A Title [Unpublished manuscript]. (n.d.).'],
  [
    'no authors, for that of the site may be one of several',
    {},
    own,
    'A Title [Unpublished manuscript]. (n.d.).',
  ],
  [
    'authors of its own',
    { authors: ['Ada Example', 'Grace Example'] },
    {},
    'Example, A., & Example, G. (n.d.). A Title [Unpublished manuscript].',
  ],
  [
    'made public in a month',
    { authors, date: '2025-12' },
    {},
    'Example, A. (2025). A Title [Unpublished manuscript].',
  ],
  [
    'published later than it was made public',
    { authors, date: '2025-12', status: 'published', venue },
    {},
    'Example, A. (2026). A Title. In Conference of Examples.',
  ],
  [
    'submitted, which is no promise of a year',
    { authors, status: 'submitted', venue },
    {},
    'Example, A. (n.d.). A Title [Unpublished manuscript].',
  ],
  [
    'published',
    { authors, status: 'published', venue },
    {},
    'Example, A. (2026). A Title. In Conference of Examples.',
  ],
  [
    'in a journal',
    { authors, status: 'published', venue: { ...venue, kind: 'journal' } },
    {},
    'Example, A. (2026). A Title. Conference of Examples.',
  ],
  [
    'retracted',
    { authors, status: 'retracted', venue },
    {},
    'Example, A. (2026). Retracted: A Title. In Conference of Examples.',
  ],
  [
    'withheld, which says nothing of a manuscript either',
    { authors, status: 'withheld', venue },
    {},
    'Example, A. (n.d.). A Title.',
  ],
  [
    'withdrawn',
    { authors, status: 'withdrawn', venue },
    {},
    'Example, A. (n.d.). Withdrawn: A Title [Unpublished manuscript].',
  ],
  [
    'with a DOI among its links',
    { links: [{ label: 'DOI', address: 'https://doi.org/10.1000/182' }] },
    { address: 'https://example.org/' },
    'A Title [Unpublished manuscript]. (n.d.). https://doi.org/10.1000/182',
  ],
  [
    'on a site with an address',
    {},
    { address: 'https://example.org/' },
    'A Title [Unpublished manuscript]. (n.d.). https://example.org/papers/a/',
  ],
];

for (const [name, fields, settings, apa] of papers)
  test(`how to cite a paper: ${name}`, () => assert.equal(citePaper(fields, settings), apa));

for (const [address, field] of [
  ['https://arxiv.org/pdf/1706.03762.pdf', 'eprint = {1706.03762},\n  archiveprefix = {arXiv}'],
  ['https://www.arxiv.org/abs/cs/0112017', 'eprint = {cs/0112017},\n  archiveprefix = {arXiv}'],
  ['https://doi.org/10.1002/1%3C2::AID%3E3', 'doi = {10.1002/1<2::AID>3}'],
] as const)
  test(`a link to ${address} tells the identifier`, () => {
    const links = [{ label: 'Preprint', address }];
    const data = paper.parse({ title: 'A', abstract: 'A', status: 'draft', links });
    const { bibtex } = buildPaperCitation({ slug: 'a', data }, buildSettings({}), '/');
    assert.ok(bibtex.includes(field), bibtex);
  });

test('what is called a data set, code or slides is not taken for the paper', () => {
  const links = [
    { label: 'Dataset', address: 'https://doi.org/10.5281/zenodo.1' },
    { label: 'Code', address: 'https://arxiv.org/abs/1706.03762' },
  ];
  const data = paper.parse({ title: 'A', abstract: 'A', status: 'draft', links });
  const { work } = buildPaperCitation({ slug: 'a', data }, buildSettings({}), '/');
  assert.equal(work.doi ?? work.eprint, undefined);
});

test('a suffix is told from a family name', () => {
  const names = ['Martin King, Jr.', 'John van der Smith III', 'Malcolm X', 'Examples, Inc.'];
  const data = paper.parse({ title: 'A', abstract: 'A', status: 'draft', authors: names });
  const { work } = buildPaperCitation({ slug: 'a', data }, buildSettings({}), '/');
  assert.deepEqual(work.authors, [
    { given: 'Martin', particle: '', family: 'King', suffix: 'Jr.' },
    { given: 'John', particle: 'van der', family: 'Smith', suffix: 'III' },
    { given: 'Malcolm', particle: '', family: 'X', suffix: '' },
    { literal: 'Examples, Inc.' },
  ]);
});

test('a submitted paper says where, in a note that claims no more', () => {
  const data = paper.parse({ title: 'A', abstract: 'A', status: 'submitted', venue });
  assert.equal(
    buildPaperCitation({ slug: 'a', data }, buildSettings({}), '/').bibtex,
    '@unpublished{a,\n  title = {{A}},\n  note = {Submitted to CONF 2026 (Conference of Examples)}\n}',
  );
});

test('a thread is cited from the year in which it began', () => {
  const fields = { title: 'T', status: 'active', accent: 'violet', question: 'Q?' };
  const data = thread.parse({ ...fields, started: '2025-11' });
  const address = 'https://example.org/portfolio/';
  const settings = buildSettings({ ...own, address });
  assert.equal(
    buildThreadCitation({ slug: 'a', data }, settings, '/portfolio/research/a/').bibtex,
    `@misc{a,
  title = {{T}},
  author = {Ada Example},
  year = {2025},
  howpublished = {Research thread},
  url = {https://example.org/portfolio/research/a/}
}`,
  );
});
