import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleBuild, rootBuild } from '../support/builds.ts';
import { documents, exampleDocuments } from '../support/document.ts';
import { jsonFeed } from '../../src/verify/formats.ts';

const { folder, base } = exampleBuild;
const site = `https://example.org${base}`;
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const files = globSync('**/feed.json', { cwd: folder });
const feeds = files.map((file) => ({ file, ...jsonFeed.parse(JSON.parse(read(file))) }));
const items = feeds.flatMap((feed) => feed.items);

test('the site, each thread and each tag has a feed', () => {
  const followed = exampleDocuments.filter(({ path }) =>
    /^\/(research\/[^/]+\/|tags\/[^/]+\/)?$/.test(path),
  );
  assert.deepEqual(
    files.toSorted(),
    followed.map(({ path }) => `${path.slice(1)}feed.json`).toSorted(),
  );
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

const [prose = ''] = items.flatMap(({ id, content_html }) =>
  id === `${site}research/what-prose-can-do/` ? content_html : [],
);

test('an entry is whole, in its own words', () => {
  for (const words of ['It is opened without script', 'What is long can be folded', 'Copy</h3>'])
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

test('a feed shows the pictures of an entry', () => {
  assert.ok(items.some(({ content_html }) => content_html.includes('.webp"')));
});

test('the sitemap has the days that the history tells', () => {
  assert.ok(
    read('sitemap.xml').includes(
      `<loc>${site}papers/retracted-paper/</loc><lastmod>2025-02-28</lastmod>`,
    ),
  );
});

test('a site without an address has no feeds, no sitemap, and nothing that leads to them', () => {
  assert.deepEqual(globSync('**/{feed.*,sitemap.xml}', { cwd: rootBuild.folder }), []);
  assert.ok(documents.every(({ html }) => !html.includes('Follow this question')));
});
