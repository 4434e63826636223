import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatApa } from '../../../src/bibliography/apa.ts';
import { formatCslJson } from '../../../src/bibliography/csl-json.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { formatRis } from '../../../src/bibliography/ris.ts';
import { buildPaperData } from '../../../src/kinds/paper/data.ts';
import { listHighwire } from '../../../src/kinds/paper/highwire.ts';
import { formatMarks, listNotes } from '../../../src/kinds/paper/people.ts';
import { describeArticle } from '../../../src/kinds/paper/structured-data.ts';
import type { DescribedPage } from '../../../src/metadata/subject.ts';
import { buildPaper, buildView } from './specimen.ts';

/** The view of a paper with `fields` on the site of Ada Lovelace. */
function build(fields: object) {
  const view = buildView({ author: { name: 'Ada Lovelace' } }, [], [buildPaper('a', fields)]);
  const [paper] = view.papers;
  assert.ok(paper);
  return { paper, frame: view.frame };
}

const authors = [
  'Lovelace, A.',
  {
    given: 'Grace',
    family: 'Hopper',
    orcid: 'https://orcid.org/0000-0002-1825-0097',
    affiliation: ['One', 'Two'],
    equal: true,
  },
  { name: 'Alan Turing', affiliation: 'Two', url: 'https://example.org/', equal: true },
  'The Example Collaboration',
];

test('names and parts of a line have the comma of the language between them', () => {
  const list = (language: string) => {
    const fields = {
      authors: ['Ada Lovelace', 'Alan Turing'],
      status: 'published',
      venue: 'CONF 2026',
    };
    return buildView({ language }, [], [buildPaper('a', fields)]).papers[0];
  };
  assert.match(list('ar')?.search.text ?? '', /^Ada Lovelace، Alan Turing /);
  assert.match(list('ar')?.publication.line ?? '', /CONF، 2026$/);
  assert.match(list('ja')?.search.text ?? '', /^Ada Lovelace、Alan Turing /);
  assert.match(list('de')?.search.text ?? '', /^Ada Lovelace, Alan Turing /);
});

test('authors keep their parts in every citation', () => {
  const { paper } = build({ authors, date: '2026-01' });
  assert.deepEqual(paper.authors, [
    'A. Lovelace',
    'Grace Hopper',
    'Alan Turing',
    'The Example Collaboration',
  ]);
  const { work, bibtex } = paper.citation;
  assert.match(
    formatApa(work),
    /^Lovelace, A., Hopper, G., Turing, A., & The Example Collaboration/,
  );
  assert.match(bibtex, /A\. Lovelace and Grace Hopper and Alan Turing and \{The Example Coll/);
  assert.match(formatRis([work]), /AU {2}- Hopper, Grace\r\nAU {2}- Turing, Alan\r\nAU {2}- The E/);
  assert.deepEqual(formatCslJson([work])[0]?.author?.at(-1), {
    literal: 'The Example Collaboration',
  });
});

test('the author of the site is recognised in another spelling', () => {
  for (const name of ['A. Lovelace', 'Lovelace, Ada', 'Ada K. Lovelace'])
    assert.equal(build({ authors: [name] }).paper.people[0]?.isOwn, true, name);
  for (const name of ['Grace Lovelace', 'The Lovelace Group'])
    assert.equal(build({ authors: [name] }).paper.people[0]?.isOwn, false, name);
});

test('editors and translators of a work of own.bib are named in its pages and in its data', () => {
  const read = (entry: string) => {
    const { entries } = parseBibliography(entry, 'own.bib');
    const [one] = entries;
    assert.ok(one);
    const { data } = buildPaper('a', { authors: ['Jane Roe'], status: 'published', date: '2020' });
    const own = { slug: 'a', data: { ...data, work: buildReference(one) } };
    const view = buildView({ author: { name: 'Ada Lovelace' } }, [], [own]);
    const [paper] = view.papers;
    assert.ok(paper);
    const page = { origin: undefined, frame: view.frame } as unknown as DescribedPage;
    const [article] = describeArticle(paper, [], page);
    return { paper, article: JSON.stringify(article), data: buildPaperData(paper, String) };
  };
  const start = 'author = {Roe, Jane}, title = {T}, year = 2020';

  const chapter = read(
    `@incollection{a, ${start}, booktitle = {B}, editor = {Lovelace, Ada and others}}`,
  );
  const [line] = chapter.paper.contributors ?? [];
  assert.equal(line?.role, 'bookEditor');
  assert.equal(line.hasMore, true);
  assert.deepEqual(
    line.people.map(({ name, isOwn }) => [name, isOwn]),
    [['Ada Lovelace', true]],
  );
  assert.match(chapter.article, /"isPartOf":\[.*"name":"B","editor":\[/);
  assert.deepEqual(chapter.data.editors, ['Ada Lovelace']);

  const book = read(
    `@book{a, ${start}, editor = {Doe, J.}, translator = {Lovelace, Ada and others}}`,
  );
  assert.deepEqual(
    book.paper.contributors?.map(({ role, hasMore }) => [role, hasMore]),
    [
      ['editor', false],
      ['translator', true],
    ],
  );
  assert.match(book.article, /"editor":\[.*"translator":\[/);
  assert.deepEqual(book.data.translators, ['Ada Lovelace']);

  const talk = read(`@inproceedings{a, ${start}, booktitle = {P}, editor = {Doe, J.}}`);
  assert.equal(talk.paper.contributors, undefined);
});

test('affiliations have numbers where authors differ in them', () => {
  const { people } = build({ authors }).paper;
  const notes = listNotes(people);
  assert.deepEqual(notes, { affiliations: ['One', 'Two'], isNumbered: true, hasEqual: true });
  assert.deepEqual(
    people.map((person) => formatMarks(person, notes)),
    ['', '1,2,*', '2,*', ''],
  );
  const same = [1, 2].map((index) => ({ family: `F${index}`, affiliation: 'One' }));
  assert.equal(listNotes(build({ authors: same }).paper.people).isNumbered, false);
});

test('forms for machines have what is known of each author', () => {
  const { paper, frame } = build({ authors, date: '2026-01' });
  const tags = listHighwire(paper, [], undefined).map(({ name, content }) => `${name}: ${content}`);
  assert.deepEqual(tags.slice(1, 8), [
    'citation_author: A. Lovelace',
    'citation_author: Grace Hopper',
    'citation_author_institution: One',
    'citation_author_institution: Two',
    'citation_author_orcid: https://orcid.org/0000-0002-1825-0097',
    'citation_author: Alan Turing',
    'citation_author_institution: Two',
  ]);
  assert.deepEqual(buildPaperData(paper, (address) => address).people, [
    {
      name: 'Grace Hopper',
      orcid: 'https://orcid.org/0000-0002-1825-0097',
      affiliations: ['One', 'Two'],
      equal: true,
    },
    { name: 'Alan Turing', url: 'https://example.org/', affiliations: ['Two'], equal: true },
  ]);
  const page = {
    frame,
    title: 'a',
    path: '/portfolio/papers/a/',
    origin: undefined,
    subject: undefined,
  };
  const [article] = describeArticle(paper, [], page);
  assert.deepEqual(article.author, [
    { '@type': 'Person', '@id': '/portfolio/#author', name: 'A. Lovelace' },
    {
      '@type': 'Person',
      name: 'Grace Hopper',
      sameAs: 'https://orcid.org/0000-0002-1825-0097',
      affiliation: [
        { '@type': 'Organization', name: 'One' },
        { '@type': 'Organization', name: 'Two' },
      ],
    },
    {
      '@type': 'Person',
      name: 'Alan Turing',
      url: 'https://example.org/',
      affiliation: [{ '@type': 'Organization', name: 'Two' }],
    },
    { '@type': 'Organization', name: 'The Example Collaboration' },
  ]);
});

for (const [type, bibtex, ris, csl, schemaOrg, tag] of [
  ['book', '@book', 'BOOK', 'book', 'Book', 'citation_publisher'],
  ['chapter', '@incollection', 'CHAP', 'chapter', 'Chapter', 'citation_inbook_title'],
  ['thesis', '@thesis', 'THES', 'thesis', 'Thesis', 'citation_dissertation_institution'],
  ['phd-thesis', '@phdthesis', 'THES', 'thesis', 'Thesis', 'citation_dissertation_institution'],
  ['report', '@techreport', 'RPRT', 'report', 'Report', 'citation_technical_report_institution'],
  ['dataset', '@dataset', 'DATA', 'dataset', 'Dataset', 'citation_publisher'],
  ['software', '@software', 'COMP', 'software', 'SoftwareApplication', 'citation_publisher'],
] as const)
  test(`a ${type} is cited as what it is`, () => {
    const venue = { name: 'Somewhere', year: 2026 };
    const { paper, frame } = build({ type, status: 'published', venue, authors });
    const { work, bibtex: source } = paper.citation;
    assert.ok(source.startsWith(`${bibtex}{a,`), source);
    assert.match(source, / = \{Somewhere\}/);
    assert.ok(formatRis([work]).startsWith(`TY  - ${ris}\r\n`));
    assert.equal(formatCslJson([work])[0]?.type, csl);
    assert.match(formatApa(work), /Somewhere/);
    const page = { frame, title: 'a', path: '/', origin: undefined, subject: undefined };
    assert.equal(describeArticle(paper, [], page)[0]['@type'], schemaOrg);
    const tags = listHighwire(paper, [], undefined);
    assert.ok(tags.some(({ name, content }) => name === tag && content === 'Somewhere'));
  });

test('a preprint is cited by its number at arXiv, or by its server', () => {
  const links = [{ label: 'arXiv', address: 'https://arxiv.org/abs/2601.00001' }];
  const status = 'preprint';
  const { work } = build({ status, authors, date: '2026-01', links }).paper.citation;
  assert.match(formatApa(work), /\(2026\)\. a\. arXiv:2601\.00001\./);
  const venue = { name: 'bioRxiv', kind: 'preprint-server' };
  const { bibtex } = build({ status, authors, date: '2026-01', venue }).paper.citation;
  assert.match(bibtex, /^@misc\{a,[^]*howpublished = \{bioRxiv\},\n {2}year = \{2026\}/);
});

test('a report whose status is “preprint” is cited as a report', () => {
  const venue = { name: 'Somewhere', year: 2026 };
  const { bibtex } = build({ type: 'report', status: 'preprint', authors, venue }).paper.citation;
  assert.match(bibtex, /^@techreport\{a,[^]*institution = \{Somewhere\}/);
  assert.doesNotMatch(bibtex, /note =/);
});

test('a published paper without a venue is of the year of its date', () => {
  const { work, bibtex } = build({ status: 'published', authors, date: '2026-01' }).paper.citation;
  assert.ok(bibtex.startsWith('@misc{a,'));
  assert.equal(work.year, '2026');
});

test('a paper can tell more of the author of the site than its settings do', () => {
  const own = { name: 'Ada Lovelace', affiliation: 'One' };
  const { paper, frame } = build({ authors: [own] });
  const path = '/portfolio/papers/a/';
  const page = { frame, title: 'a', path, origin: undefined, subject: undefined };
  assert.deepEqual(describeArticle(paper, [], page)[0].author, [
    {
      '@type': 'Person',
      '@id': '/portfolio/#author',
      name: 'Ada Lovelace',
      affiliation: [{ '@type': 'Organization', name: 'One' }],
    },
  ]);
});
