import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHead, type PageFacts } from '../../../src/metadata/head.ts';

const facts: PageFacts = {
  title: 'TITAN',
  siteTitle: 'Research',
  description: 'What it is.',
  path: '/portfolio/papers/titan/',
  icon: '/portfolio/favicon.svg',
};
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
    find({ ...facts, origin: 'https://example.org' }, 'rel', 'canonical')?.href,
    'https://example.org/portfolio/papers/titan/',
  );
});

test('the feeds of the site are found from every page, those of a page from it, by both formats', () => {
  const listFeeds = (page: PageFacts) =>
    pageHead(page)
      .filter(({ rel }) => rel === 'alternate')
      .map(({ href, type, title }) => [href, type, title]);
  assert.deepEqual(listFeeds(facts), []);
  assert.deepEqual(listFeeds({ ...facts, siteFeed: '/feed', feed: '/papers/titan/feed' }), [
    ['/feed.xml', 'application/atom+xml', 'Research'],
    ['/feed.json', 'application/feed+json', 'Research'],
    ['/papers/titan/feed.xml', 'application/atom+xml', 'TITAN'],
    ['/papers/titan/feed.json', 'application/feed+json', 'TITAN'],
  ]);
});

test('a hidden page is not to be indexed and has no canonical address', () => {
  const hidden = { ...facts, origin: 'https://example.org', hidden: true };
  assert.equal(find(hidden, 'name', 'robots')?.content, 'noindex');
  assert.equal(find(hidden, 'rel', 'canonical'), undefined);
});

test('a long description ends with a sentence, or with a word', () => {
  const describe = (description: string) =>
    find({ ...facts, description }, 'name', 'description')?.content;
  const sentence = `${'word '.repeat(20)}end.`;
  assert.equal(describe(`${sentence} ${'more '.repeat(30)}`), sentence);
  assert.equal(describe('word '.repeat(60).trim()), `${'word '.repeat(39)}word…`);
});

test('the card of a page is named by its whole address, and so left out while the site has none', () => {
  const card = { address: '/portfolio/cards/x.png', alt: 'Paper: X.', width: 1200, height: 630 };
  const list = (page: PageFacts) =>
    pageHead(page)
      .filter(({ property, name }) => /^(og:image|twitter:card)/.test(property ?? name ?? ''))
      .map(({ property, name, content }) => [property ?? name, content]);
  assert.deepEqual(list({ ...facts, origin: 'https://example.org', card }), [
    ['og:image', 'https://example.org/portfolio/cards/x.png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'Paper: X.'],
    ['twitter:card', 'summary_large_image'],
  ]);
  assert.deepEqual(list({ ...facts, card }), []);
  assert.deepEqual(list({ ...facts, origin: 'https://example.org', card, hidden: true }), []);
});
