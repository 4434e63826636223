import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feeds } from '../../../src/verify/feeds.ts';
import { sitemap } from '../../../src/verify/sitemap.ts';
import { listProblems } from './hand-made.ts';
import { writePaper, writeWithout } from './specimen.ts';

const check = (...change: Parameters<typeof writePaper>) =>
  listProblems(feeds, writePaper(...change));

test('feeds that are right are let through', async () => {
  assert.deepEqual(await check(), []);
});

test('an item in a language of its own is one of both formats', async () => {
  assert.deepEqual(await check('feed.xml', '<entry>', '<entry xml:lang="de">'), []);
});

/** Changes of a feed, and the resulting messages. */
const slips: [file: string, old: string, text: string, message: RegExp][] = [
  ['feed.json', '"language":"en",', '', /^\/feed\.json It is not a valid JSON Feed: language: /],
  ['feed.json', '{', '', /^\/feed\.json It is not JSON: /],
  [
    'feed.json',
    '"id":"https://example.org/papers/a/"',
    '"id":"https://example.org/papers/b/"',
    /b\/, but there is no such file\.$/,
  ],
  ['feed.json', '/papers/a/#end', '/papers/a/#no', /#no, but that page has no id “no”\.$/],
  [
    'feed.json',
    'https://example.org/papers/a/#end',
    '#end',
    /It links to “#end”, which is not a whole address\.$/,
  ],
  ['feed.json', '<p>', '<p class=\\"a\\">', /needs the styles of the site: <p class=\.$/],
  [
    'feed.json',
    '"feed_url":"https://example.org/',
    '"feed_url":"https://example.org/a/',
    /^\/feed\.json Its address is /,
  ],
  ['feed.xml', '<title>', '<a>A</a><title>', /^\/feed\.xml It is not valid Atom: /],
  [
    'feed.xml',
    '<entry><id>https://example.org/papers/a/',
    '<entry><id>https://example.org/',
    /^\/feed\.json Its items are not those of the Atom feed\.$/,
  ],
  [
    'papers/a/index.html',
    '<link rel="alternate" href="/feed.xml" title="Site">',
    '',
    /^\/papers\/a\/ It links to feed\.json; expected feed\.xml, feed\.json\.$/,
  ],
];

for (const [file, old, text, message] of slips)
  test(`what is wrong with a feed is found: ${message.source}`, async () => {
    const found = await check(file, old, text);
    assert.ok(
      found.some((one) => message.test(one)),
      found.join('\n'),
    );
  });

test('a feed in one format alone is told of', async () => {
  assert.deepEqual(await listProblems(feeds, writeWithout('feed.json')), [
    '/feed.json It does not exist.',
  ]);
});

test('a site without an address has no feeds to lead to, and no sitemap', async () => {
  const site = { ...writePaper(), origin: undefined };
  assert.match((await listProblems(feeds, site)).join('\n'), /; expected none\.$/m);
  assert.deepEqual(await listProblems(sitemap, site), [
    '/sitemap.xml The site has a sitemap but no address.',
  ]);
});

test('what is wrong with the sitemap is found', async () => {
  const list = (...change: Parameters<typeof writePaper>) =>
    listProblems(sitemap, writePaper(...change));
  assert.deepEqual(await list(), []);
  assert.deepEqual(await list('sitemap.xml', 'papers/a/', 'papers/b/'), [
    '/sitemap.xml It lacks https://example.org/papers/a/.',
    '/sitemap.xml It lists https://example.org/papers/b/, which does not exist.',
  ]);
  assert.match(String(await list('sitemap.xml', '<loc>', '<a>b</a><loc>')), /not a valid sitemap/);
  assert.match(String(await list('robots.txt', 'Sitemap', 'Map')), /robots\.txt lacks the line/);
  assert.deepEqual(await listProblems(sitemap, writeWithout('sitemap.xml')), [
    '/sitemap.xml It does not exist.',
  ]);
});
