import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHead, type PageFacts } from '../../../src/metadata/head.ts';
import { buildView } from '../model/specimen.ts';

const { frame } = buildView({}, [], []);
const palettes = { light: { paper: '#ffffff' }, dark: { paper: '#000000' } };
const facts: PageFacts = {
  frame,
  palettes,
  title: 'TITAN',
  description: 'What it is.',
  path: '/portfolio/papers/titan/',
  card: { address: '/portfolio/cards/x.png', alt: 'Paper: X.', width: 1200, height: 630 },
};
const origin = 'https://example.org';
const titleOf = (page: PageFacts) => pageHead(page).find(({ tag }) => tag === 'title')?.text;
const find = (page: PageFacts, key: string, value: string) =>
  pageHead(page).find((tag) => tag[key] === value);

test('a page is titled by itself and its site, the first page by the site alone', () => {
  assert.equal(titleOf(facts), 'TITAN · Research');
  assert.equal(titleOf({ ...facts, title: 'Research' }), 'Research');
});

test('the canonical address is that of the page itself, and left out while the site has none', () => {
  assert.equal(find(facts, 'rel', 'canonical'), undefined);
  assert.equal(
    find({ ...facts, origin }, 'rel', 'canonical')?.href,
    'https://example.org/portfolio/papers/titan/',
  );
});

test('the feeds of the site are found from every page, those of a page from it, by both formats', () => {
  const listFeeds = (page: PageFacts) =>
    pageHead(page)
      .filter(({ rel, title }) => rel === 'alternate' && title !== undefined)
      .map(({ href, type, title }) => [href, type, title]);
  assert.deepEqual(listFeeds(facts), []);
  assert.deepEqual(
    listFeeds({ ...facts, frame: { ...frame, feed: '/feed' }, feed: '/papers/titan/feed' }),
    [
      ['/papers/titan/feed.xml', 'application/atom+xml', 'TITAN'],
      ['/papers/titan/feed.json', 'application/feed+json', 'TITAN'],
      ['/feed.xml', 'application/atom+xml', 'Research'],
      ['/feed.json', 'application/feed+json', 'Research'],
    ],
  );
});

test('a page leads to its twin as plain text, except one that is not to be found', () => {
  const twin = (page: PageFacts) => find(page, 'type', 'text/markdown')?.href;
  assert.equal(twin(facts), '/portfolio/papers/titan/index.md');
  assert.equal(twin({ ...facts, hidden: true }), undefined);
});

test('a hidden page is not to be indexed and has no canonical address', () => {
  const hidden = { ...facts, origin, hidden: true };
  assert.equal(find(hidden, 'name', 'robots')?.content, 'noindex');
  assert.equal(find(hidden, 'rel', 'canonical'), undefined);
});

test('a long description ends with a sentence, or with a word', () => {
  const describe = (description: string) =>
    find({ ...facts, description }, 'name', 'description')?.content;
  const sentence = `${'word '.repeat(20)}end.`;
  assert.equal(describe(`${sentence} ${'more '.repeat(30)}`), sentence);
  assert.equal(describe('word '.repeat(60).trim()), `${'word '.repeat(39)}word…`);
  // A sentence that is too short, and full stops that do not end a sentence.
  assert.match(describe(`Why? ${'word '.repeat(60)}`) ?? '', /^Why\? word .*word…$/);
  const named = `${'word '.repeat(25)}of Garg et al. and of J. Doe, Fig. 2`;
  assert.match(describe(`${named} ${'more '.repeat(30)}`) ?? '', /Fig\. 2 more .*more…$/);
});

/** The Open Graph and similar tags, each with its content. */
const listShared = (page: PageFacts) =>
  pageHead(page)
    .filter(({ property, name }) => /^(og|article|twitter):/.test(property ?? name ?? ''))
    .map(({ property, name, content }) => [property ?? name, content]);

test('a page that is shared says what it is; its addresses are whole, or left out', () => {
  const words = [
    ['og:title', 'TITAN'],
    ['og:description', 'What it is.'],
    ['og:type', 'website'],
    ['og:site_name', 'Research'],
  ];
  assert.deepEqual(listShared(facts), words);
  assert.deepEqual(listShared({ ...facts, origin }), [
    ...words,
    ['og:url', 'https://example.org/portfolio/papers/titan/'],
    ['og:image', 'https://example.org/portfolio/cards/x.png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'Paper: X.'],
    ['twitter:card', 'summary_large_image'],
  ]);
  assert.deepEqual(listShared({ ...facts, origin, hidden: true }), []);
});

test('an entry is shared by its whole title, with its dates and tags', () => {
  const work = { title: 'TITAN: Whole', authors: ['Ada Example'], tags: ['A', 'B'] };
  const page = { ...facts, work: { ...work, published: '2026-04', updated: '2026-05-01' } };
  assert.deepEqual(listShared(page), [
    ['og:title', 'TITAN: Whole'],
    ['og:description', 'What it is.'],
    ['og:type', 'article'],
    ['og:site_name', 'Research'],
    ['article:published_time', '2026-04'],
    ['article:modified_time', '2026-05-01'],
    ['article:tag', 'A'],
    ['article:tag', 'B'],
  ]);
  assert.equal(find(page, 'name', 'author')?.content, 'Ada Example');
  const undated = listShared({ ...facts, work }).map(([name]) => name);
  assert.ok(!undated.some((name) => name?.endsWith('_time')));
});

test('a territory of the language is told, and none is invented', () => {
  const locale = (language: string) =>
    find({ ...facts, frame: { ...frame, language } }, 'property', 'og:locale')?.content;
  assert.equal(locale('en-GB'), 'en_GB');
  assert.equal(locale('en'), undefined);
});

test('a browser finds the icons below the base, and the ground of each theme', () => {
  const links = pageHead(facts).filter(({ rel }) => /icon|manifest/.test(rel ?? ''));
  assert.deepEqual(
    links.map(({ rel, href }) => [rel, href]),
    [
      ['icon', '/portfolio/favicon.svg'],
      ['icon', '/portfolio/icon-192.png'],
      ['apple-touch-icon', '/portfolio/icon-180.png'],
      ['manifest', '/portfolio/manifest.webmanifest'],
    ],
  );
  const colours = pageHead(facts).filter(({ name }) => name === 'theme-color');
  assert.deepEqual(
    colours.map(({ media, content }) => [media, content]),
    [
      ['(prefers-color-scheme: light)', '#ffffff'],
      ['(prefers-color-scheme: dark)', '#000000'],
    ],
  );
});

test('a page names itself as PDF where it is there', () => {
  assert.equal(find(facts, 'type', 'application/pdf'), undefined);
  const pdfs = new Map([[facts.path, '/portfolio/papers/titan/titan.pdf']]);
  const link = find({ ...facts, frame: { ...frame, pdfs } }, 'type', 'application/pdf');
  assert.deepEqual([link?.rel, link?.href], ['alternate', '/portfolio/papers/titan/titan.pdf']);
});

test('an entry is by those whom it names, any other page by whose the site is', () => {
  const listAuthors = (page: PageFacts) =>
    pageHead(page)
      .filter(({ name }) => name === 'author')
      .map(({ content }) => content);
  const owned = { ...facts, frame: { ...frame, author: 'Ada Example' } };
  assert.deepEqual(listAuthors(owned), ['Ada Example']);
  assert.deepEqual(listAuthors({ ...owned, work: { title: 'TITAN', authors: [], tags: [] } }), []);
  assert.deepEqual(listAuthors(facts), []);
});
