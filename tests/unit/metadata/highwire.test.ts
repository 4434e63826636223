import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHighwire } from '../../../src/kinds/paper/highwire.ts';
import { reference } from '../bibliography/specimen.ts';
import { buildPaper, buildView } from '../model/specimen.ts';

const page = new URL('https://example.org/portfolio/papers/a/');
const venue = { acronym: 'CONF', year: 2026, name: 'Conference of Examples' };
const authors = ['Ada Example', 'Grace van der Example'];

/** The tags of a paper with `fields`, as `name: content`. */
function list(fields: object, works: Parameters<typeof listHighwire>[1] = []): string[] {
  const { papers } = buildView({}, [], [buildPaper('a', { title: 'A Title', ...fields })]);
  const [paper] = papers;
  assert.ok(paper);
  return listHighwire(paper, works, page).map(({ name, content }) => `${name}: ${content}`);
}

test('a published paper is described as scholarly search asks', () => {
  const links = [
    { label: 'DOI', address: 'https://doi.org/10.1000/182' },
    { label: 'arXiv', address: 'https://arxiv.org/pdf/2601.00001' },
    { label: 'PDF', address: 'https://example.org/portfolio/a.pdf' },
  ];
  assert.deepEqual(list({ authors, status: 'published', venue, date: '2025-12-02', links }), [
    'citation_title: A Title',
    'citation_author: Ada Example',
    'citation_author: Grace van der Example',
    'citation_publication_date: 2026',
    'citation_online_date: 2025/12/02',
    'citation_conference_title: Conference of Examples',
    'citation_doi: 10.1000/182',
    'citation_arxiv_id: 2601.00001',
    'citation_abstract_html_url: https://example.org/portfolio/papers/a/',
    'citation_pdf_url: https://example.org/portfolio/a.pdf',
  ]);
});

test('a paper in a journal names it as one', () => {
  const tags = list({ authors, status: 'published', venue: { ...venue, kind: 'journal' } });
  assert.ok(tags.includes('citation_journal_title: Conference of Examples'));
});

test('a manuscript is of the day on which it became public, at arXiv too', () => {
  for (const address of ['https://example.org/a', 'https://arxiv.org/abs/2601.00001']) {
    const links = [{ label: 'Preprint', address }];
    const tags = list({ authors, status: 'submitted', venue, date: '2026-04-09', links });
    assert.ok(tags.includes('citation_publication_date: 2026/04/09'));
    assert.ok(!tags.some((tag) => tag.includes('Conference')));
  }
});

test('a preprint is of the year with which it is cited', () => {
  for (const [year, published] of [
    [2024, '2024'],
    [2021, '2021/09/28'],
  ] as const) {
    const fields = { authors, type: 'thesis', status: 'preprint', date: '2021-09-28' };
    const tags = list({ ...fields, venue: { ...venue, year } });
    assert.ok(tags.includes(`citation_publication_date: ${published}`), String(year));
    assert.ok(tags.includes('citation_online_date: 2021/09/28'));
  }
});

for (const [what, fields] of [
  ['authors', { status: 'published', venue }],
  ['a date', { authors }],
  ['a date, for a submission is none', { authors, status: 'submitted', venue }],
] as const)
  test(`without ${what} there is no tag at all`, () => assert.deepEqual(list(fields), []));

test('the PDF beside its page is that of the paper, at its whole address', () => {
  const links = [
    { label: 'Slides', address: './slides.pdf' },
    { label: 'Paper', address: './a/my paper.pdf' },
  ];
  const tags = list({ authors, status: 'published', venue, links });
  assert.ok(
    tags.includes('citation_pdf_url: https://example.org/portfolio/papers/a/my%20paper.pdf'),
  );
});

test('slides are not given as the paper', () => {
  const links = [
    { label: 'Slides', address: 'https://example.org/slides.pdf' },
    { label: 'Paper', address: 'https://example.org/paper.pdf' },
  ];
  const tags = list({ authors, date: '2026-04', links });
  assert.ok(tags.includes('citation_pdf_url: https://example.org/paper.pdf'));
});

test('an accepted paper has not appeared yet; what is known of it is of the year of its venue', () => {
  assert.deepEqual(list({ authors, status: 'accepted', venue }), []);
  const tags = list({ authors, status: 'accepted', venue, date: '2025-12-02' });
  assert.ok(tags.includes('citation_publication_date: 2026'));
  assert.ok(tags.includes('citation_online_date: 2025/12/02'));
});

test('a PDF on another host is not given as the paper’s', () => {
  const links = [{ label: 'PDF', address: 'https://elsewhere.example/a.pdf' }];
  const tags = list({ authors, date: '2026-04', links });
  assert.ok(tags.length > 3 && !tags.some((tag) => tag.startsWith('citation_pdf_url')));
});

test('what a paper cites is told with it, and no text ends a value', () => {
  const author = 'von Oswald, Johannes';
  const fields = { title: 'One; Two', author, journal: 'J', year: '2023', doi: '10.1/x' };
  const work = reference(fields, 'article');
  assert.deepEqual(list({ authors, date: '2026-04' }, [work]).at(-1)?.split('; '), [
    'citation_reference: citation_title=One, Two',
    'citation_author=von Oswald, Johannes',
    'citation_publication_date=2023',
    'citation_journal_title=J',
    'citation_doi=10.1/x',
  ]);
});
