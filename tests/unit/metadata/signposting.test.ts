import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHeaders } from '../../../src/metadata/headers.ts';
import { listSignposts } from '../../../src/metadata/signposting.ts';
import type { DescribedPage } from '../../../src/metadata/subject.ts';
import { buildPaper, buildView } from '../model/specimen.ts';

const orcid = '0000-0002-1825-0097';
const origin = 'https://ada.example';

/** The page of a paper with `fields`, on a site with `settings`. */
function describePaper(fields: object, settings: object = {}, address = true): DescribedPage {
  const { frame, papers } = buildView(settings, [], [buildPaper('p', fields)]);
  const [entry] = papers;
  assert.ok(entry);
  return {
    ...{ frame, title: entry.short, path: entry.address },
    origin: address ? origin : undefined,
    subject: { kind: 'entry', entry, works: [] },
  };
}

const list = (page: DescribedPage, rel: string) =>
  listSignposts(page)
    .filter((link) => link.rel === rel)
    .map(({ href }) => href);

const link = (address: string, label = 'DOI') => ({ links: [{ label, address }] });

test('a paper is cited by its DOI, else by its page, and by nothing while the site has no address', () => {
  const doi = 'https://doi.org/10.1000/182';
  assert.deepEqual(list(describePaper(link(doi)), 'cite-as'), [doi]);
  assert.deepEqual(list(describePaper({}), 'cite-as'), [`${origin}/portfolio/papers/p/`]);
  assert.deepEqual(list(describePaper({}, {}, false), 'cite-as'), []);
});

test('the author of the site is linked on a paper that names them, and on no other', () => {
  const settings = { author: { name: 'Ada Example', orcid } };
  const find = (authors: string[], site: object = settings) =>
    list(describePaper({ authors }, site), 'author');
  assert.deepEqual(find(['Grace', 'Ada Example']), [`https://orcid.org/${orcid}`]);
  assert.deepEqual(find(['Grace']), []);
  assert.deepEqual(find([]), []);
  assert.deepEqual(find(['Ada Example'], { author: { name: 'Ada Example' } }), []);
  assert.deepEqual(find(['Ada Example'], { author: { orcid } }), []);
});

test('a PDF beside the page is an item, with or without an address of the site', () => {
  const own = { links: [{ label: 'PDF', address: './paper.pdf' }] };
  assert.ok(list(describePaper(own), 'item').includes(`${origin}/portfolio/papers/p/paper.pdf`));
  const without = list(describePaper(own, {}, false), 'item');
  assert.ok(without.includes('/portfolio/papers/p/paper.pdf'));
});

test('a PDF is known by its label or its address', () => {
  for (const [address, label] of [
    ['https://arxiv.org/pdf/1706.03762', 'PDF'],
    ['https://example.org/paper.PDF?v=2', 'Preprint'],
  ] as const)
    assert.deepEqual(list(describePaper(link(address, label)), 'item'), [address]);
  assert.deepEqual(list(describePaper(link('https://example.org/code', 'Code')), 'item'), []);
});

test('citation files are told of a paper with authors alone', () => {
  const find = (authors: string[]) => list(describePaper({ authors }), 'describedby');
  const file = `${origin}/portfolio/papers/p/citation.bib`;
  assert.ok(find(['Grace']).includes(file));
  assert.equal(find([]).includes(file), false);
});

test('an address is written as a header can hold it', () => {
  const page = describePaper(link('https://example.org/<ü>.pdf', 'PDF'));
  const headers = formatHeaders(page.frame.home, [page]);
  assert.match(headers, /^ {2}Link: <https:\/\/example\.org\/%3C%C3%BC%3E\.pdf>; rel="item"/m);
  assert.match(headers, /^[\x20-\x7e\n]*$/);
});

test('a host is given no more rules than it reads, and no longer lines', () => {
  const { links } = link(`https://example.org/${'a'.repeat(2000)}.pdf`, 'PDF');
  const page = describePaper({ links, authors: ['Grace'] });
  const pages = Array.from({ length: 200 }, (_, number) => ({ ...page, path: `/${number}/` }));
  const lines = formatHeaders('/', pages).split('\n');
  assert.equal(lines.filter((line) => line.startsWith('/')).length, 100);
  assert.ok(lines.every(({ length }) => length <= 2000));
  assert.ok(lines.some((line) => line.includes('citation.bib')));
});
