import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const { folder } = findBuild('own-works');

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Returns the words of a part of a page. */
const readWords = (html: string) =>
  html
    .replace(/<(script|style)[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/\s+/g, ' ');

const readMain = (path: string) => /<main[^]*<\/main>/.exec(read(`${path}index.html`))?.[0] ?? '';

test('each of forty-one works has a row and a page', () => {
  const addresses = ['papers/', 'outputs/'].flatMap((list) =>
    Array.from(
      readMain(list).matchAll(/<h3[^>]*>\s*<a href="(\/(?:papers|outputs)\/[^"]+)"/g),
      ([, address = '']) => address,
    ),
  );
  assert.equal(new Set(addresses).size, 41);
  for (const address of addresses) assert.ok(existsSync(join(folder, address, 'index.html')));
});

test('a row says what a work is, and names nobody who is not named', () => {
  const words = readWords(readMain('papers/'));
  for (const line of [
    'Doctoral thesis, University of London, 2019',
    'Master’s thesis, University of London, 2016',
    'Book, Taylor & Francis, 2020',
    'Chapter in A Handbook of Engines, 2021',
    'U.S. Patent 7,654,321, 2018',
    'Report, Royal Society, 2017',
    'Preprint at arXiv, 2022',
    'Submitted to Journal of Engines, 2026',
  ])
    assert.ok(words.includes(line), line);
  assert.match(
    readWords(readMain('outputs/')),
    /Dataset Public since 2024 Version 2\.1, archived at Zenodo/,
  );
  assert.match(words, /Luigi Federico Menabrea et al\./);
  assert.match(words, /Mary Somerville et al\. \(Eds\.\)/);
  assert.doesNotMatch(words, /\bothers\b/);
});

test('a work without an abstract has no place for one', () => {
  for (const page of ['', 'papers/', 'papers/lovelace2020book/', 'tags/engines/'])
    assert.doesNotMatch(readMain(page), /<p[^>]*>\s*<\/p>/, page);
  assert.doesNotMatch(readMain('papers/lovelace2020book/'), /Abstract/);
  const head = read('papers/lovelace2020book/index.html');
  const line = 'Ada Lovelace. Book, Taylor &amp; Francis, 2020.';
  assert.ok(head.includes(`name="description" content="${line}"`), 'description');
});

test('a work is cited as its author states it, and found by search engines as what it is', () => {
  const bibtex = read('papers/lovelace-2024-bernoulli/citation.bib');
  assert.match(bibtex, /^@string\{tmlr = /);
  assert.match(bibtex, /^ {2}pages {4}= \{12--34\},$/m);
  const paper = read('papers/lovelace-2024-bernoulli/index.html');
  assert.match(paper, /name="citation_firstpage" content="12"/);
  assert.match(paper, /name="citation_doi" content="10\.5555\/tmlr\.2024\.7"/);
  const types = {
    'papers/lovelace2019thesis': 'Thesis',
    'papers/lovelace2020book': 'Book',
    'papers/lovelace2021chapter': 'Chapter',
    'outputs/lovelace2024data': 'Dataset',
    'outputs/lovelace2024software': 'SoftwareSourceCode',
    'outputs/lovelace2025keynote': 'PresentationDigitalDocument',
  };
  for (const [slug, type] of Object.entries(types))
    assert.ok(read(`${slug}/index.html`).includes(`{"@type":"${type}","@id"`), slug);
  const handbook = read('papers/lovelace2021handbook/index.html');
  assert.match(handbook, /"editor":\[/);
  assert.doesNotMatch(handbook, /name="citation_author"/);
});

test('a text that cites a work by its key lists it, with a link to its page', () => {
  const readList = (path: string) =>
    /<ol[^>]*class="[^"]*cited[^]*?<\/ol>/.exec(readMain(path))?.[0] ?? '';
  assert.match(readList('research/engines/'), /<a[^>]*href="\/papers\/lovelace2023notes\/"/);
  assert.match(readList('about/'), /<a[^>]*href="\/papers\/lovelace2019thesis\/"/);
  assert.match(read('references.bib'), /@inproceedings\{lovelace2023notes,/);
  assert.doesNotMatch(read('references.bib'), /abstract|\/home\//);
});

test('a page and the news lead to works that have no file', () => {
  for (const path of ['about/', 'news/'])
    assert.match(readMain(path), /href="\/papers\/lovelace2020book\/"/, path);
});
