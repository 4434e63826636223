import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildKey } from '../../../src/cache/file-cache.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { startFinishing, startListingInputs } from '../../../src/published/finished-page.ts';
import type { PublishedSite } from '../../../src/published/site.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const folder = mkdtempSync(join(tmpdir(), 'finished-'));
after(() => rmSync(folder, { recursive: true }));
const cache = { folder: join(folder, 'made'), version: '1' };

interface Change {
  settings?: object;
  thread?: object;
  paper?: object;
  year?: number;
  origin?: string | undefined;
}

function build({ settings, thread, paper, year = 1843, ...change }: Change = {}): PublishedSite {
  const works = parseBibliography(
    `@misc{ada, author = {A}, title = {N}, year = {${year}}}`,
    'a.bib',
  );
  return {
    site: buildView(
      settings ?? {},
      [buildThread('probe', thread)],
      [buildPaper('paper', { threads: ['probe'], ...paper })],
    ),
    references: new Map(works.entries.map((entry) => [entry.key, buildReference(entry)])),
    origin: 'origin' in change ? change.origin : 'https://ada.example',
  };
}

const page = {
  address: '/portfolio/research/probe/',
  file: 'research/probe/index.html',
  html:
    '<!doctype html><html><head><meta charset="utf-8"></head><body><main><h1>probe</h1>' +
    '<p style="color:red">Words.</p></main></body></html>',
};
const getKey = (site: PublishedSite, raw = page) =>
  buildKey(cache, ...startListingInputs(site)(raw));

test('a change of each input of a page makes another key', () => {
  const keys = [
    getKey(build()),
    getKey(build(), { ...page, html: page.html.replace('Words', 'Others') }),
    getKey(build(), { ...page, address: '/portfolio/papers/paper/' }),
    getKey(build(), { ...page, file: 'research/other/index.html' }),
    getKey(build({ origin: 'https://bob.example' })),
    getKey(build({ origin: undefined })),
    getKey(build({ year: 1844 })),
    getKey(build({ settings: { language: 'de' } })),
    getKey(build({ settings: { author: { name: 'Ada Lovelace' } } })),
    getKey(build({ settings: { license: 'CC-BY-4.0' } })),
    getKey(build({ thread: { accent: 'violet' } })),
    getKey(build({ thread: { tags: ['Transformers'] } })),
    getKey(build({ thread: { started: '2026-02' } })),
    getKey(build({ paper: { title: 'Another' } })),
  ];
  assert.equal(new Set(keys).size, keys.length);
});

test('another build, and an entry that the page does not name, leave the key', () => {
  assert.equal(getKey(build()), getKey(build()));
  const alone = (title: string) => getKey(build({ paper: { threads: [], title } }));
  assert.equal(alone('One'), alone('Two'));
});

test('a page from the cache is the one that was made', () => {
  const site = build();
  const fresh = startFinishing(site, '')(page);
  const finish = startFinishing(site, '', cache);
  assert.deepEqual(finish(page), fresh);
  assert.equal(readdirSync(cache.folder).length, 1);
  assert.deepEqual(finish(page), fresh);
  for (const name of readdirSync(cache.folder)) writeFileSync(join(cache.folder, name), 'damaged');
  assert.deepEqual(finish(page), fresh);
});
