import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const { folder, base } = findBuild('stranger');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const slugs = ['about', 'teaching', 'join'];

test('a free page has the form of an entry, a twin and a card', () => {
  for (const slug of slugs) {
    assert.match(read(`${slug}/index.html`), /<article[^>]* class="page entry entry-page">/);
    assert.match(read(`${slug}/index.md`), /^---\ntitle: /);
    assert.ok(existsSync(join(folder, 'cards', `${slug}.png`)), slug);
  }
  assert.match(read('join/index.html'), /<article lang="he" dir="rtl"/);
});

test('sitemap, llms.txt and the contents page list the free pages and the news', () => {
  const [sitemap, llms, contents] = ['sitemap.xml', 'llms.txt', 'contents/index.html'].map(read);
  for (const slug of slugs) {
    assert.ok(sitemap?.includes(`${base}${slug}/</loc>`), slug);
    assert.ok(llms?.includes(`${base}${slug}/index.md`), slug);
    assert.ok(contents?.includes(`href="${base}${slug}/"`), slug);
  }
  assert.ok(sitemap?.includes(`${base}news/</loc>`));
});

test('a page about the author is an AboutPage of schema.org', () => {
  assert.match(read('about/index.html'), /"@type":"AboutPage"/);
  assert.match(read('teaching/index.html'), /"@type":"WebPage"/);
});

test('the header has five items, of which the last is a menu with the other links', () => {
  const [header = ''] = /<header.*?<\/header>/s.exec(read('index.html')) ?? [];
  const [line = '', menu = ''] = header.split('<details>');
  assert.equal(line.match(/<a [^>]*class="block/g)?.length, 4);
  assert.ok(menu.includes(`href="${base}lebenslauf.txt"`));
  assert.ok(menu.includes('href="https://stranger.example/elsewhere/"'));
  assert.ok(menu.includes(`href="${base}teaching/"`));
  assert.ok(!header.includes(`href="${base}join/"`));
  assert.ok(existsSync(join(folder, 'lebenslauf.txt')));
});

test('the Research page has the three newest news, and the page of news and the feed have all', () => {
  const [news = ''] =
    /<section aria-labelledby="news".*?<\/section>/s.exec(read('index.html')) ?? [];
  assert.equal(news.match(/<time /g)?.length, 3);
  assert.ok(news.includes(`href="${base}news/"`));
  assert.equal(read('news/index.html').match(/<li id="news-/g)?.length, 4);
  assert.match(read('feed.json'), /news\/#news-2026-11-03-2"/);
});

test('a former address of a page leads to it', () => {
  assert.ok(read('me/index.html').includes(`url=${base}about/`));
});
