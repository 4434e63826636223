import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { anonymousBuild, findBuild, rootBuild } from '../support/builds.ts';

const { folder, base } = findBuild('stranger');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const home = read('index.html');
const block = /<div class="vita [^]*?(?=<div class="entry-|<table)/.exec(home)?.[0] ?? '';

test('the Research page shows who the author is', () => {
  assert.match(
    block,
    /<img src="\/work\/photo-528\.webp" srcset="[^"]+ 176w, [^"]+"[^>]* alt="[^"]+"/,
  );
  assert.match(block, /Профессор &amp; &lt;заведующая&gt;/);
  assert.match(
    block,
    /計算機科學系<\/bdi>, <bdi><a href="https:\/\/uni\.stranger\.example\/"[^>]*>Universität Zürich<\/a>/,
  );
  assert.match(block, /Autorin untersucht <em>tiefe<\/em> Netze mit <span class="katex">/);
  assert.equal(block.match(/ rel="me"/g)?.length, 10);
  // The title of this site is the name.
  assert.doesNotMatch(block, /<h2/);
  assert.match(block, /Betreuung<\/span>|Betreuung:/);
});

test('each size of the photograph is there', () => {
  for (const [, path = ''] of block.matchAll(/(\/work\/photo-\d+\.webp) /g))
    assert.ok(existsSync(join(folder, path.slice(base.length))), path);
});

test('the statement shows the author too', () => {
  const statement = read('statement/index.html');
  assert.match(statement, /photo-528\.webp/);
  assert.match(statement, /計算機科學系, Universität Zürich/);
});

test('names in lists of authors link to the pages of co-authors', () => {
  const link = '<a href="https://people.example/ada?a=b&#38;c" class="link">Ada Lovelace</a>';
  const pages = globSync('papers/**/index.html', { cwd: folder }).map(read);
  assert.ok([home, ...pages].some((html) => html.replaceAll('&amp;', '&#38;').includes(link)));
});

test('no page has the email address of the author in one piece', () => {
  const texts = globSync('{**/*.{html,md},research.json,llms*.txt}', { cwd: folder });
  assert.ok(texts.length > 100);
  assert.deepEqual(
    texts.filter((file) => read(file).includes('zofia@stranger.example')),
    [],
  );
  const { site } = JSON.parse(read('research.json')) as { site: { contacts: object[] } };
  const email = { title: 'E-Mail', address: 'mailto:zofia@stranger.example' };
  assert.deepEqual(site.contacts.at(-1), email);
});

test('nothing is there without the facts, nor in a blind review', () => {
  for (const one of [rootBuild, anonymousBuild]) {
    assert.doesNotMatch(readFileSync(join(one.folder, 'index.html'), 'utf8'), /class="vita/);
    assert.deepEqual(globSync('photo-*', { cwd: one.folder }), []);
  }
});
