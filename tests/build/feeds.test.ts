import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleBuild, portfolioBuild, rootBuild } from '../support/builds.ts';
import {
  documents,
  exampleDocuments,
  portfolioDocuments,
  type Document,
} from '../support/document.ts';
import { checkAtom, checkSitemap, jsonFeed } from '../../src/verify/formats.ts';

const { folder, base } = exampleBuild;
const site = `https://example.org${base}`;
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The file of the example at a whole address, and the page that it is, if it is one. */
const findFile = (address: string) => {
  const { pathname, origin } = new URL(address);
  assert.equal(origin + base, site, address);
  const path = decodeURI(pathname).slice(base.length);
  return { path, page: exampleDocuments.find((page) => page.path === `/${path}`) };
};

const files = globSync('**/feed.json', { cwd: folder });
const feeds = files.map((file) => ({ file, ...jsonFeed.parse(JSON.parse(read(file))) }));
const items = feeds.flatMap((feed) => feed.items);

/** Where the feeds are to which the head of a page leads, as files. */
const listAlternates = ({ root }: Document) =>
  root
    .querySelectorAll('link[rel="alternate"][title]')
    .map((link) => decodeURI(link.getAttributeValue('href') ?? '').slice(base.length));

test('the site, each thread and each tag has a feed in both formats, each valid', () => {
  const followed = exampleDocuments.filter(({ path }) =>
    /^\/(research\/[^/]+\/|tags\/[^/]+\/)?$/.test(path),
  );
  assert.deepEqual(
    files.toSorted(),
    followed.map(({ path }) => `${path.slice(1)}feed.json`).toSorted(),
  );
  for (const file of files) {
    const atom = read(file.replace(/json$/, 'xml'));
    checkAtom(atom);
    const ids = atom.match(/(?<=<entry><id>)[^<]+/g);
    assert.deepEqual(
      ids,
      jsonFeed.parse(JSON.parse(read(file))).items.map(({ id }) => id),
    );
  }
});

test('every page leads to the feeds of the site, and a thread and a tag to their own', () => {
  for (const page of exampleDocuments) {
    const own = page.path.slice(1);
    const expected = files.includes(`${own}feed.json`) && own !== '' ? [own, ''] : [''];
    assert.deepEqual(
      listAlternates(page),
      expected.flatMap((path) => [`${path}feed.xml`, `${path}feed.json`]),
      page.path,
    );
  }
});

test('a thread says that it can be followed', () => {
  const links = exampleDocuments.filter(({ root }) =>
    root
      .querySelectorAll('.entry-rail a')
      .some(({ textContent }) => textContent.includes('Follow')),
  );
  assert.deepEqual(
    links.map(({ path }) => path),
    exampleDocuments.map(({ path }) => path).filter((path) => /^\/research\/./.test(path)),
  );
});

test('what a feed tells of is where it says', () => {
  assert.ok(items.length > 20);
  for (const address of feeds.flatMap((feed) => [
    feed.home_page_url,
    ...feed.items.map((i) => i.id),
  ])) {
    const { page } = findFile(address);
    const { hash } = new URL(address);
    assert.ok(page, address);
    if (hash) assert.equal(page.root.querySelectorAll(hash).length, 1, address);
  }
  for (const { file, feed_url } of feeds) assert.equal(findFile(feed_url).path, file);
});

const [prose = ''] = items.flatMap(({ id, content_html }) =>
  id === `${site}research/what-prose-can-do/` ? content_html : [],
);

test('an entry is whole, in its own words', () => {
  for (const words of [
    'It is opened without script',
    'What is long can be folded',
    'Copy</strong>',
  ])
    assert.ok(prose.includes(words), words);
});

test('every formula is there once, as MathML that holds its TeX, and no other markup of KaTeX', () => {
  const page = exampleDocuments.find(({ path }) => path === '/research/what-prose-can-do/');
  const count = page?.root.querySelectorAll('.katex').length;
  assert.ok(count);
  assert.equal(prose.match(/<math /g)?.length, count);
  assert.equal(prose.match(/<annotation encoding="application\/x-tex">/g)?.length, count);
  assert.equal(prose.match(/2\/\\lambda_{\\max}/g)?.length, 1);
});

test('nothing in a feed needs the style or the script of the site', () => {
  const html = items.map(({ content_html }) => content_html).join('\n');
  assert.doesNotMatch(
    html,
    /<(script|style|svg|span|button)|\s(class|style|id|tabindex|aria-\w+)=/,
  );
});

test('every address in a feed is whole, and those of the site lead somewhere', () => {
  const html = items.map(({ content_html }) => content_html).join('\n');
  const addresses = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  assert.ok(addresses.some((address) => address.endsWith('.webp')));
  for (const address of new Set(addresses)) {
    assert.match(address, /^(https?:\/\/|mailto:)/);
    if (!address.startsWith(site)) continue;
    const { path, page } = findFile(address);
    assert.ok(page ?? existsSync(join(folder, path)), address);
  }
});

test('the sitemap has every page that may be found, with the days that the history tells', () => {
  const sitemap = read('sitemap.xml');
  checkSitemap(sitemap);
  const listed = [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, address]) => address);
  const canonical = exampleDocuments
    .filter(({ root }) => !root.querySelector('meta[name="robots"]'))
    .map(({ root }) => root.querySelector('link[rel="canonical"]')?.getAttributeValue('href'));
  assert.deepEqual(listed.toSorted(), canonical.toSorted());
  assert.ok(
    sitemap.includes(`<loc>${site}papers/retracted-paper/</loc><lastmod>2025-02-28</lastmod>`),
  );
  assert.ok(read('robots.txt').endsWith(`\nSitemap: ${site}sitemap.xml\n`));
});

test('a site has feeds, a sitemap and links to them when it has an address, else none of them', () => {
  for (const [build, pages] of [
    [rootBuild, documents],
    [portfolioBuild, portfolioDocuments],
    [exampleBuild, exampleDocuments],
  ] as const) {
    const hasAddress = pages.some(({ root }) => root.querySelector('link[rel="canonical"]'));
    const found = [
      existsSync(join(build.folder, 'feed.xml')),
      globSync('**/feed.*', { cwd: build.folder }).length > 0,
      existsSync(join(build.folder, 'sitemap.xml')),
      readFileSync(join(build.folder, 'robots.txt'), 'utf8').includes('Sitemap: '),
      pages.some((page) => listAlternates(page).length > 0),
      pages.some(({ html }) => html.includes('Follow this question')),
    ];
    assert.deepEqual(new Set(found), new Set([hasAddress]), build.folder);
  }
});
