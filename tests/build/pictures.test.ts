import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const biology = findBuild('biology');
const history = findBuild('history');

const read = ({ folder }: { folder: string }, path: string) =>
  readFileSync(join(folder, path), 'utf8');

/** Returns the grid of a page, and its pictures with the file of each. */
function readGrid({ folder }: { folder: string }, path: string) {
  const html = read({ folder }, `${path}index.html`);
  const grid = /<ul role="list" class="architectures">[^]*?<\/ul>/.exec(html)?.[0] ?? '';
  const pictures = Array.from(grid.matchAll(/<img (?:"[^"]*"|[^">])*>/g), ([tag]) => {
    const get = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const file = join(folder, get('src').replace(/^\/\w+\//, ''));
    return { alt: get('alt'), srcset: get('srcset'), class: get('class'), tag, file };
  });
  return { grid, pictures };
}

test('a grid of a thread has pictures, on its page and on the Research page', () => {
  for (const path of ['research/peser-le-sel/', '']) {
    const { pictures } = readGrid(history, path);
    assert.equal(pictures.length, 3);
    for (const { alt, tag, file } of pictures) {
      assert.ok(alt.length > 20);
      assert.match(tag, / width="400" height="300"/);
      assert.match(tag, / loading="lazy"/);
      assert.match(readFileSync(file, 'utf8'), /^<svg xmlns="[^"]+" width="400" height="300"/);
    }
  }
});

test('a grid of a paper has pictures in two themes, and a raster one in several widths', () => {
  const { pictures } = readGrid(biology, 'papers/dalseong2024topography/');
  assert.deepEqual(
    pictures.map((picture) => picture.class),
    ['only-light', 'only-dark', 'only-light', 'only-dark', 'only-light', 'only-dark'],
  );
  const raster = pictures.filter(({ file }) => file.endsWith('.webp'));
  assert.equal(raster.length, 2);
  for (const { srcset, file } of raster) {
    assert.match(srcset, /480w.* 800w.* 1000w/);
    assert.ok(existsSync(file));
  }
  const html = read(biology, 'papers/dalseong2024topography/index.html');
  assert.match(html, /\.only-dark\s*{\s*display:\s*none/);
  assert.match(html, /<a [^>]*href="#grid"/);
});

test('only the copies of a picture are published', () => {
  const names = globSync('_astro/valley*', { cwd: biology.folder });
  assert.ok(names.length > 0);
  for (const name of names) assert.match(name, /\.webp$/);
});

test('twins and research.json have the pictures of a grid with their descriptions, each once', () => {
  const twin = read(biology, 'papers/dalseong2024topography/index.md');
  assert.equal(twin.match(/!\[A walk[^\]]*\]\(https:[^)]*_astro\//g)?.length, 3);
  const { papers } = JSON.parse(read(biology, 'research.json')) as {
    papers: { grid?: { items: { picture?: { address: string; description: string } }[] } }[];
  };
  const items = papers.flatMap(({ grid }) => grid?.items ?? []);
  assert.equal(items.length, 3);
  for (const { picture } of items) assert.match(picture?.description ?? '', /^A walk/);
});

test('the glyph that an author drew is in the pages of its entry and in lists, in the colour of the text', () => {
  for (const path of ['research/peser-le-sel/', 'research/', '']) {
    const html = read(history, `${path}index.html`);
    assert.match(
      html,
      /data-glyph="own"><span[^>]*><svg fill="currentColor" viewBox="0 0 48 48">/,
      path,
    );
  }
});
