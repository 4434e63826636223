import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRobots, formatSitemap } from '../../../src/metadata/sitemap.ts';
import { checkSitemap } from '../../../src/verify/formats.ts';

const pages = [
  { address: '/portfolio/', updated: '2026-03-01' },
  { address: '/portfolio/tags/%D0%B6/' },
];
const sitemap = formatSitemap(pages, [], 'https://ada.example');

test('a sitemap has whole addresses, and a date where one is known', () => {
  checkSitemap(sitemap);
  assert.deepEqual(sitemap.match(/<url>.*<\/url>/g), [
    '<url><loc>https://ada.example/portfolio/</loc><lastmod>2026-03-01</lastmod></url>',
    '<url><loc>https://ada.example/portfolio/tags/%D0%B6/</loc></url>',
  ]);
});

test('a page in two languages names both, and the original for others, on each', () => {
  const edition = (language: string, address: string) => ({
    language,
    address,
    title: 'T',
    name: 'N',
  });
  const editions = [edition('en', '/a/'), edition('fr', '/a/fr/')];
  const map = formatSitemap(
    [{ address: '/a/' }, { address: '/a/fr/' }, { address: '/b/' }],
    [{ editions }, {}],
    'https://ada.example',
  );
  checkSitemap(map);
  const links =
    '<xhtml:link rel="alternate" hreflang="en" href="https://ada.example/a/" />' +
    '<xhtml:link rel="alternate" hreflang="fr" href="https://ada.example/a/fr/" />' +
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://ada.example/a/" />';
  assert.deepEqual(map.match(/<url>.*<\/url>/g), [
    `<url><loc>https://ada.example/a/</loc>${links}</url>`,
    `<url><loc>https://ada.example/a/fr/</loc>${links}</url>`,
    '<url><loc>https://ada.example/b/</loc></url>',
  ]);
  assert.match(map, /<urlset[^>]* xmlns:xhtml="http:\/\/www\.w3\.org\/1999\/xhtml"/);
});

const slips: [what: string, from: string, to: string][] = [
  ['a date that there is not', '2026-03-01', '2026-02-30'],
  ['a month, which is no day', '2026-03-01', '2026-03'],
  ['an address that is not whole', 'https://ada.example', ''],
  ['a letter that is not escaped', '%D0%B6', 'ж'],
  ['a page that stands twice', 'tags/%D0%B6/', ''],
];

for (const [what, from, to] of slips)
  test(`the schema of sitemaps finds ${what}`, () => {
    assert.notEqual(sitemap.replace(from, to), sitemap);
    assert.throws(() => checkSitemap(sitemap.replace(from, to)));
  });

test('crawlers may read everything, and find the sitemap where there is one', () => {
  assert.equal(formatRobots(undefined), 'User-agent: *\nAllow: /\n');
  assert.equal(
    formatRobots('https://ada.example/sitemap.xml'),
    'User-agent: *\nAllow: /\n\nSitemap: https://ada.example/sitemap.xml\n',
  );
});
