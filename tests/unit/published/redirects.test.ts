import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeRedirects } from '../../../src/published/redirects.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const scratch = mkdtempSync(join(tmpdir(), 'redirects-'));
after(() => rmSync(scratch, { recursive: true }));

/** Writes the redirects of a site in the folder /portfolio/, and returns its folder. */
function write(formerly: unknown, origin?: string, settings = {}): string {
  const folder = mkdtempSync(join(scratch, 'site-'));
  const papers = [buildPaper('titan', { title: 'R&D of $x^2$', formerly })];
  const site = buildView(settings, [buildThread('probe', { formerly: '/old/probe/' })], papers);
  writeRedirects(folder, { site, references: new Map(), origin });
  return folder;
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('each former address has a page that leads to the entry', () => {
  const folder = write(['/publications/titan/', '/blog/titan.html'], 'https://example.org');
  for (const file of ['publications/titan/index.html', 'blog/titan.html']) {
    const html = read(folder, file);
    assert.match(html, /<meta http-equiv="refresh" content="0;url=\/portfolio\/papers\/titan\/">/);
    assert.match(
      html,
      /<link rel="canonical" href="https:\/\/example\.org\/portfolio\/papers\/titan\/">/,
    );
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.match(html, /<a href="\/portfolio\/papers\/titan\/">R&#x26;D of x²<\/a>/);
    assert.match(
      html,
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';/,
    );
  }
  assert.match(read(folder, 'old/probe/index.html'), /0;url=\/portfolio\/research\/probe\//);
});

test('hosts that can redirect get the list of former addresses, below the base path', () => {
  assert.equal(
    read(write(['/publications/titan', '/études/']), '_redirects'),
    [
      '/portfolio/old/probe/ /portfolio/research/probe/ 301',
      '/portfolio/publications/titan /portfolio/papers/titan/ 301',
      '/portfolio/%C3%A9tudes/ /portfolio/papers/titan/ 301',
      '',
    ].join('\n'),
  );
});

test('the words of the site are English on the page of a site in a language that has none', () => {
  const html = read(write('/a/', undefined, { language: 'he' }), 'a/index.html');
  assert.match(html, /<html lang="he" dir="rtl">/);
  assert.match(html, /<h1 lang="en">This page has moved<\/h1>/);
});

test('a site without former addresses has no list of them', () => {
  const folder = mkdtempSync(join(scratch, 'site-'));
  writeRedirects(folder, {
    site: buildView({}, [buildThread('probe')], []),
    references: new Map(),
    origin: undefined,
  });
  assert.ok(!existsSync(join(folder, '_redirects')));
});

test('no file of the site is replaced', () => {
  const folder = mkdtempSync(join(scratch, 'site-'));
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old/index.html'), 'A file of public/.');
  const site = buildView({}, [buildThread('probe', { formerly: '/old/' })], []);
  const references = new Map();
  assert.throws(
    () => writeRedirects(folder, { site, references, origin: undefined }),
    /old\/index\.html is a file of the site/,
  );
  assert.equal(read(folder, 'old/index.html'), 'A file of public/.');
});

test('the author’s own rules come before those of former addresses', () => {
  const folder = mkdtempSync(join(scratch, 'site-'));
  writeFileSync(join(folder, '_redirects'), '/cv /cv.pdf 302');
  const site = buildView({}, [buildThread('probe', { formerly: '/old/' })], []);
  writeRedirects(folder, { site, references: new Map(), origin: undefined });
  assert.equal(
    read(folder, '_redirects'),
    '/cv /cv.pdf 302\n/portfolio/old/ /portfolio/research/probe/ 301\n',
  );
});
