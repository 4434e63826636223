import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { findBuild } from '../support/builds.ts';

const biology = findBuild('biology');
const history = findBuild('history');

/** Returns the main part of a page without its tags. */
function readMain({ folder }: { folder: string }, path: string): string {
  const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
  return (/<main[^]*<\/main>/.exec(html)?.[0] ?? '').replace(/\s+/g, ' ');
}

test('an example names no real work and no site of somebody', () => {
  const files = globSync('examples/*/content/**/*.{bib,mdx,yaml}', { cwd: projectFolder });
  assert.ok(files.length > 20);
  for (const file of files.filter((path) => !path.includes('showcase'))) {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    for (const [, host = ''] of text.matchAll(/https?:\/\/([^/\s'"}]+)/g))
      assert.match(host, /(^|\.)example\.org$/, file);
    for (const [doi] of text.matchAll(/\b10\.\d{4,}\/\S+/g)) assert.match(doi, /^10\.5555\//, file);
  }
});

test('a biologist with sixty papers has one list of them by year, with her name marked among others', () => {
  const main = readMain(biology, 'papers/');
  const rows = main.match(/<h3[^>]*> ?<a href="\/biology\/papers\/[^"]+"/g) ?? [];
  assert.equal(rows.length, 61);
  for (const year of ['2009', '2017', '2026']) assert.match(main, new RegExp(`>${year} ?</h2>`));
  const marked = main.split('<h3').filter((row) => /<bdi class="[^"]+">Tamsin/.test(row));
  // Two theses are hers alone, and one paper is by a consortium.
  assert.equal(marked.length, 61 - 3);
});

test('the first page shows what she selected, and links to the rest', () => {
  const main = readMain(biology, '');
  assert.match(main, /The Topography of Resistance across a Gradient of Temperature/);
  assert.doesNotMatch(main, /Counting Genes That Nobody Has Named/);
  assert.match(main, /All 61 papers/);
});

test('a plot, a figure, a table and an equation of a paper are on its page', () => {
  const main = readMain(biology, 'papers/dalseong2024topography/');
  for (const id of ['fig-peaks', 'fig-cube', 'tbl-ruggedness', 'eq-sign'])
    assert.match(main, new RegExp(`id="${id}"`), id);
});

test('a historian has books and chapters in two languages, each in its own direction', () => {
  const main = readMain(history, 'papers/');
  assert.match(main, /Une brève histoire de l’encre/);
  assert.match(main, /lang="ar"[^>]*>[^<]*(<[^>]+>)*أوراق البحر/);
  const book = readFileSync(join(history.folder, 'papers/awraq2024/index.html'), 'utf8');
  assert.match(book, /<article[^>]*lang="ar"[^>]*dir="rtl"/);
  assert.match(readMain(history, 'nubdha/'), /<article[^>]*lang="ar"[^>]*dir="rtl"/);
});

test('her name is hers in both scripts', () => {
  const main = readMain(history, 'papers/');
  const [, row = ''] = main.split('من كتب هذه الرسالة');
  assert.match(row.split('<h3')[0] ?? '', /<bdi class="[^"]+">إيزور بلكاستر نحّاس<\/bdi>/);
});

test('a book that she translated, and a chapter, name those who made them with her', () => {
  const main = readMain(history, 'papers/');
  const findRow = (title: string) =>
    main
      .split(title)[1]
      ?.split('<h3')[0]
      ?.replace(/<[^>]*>/g, '');
  assert.match(findRow('Le Livre des marées') ?? '', /Traduit par Isaure Belcastre-Nahhas/);
  assert.match(
    findRow('Le drogman absent') ?? '',
    /Ouvrage dirigé par Maud Dessauvages, Côme Vautrinel/,
  );
  assert.match(readMain(history, 'papers/awraq2024/'), /<span lang="fr">Traduit par<\/span>/);
});

test('an Arabic publisher, affiliation and year keep their places in a line of another language', () => {
  assert.match(readMain(history, 'papers/'), /\u2068دار الرصيف\u2069, 2024/);
  assert.match(readMain(history, ''), / \(<bdi>معهد دراسات البحر، قصر الملح<\/bdi>\)/);
});

test('what is quoted and noted in French stands as the author wrote it', () => {
  const main = readMain(history, 'research/ecrire-pour-autrui/');
  assert.match(main, /<blockquote>.*celle-ci est pour vous assurer.*<\/blockquote>/);
  assert.match(main, /L’orthographe est modernisée/);
});
