import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGridData } from '../../../src/metadata/research/grid.ts';
import { buildFreePage } from '../../../src/model/free-page.ts';
import { buildGrid, listGridSections } from '../../../src/model/grid.ts';
import { grid } from '../../../src/schema/grid.ts';

const data = grid.parse({
  heading: 'Sources',
  items: [
    { name: 'Seals', picture: './seal.svg', alt: 'A seal of "red" wax' },
    { name: 'Maps', picture: 'map.png', dark: './map-dark.png', alt: 'A map' },
    { name: 'Letters' },
  ],
});

const size = { width: 400, height: 300 };
const pictures = {
  './seal.svg': { src: '/_astro/seal.svg', ...size },
  './map.png': { src: '/_astro/map.webp', srcset: '/_astro/map.webp 480w', ...size },
  './map-dark.png': { src: '/_astro/map-dark.webp', ...size },
};

test('an item has the picture that it names, with its description, in one theme or two', () => {
  const [seals, maps, letters] = buildGrid({ data: { grid: data }, pictures }).grid?.items ?? [];
  assert.deepEqual(seals?.picture, {
    alt: 'A seal of “red” wax',
    light: pictures['./seal.svg'],
  });
  assert.deepEqual(maps?.picture?.light, pictures['./map.png']);
  assert.deepEqual(maps.picture.dark, pictures['./map-dark.png']);
  assert.deepEqual(letters, { name: { title: 'Letters' } });
});

test('a page that is no entry has a grid among its parts', () => {
  const page = { slug: 'room', data: { title: 'Room', grid: data }, pictures };
  const { grid, parts } = buildFreePage(page, (path) => path);
  assert.deepEqual(grid, buildGrid({ data: { grid: data }, pictures }).grid);
  assert.deepEqual(parts.before, [{ id: 'grid', title: 'Sources' }]);
});

test('research.json has the address of a picture and its description', () => {
  const { grid } = buildGrid({ data: { grid: data }, pictures });
  assert.ok(grid);
  const { heading, items } = buildGridData(grid, (path) => `https://example.org${path}`);
  assert.equal(heading, 'Sources');
  assert.deepEqual(items[1], {
    name: 'Maps',
    picture: { address: 'https://example.org/_astro/map.webp', description: 'A map' },
  });
});

test('an entry without a grid has no part of one', () => {
  assert.deepEqual(buildGrid({ data: {} }), {});
  assert.deepEqual(listGridSections(undefined), []);
});
