import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildSite } from '../../../src/model/site.ts';
import { buildFeeds } from '../../../src/published/feed.ts';
import { news as schema } from '../../../src/schema/news.ts';
import { buildSettings } from './specimen.ts';

function build(news: object[]) {
  const graph = buildGraph({
    site: buildSettings({ address: 'https://example.org/portfolio/' }),
    entries: { thread: [], paper: [] },
    ...schema.parse({ news }),
    references: [],
  });
  return buildSite(graph, '/portfolio/');
}

const site = build([
  { date: '2025', sentence: 'A prize.', link: 'https://example.com/' },
  { date: '2026-04', sentence: 'A *talk*.', link: './slides.pdf' },
  { date: '2026-05-01', sentence: 'One.' },
  { date: '2026-05-01', sentence: 'Another.', link: '/papers/' },
]);

test('the newest news come first, and the Research page has three of them', () => {
  assert.deepEqual(
    site.news.all.map(({ id, date, address }) => [id, date.label, address]),
    [
      ['news-2026-05-01-2', 'May 1, 2026', '/portfolio/papers/'],
      ['news-2026-05-01', 'May 1, 2026', undefined],
      ['news-2026-04', 'Apr 2026', '/portfolio/slides.pdf'],
      ['news-2025', '2025', 'https://example.com/'],
    ],
  );
  assert.equal(site.news.latest.length, 3);
  assert.deepEqual(site.news.rest, { title: 'All news', address: '/portfolio/news/' });
});

test('the page of all news is listed with the date of the newest', () => {
  const page = site.pages.find(({ address }) => address === '/portfolio/news/');
  assert.equal(page?.updated, '2026-05-01');
  assert.equal(site.indexes.news?.title, 'News');
});

test('the feed of the site has the news, each at its place on the page of all news', () => {
  const items = buildFeeds(site, new Map(), 'https://example.org').flatMap((feed) => feed.items);
  assert.deepEqual(
    items.map(({ id }) => id.replace(/.*#/, '')),
    site.news.all.map(({ id }) => id),
  );
  const [first, , third] = items.map(({ id, html }) => [id, html]);
  assert.equal(first?.[0], 'https://example.org/portfolio/news/#news-2026-05-01-2');
  assert.equal(third?.[1], '<p><a href="https://example.org/portfolio/slides.pdf">A talk.</a></p>');
});

test('a sentence in another language says so, on pages and in the feed', () => {
  const own = build([
    { date: '2026', sentence: 'خبر.', language: 'Arabic' },
    { date: '2025', sentence: 'A talk.', language: 'en' },
  ]);
  assert.deepEqual(
    own.news.all.map(({ sentence }) => sentence),
    [{ title: 'خبر.', language: 'ar' }, { title: 'A talk.' }],
  );
  const [feed] = buildFeeds(own, new Map(), 'https://example.org');
  assert.deepEqual(
    feed?.items.map(({ language }) => language),
    ['ar', undefined],
  );
});

test('without news, nothing is there', () => {
  const { news, indexes, frame, pages } = build([]);
  assert.deepEqual(news, { all: [], latest: [] });
  assert.deepEqual([indexes.news, frame.feed], [undefined, undefined]);
  assert.ok(pages.every(({ address }) => !address.includes('news')));
});
