import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from '../../../src/schema/page.ts';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildSite } from '../../../src/model/site.ts';
import { buildPaper, buildSettings } from './specimen.ts';

const pages = [
  { slug: 'teaching', data: page.parse({ title: 'Teaching *and* theses', label: 'Teaching' }) },
  { slug: 'about', data: page.parse({ title: 'About', order: 1 }) },
  { slug: 'join', data: page.parse({ title: 'Join', navigation: false }) },
];

function build(navigation: object[] | undefined, freePages = pages) {
  const graph = buildGraph({
    site: buildSettings({ navigation }),
    entries: { thread: [], paper: [buildPaper('titan')] },
    freePages,
    references: [],
  });
  return buildSite(graph, '/portfolio/');
}

const list = (navigation: object[] | undefined, freePages = pages) => {
  const { links, folded } = build(navigation, freePages).frame.navigation;
  return [links, folded].map((some) => some.map(({ label, address }) => `${label} ${address}`));
};

test('without settings, the header has the lists that exist, and then the pages', () => {
  const expected = [
    'Research /portfolio/',
    'Papers /portfolio/papers/',
    'About /portfolio/about/',
    'Teaching /portfolio/teaching/',
  ];
  assert.deepEqual(list(undefined), [expected, []]);
});

test('the author’s links come in their order, and a page that is among them comes once', () => {
  const navigation = [
    { label: 'Me', page: '/about/#life' },
    { label: 'CV', address: './my files/cv.pdf' },
    { label: 'Feed of the CV', page: './feed.pdf' },
    { label: 'Group', address: 'https://example.org/' },
    { label: 'Tags', page: '/tags/' },
  ];
  const expected = [
    'Me /portfolio/about/#life',
    'CV /portfolio/cv.pdf',
    'Feed of the CV /portfolio/files/feed.pdf',
    'Group https://example.org/',
    'Teaching /portfolio/teaching/',
  ];
  assert.deepEqual(list(navigation), [expected, []]);
});

test('a menu holds the links after the fourth of six', () => {
  const navigation = [1, 2, 3, 4, 5].map((n) => ({ label: `${n}`, page: `/papers/#${n}` }));
  const [links = [], folded = []] = list(navigation, pages.slice(0, 1));
  assert.deepEqual([links.length, folded.length], [4, 2]);
  assert.equal(list(navigation, [])[0]?.length, 5);
});

test('a page is in the sitemap and on the contents page, and never in a list of entries', () => {
  const { pages: dated, rows, entries, freePages, indexes } = build(undefined);
  assert.deepEqual([rows.length, entries.length], [1, 1]);
  assert.deepEqual(
    freePages.map(({ title }) => title),
    ['About', 'Join', 'Teaching and theses'],
  );
  assert.ok(dated.some(({ address }) => address === '/portfolio/join/'));
  assert.match(indexes.contents?.description ?? '', /papers and pages/);
});
