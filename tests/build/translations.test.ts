import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const history = findBuild('history');
const home = 'https://example.org/history';

const read = (path: string): string => readFileSync(join(history.folder, path), 'utf8');
const readPage = (path: string): string => read(`${path}index.html`).replace(/\s*([<>])\s*/g, '$1');

const original = readPage('research/peser-le-sel/');
const english = readPage('research/peser-le-sel/en/');

test('the page of a translation is in its language, in the frame of the site', () => {
  assert.match(english, /<html lang="en"/);
  assert.match(english, /<header [^>]*lang="fr"/);
  assert.match(english, /<footer [^>]*lang="fr"/);
  assert.match(english, /class="skip-link" lang="fr">Aller au texte/);
  assert.match(english, /<h2 [^>]*>Research Question<\/h2>/);
  assert.match(english, /Mar 2021/);
  assert.match(original, /<html lang="fr"/);
  assert.match(original, /<header class="[^"]*">/);
});

test('a text and its translation link to each other, for readers and for search engines', () => {
  const link = (path: string, language: string, name: string) =>
    new RegExp(
      `<a href="/history${path}" hreflang="${language}" lang="${language}" dir="ltr"[^>]*>${name}</a>`,
    );
  assert.match(original, link('/research/peser-le-sel/en/', 'en', 'English'));
  assert.match(english, link('/research/peser-le-sel/', 'fr', 'Français'));
  for (const [path, page] of [
    ['research/peser-le-sel/', original],
    ['enseignement/', readPage('enseignement/en/')],
  ] as const)
    assert.deepEqual(
      Array.from(page.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g), ([, ...link]) => link),
      [
        ['fr', `${home}/${path}`],
        ['en', `${home}/${path}en/`],
        ['x-default', `${home}/${path}`],
      ],
    );
  assert.ok(!readPage('research/ecrire-pour-autrui/').includes('hreflang'));
  for (const list of ['', 'research/', 'contents/'])
    assert.match(readPage(list), link('/research/peser-le-sel/en/', 'en', 'English'), list);
  assert.match(readPage('contents/'), link('/enseignement/en/', 'en', 'English'));
});

test('a translation has the facts, the files and the citation of its work, which counts once', () => {
  assert.match(english, /Peser le sel : mesures, fraudes et confiance/);
  assert.match(english, /<annotation|Three-Phase Methodology/);
  assert.equal(
    read('research/peser-le-sel/en/citation.bib'),
    read('research/peser-le-sel/citation.bib'),
  );
  assert.ok(read('sitemap.xml').includes(`<loc>${home}/research/peser-le-sel/en/</loc>`));
  for (const file of ['research.json', 'llms.txt'])
    assert.ok(!read(file).includes('peser-le-sel/en/'), file);
  assert.ok(!/<id>[^<]*\/en\/</.test(read('feed.xml')));
  assert.match(
    read('research/peser-le-sel/en/index.md'),
    /\ntranslation-of: https:\/\/example\.org\/history\/research\/peser-le-sel\/\n/,
  );
  assert.ok(existsSync(join(history.folder, 'cards/research/peser-le-sel/en.png')));
});
