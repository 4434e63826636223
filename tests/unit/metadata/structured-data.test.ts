import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReference, type Reference } from '../../../src/bibliography/reference.ts';
import {
  buildStructuredData,
  formatStructuredData,
} from '../../../src/metadata/structured-data/graph.ts';
import type { DescribedPage, Subject } from '../../../src/metadata/subject.ts';
import { parseEntries } from '../bibliography/specimen.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

type Node = Record<string, unknown>;

const origin = 'https://ada.example';
const site = `${origin}/portfolio/`;
const venue = { acronym: 'C', year: 2026, name: 'Conference' };
const author = { name: 'Ada Example', email: 'ada@example.org' };

function describe(fields: object, settings: object = {}, works: Reference[] = []): DescribedPage {
  const threads = [buildThread('t', { title: 'Thread', tags: ['A'] })];
  const { frame, papers } = buildView(settings, threads, [buildPaper('p', fields)]);
  const [entry] = papers;
  assert.ok(entry);
  const subject: Subject = { kind: 'entry', entry, works };
  return { frame, title: entry.short, path: entry.address, origin, subject };
}

const listNodes = (page: DescribedPage): Node[] =>
  JSON.parse(JSON.stringify(buildStructuredData(page)['@graph'])) as Node[];

/** The article node of a paper with `fields` and `works`. */
function findArticle(...args: Parameters<typeof describe>): Node {
  const found = listNodes(describe(...args)).find((node) => node['@type'] === 'ScholarlyArticle');
  assert.ok(found);
  return found;
}

const cite = (bib: string) => parseEntries(bib).map(buildReference);

test('a paper with the least that it can have says no more', () => {
  assert.deepEqual(findArticle({ title: 'P' }), {
    '@type': 'ScholarlyArticle',
    '@id': `${site}papers/p/#work`,
    url: `${site}papers/p/`,
    name: 'P',
    abstract: '.',
    creativeWorkStatus: 'Working Draft',
  });
});

test('its author is the one of the site where the names are the same', () => {
  const authors = ['Ada Example', 'Grace'];
  assert.deepEqual(findArticle({ authors }, { author }).author, [
    { '@id': `${site}#author` },
    { '@type': 'Person', name: 'Grace' },
  ]);
  assert.deepEqual(
    listNodes(describe({ authors }, { author })).find((node) => node['@type'] === 'Person'),
    {
      '@type': 'Person',
      '@id': `${site}#author`,
      name: 'Ada Example',
      email: 'mailto:ada@example.org',
    },
  );
  assert.deepEqual(findArticle({ authors: ['Ada Example'] }).author, [
    { '@type': 'Person', name: 'Ada Example' },
  ]);
});

test('it was published when it says so, else in the year of the venue where it has appeared', () => {
  const find = (fields: object) => findArticle({ venue, ...fields }).datePublished;
  assert.equal(find({ status: 'submitted', date: '2026-02' }), '2026-02');
  assert.equal(find({ status: 'published' }), '2026');
  assert.equal(find({ status: 'retracted' }), '2026');
  assert.equal(find({ status: 'accepted' }), undefined);
  assert.equal(find({ status: 'submitted' }), undefined);
});

test('it is a part of its threads and of where it has appeared', () => {
  const find = (fields: object) => findArticle({ threads: ['t'], venue, ...fields }).isPartOf;
  const thread = { '@type': 'WebPage', '@id': `${site}research/t/`, name: 'Thread' };
  assert.deepEqual(find({ status: 'submitted' }), [thread]);
  assert.deepEqual(find({ status: 'published' }), [
    thread,
    { '@type': 'CreativeWork', name: 'Conference' },
  ]);
  assert.deepEqual(find({ status: 'published', venue: { ...venue, kind: 'journal' } }), [
    thread,
    { '@type': 'Periodical', name: 'Conference' },
  ]);
});

test('its links are what they are: the same work elsewhere, a file of it', () => {
  const links = [
    { label: 'DOI', address: 'https://doi.org/10.1000/182' },
    { label: 'arXiv', address: 'https://arxiv.org/abs/1706.03762' },
    { label: 'PDF', address: 'https://example.org/p.pdf' },
    { label: 'Code', address: 'https://example.org/code' },
  ];
  const { sameAs, encoding } = findArticle({ links });
  assert.deepEqual(sameAs, ['https://doi.org/10.1000/182', 'https://arxiv.org/abs/1706.03762']);
  assert.deepEqual(encoding, [
    {
      '@type': 'MediaObject',
      contentUrl: 'https://example.org/p.pdf',
      encodingFormat: 'application/pdf',
    },
  ]);
});

test('a cited work is known by its DOI, else by its number at arXiv, else by its address alone', () => {
  const works = cite(`
@article{a, title = {A}, author = {von Doe, Jane and {OpenAI}}, year = 2020, journal = {J}, doi = {10.1000/182}, eprint = {1706.03762}, url = {https://example.org/}}
@misc{b, title = {B}, author = {Doe, Jane}, year = {in press}, eprint = {1706.03762}, archiveprefix = {arXiv}}
@proceedings{c, title = {C}, editor = {Roe, Richard}, year = 2020, url = {https://example.org/}}`);
  const jane = { '@type': 'Person', name: 'Jane Doe' };
  assert.deepEqual(findArticle({}, {}, works).citation, [
    {
      '@type': 'ScholarlyArticle',
      '@id': 'https://doi.org/10.1000/182',
      name: 'A',
      author: [
        { '@type': 'Person', name: 'Jane von Doe' },
        { '@type': 'Organization', name: 'OpenAI' },
      ],
      datePublished: '2020',
    },
    {
      '@type': 'ScholarlyArticle',
      '@id': 'https://arxiv.org/abs/1706.03762',
      name: 'B',
      author: [jane],
    },
    {
      '@type': 'Book',
      name: 'C',
      contributor: [{ '@type': 'Person', name: 'Richard Roe' }],
      datePublished: '2020',
      url: 'https://example.org/',
    },
  ]);
});

test('the licence is that of the site and of its pages, and of no paper, which may have another', () => {
  const nodes = listNodes(describe({}, { license: 'CC-BY-4.0' }));
  const licensed = nodes.filter(({ license }) => license !== undefined);
  assert.deepEqual(
    licensed.map((node) => [node['@type'], node.license]),
    [
      ['WebSite', 'https://creativecommons.org/licenses/by/4.0/'],
      ['WebPage', 'https://creativecommons.org/licenses/by/4.0/'],
    ],
  );
});

test('the addresses of a site without one are paths, by which its things are known all the same', () => {
  const page = { ...describe({ title: 'P' }), origin: undefined };
  const ids = listNodes(page).map((node) => node['@id']);
  assert.deepEqual(ids, [
    '/portfolio/#site',
    '/portfolio/papers/p/',
    '/portfolio/papers/p/#work',
    '/portfolio/papers/p/#breadcrumbs',
  ]);
});

test('no text can end the script element that holds it', () => {
  const title = '</script><script>';
  const text = formatStructuredData(describe({ title }));
  assert.doesNotMatch(text, /</);
  const { '@graph': nodes } = JSON.parse(text) as { '@graph': Node[] };
  assert.ok(nodes.some(({ name }) => name === title));
});
