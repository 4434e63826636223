import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cardSize } from '../../src/metadata/card/card.ts';
import { cardAddress } from '../../src/metadata/card/address.ts';
import { exampleBuild, portfolioBuild, rootBuild } from '../support/builds.ts';
import { assertWithin } from '../support/bytes.ts';
import { decode, exampleDocuments, type Document } from '../support/document.ts';

const budget = 60_000;
const signature = '89504e470d0a1a0a';

for (const { folder, base, pages } of [rootBuild, portfolioBuild, exampleBuild]) {
  const cards = globSync('cards/**/*.png', { cwd: folder }).map((name) =>
    name.replaceAll('\\', '/'),
  );

  test(`the cards of the site at ${base} are those of its pages`, () => {
    const shown = pages
      .filter((page) => page !== '404.html')
      .map((page) => decodeURI(cardAddress(base + page, base)).slice(base.length));
    assert.deepEqual([...new Set(shown)].toSorted(), cards.toSorted());
  });

  test(`each is a light PNG of the size that networks ask for: ${base}`, (context) => {
    const files = cards.map((name) => readFileSync(join(folder, name)));
    for (const [index, file] of files.entries()) {
      assert.equal(file.toString('hex', 0, 8), signature, cards[index]);
      assert.deepEqual([file.readUInt32BE(16), file.readUInt32BE(20)], Object.values(cardSize));
    }
    assertWithin(context, Math.max(...files.map(({ length }) => length)), budget);
  });
}

const readMeta = ({ root }: Document, property: string): string =>
  decode(root.querySelector(`meta[property="${property}"]`)?.getAttributeValue('content') ?? '');

test('where the site’s address is set, every page names its card, and tells it in words', () => {
  const pages = exampleDocuments.filter(({ path }) => path !== '/404.html');
  for (const page of pages) {
    const address = new URL(readMeta(page, 'og:image'));
    assert.equal(address.origin, 'https://example.org');
    const file = decodeURI(address.pathname).slice(exampleBuild.base.length);
    assert.ok(readFileSync(join(exampleBuild.folder, file)).length > 0, page.path);
    const heading = decode(page.root.querySelector('h1')?.textContent ?? '').trim();
    const [title = ''] = heading.split(/: (threads|papers|outputs)$/);
    const alt = readMeta(page, 'og:image:alt');
    assert.ok(alt.includes(title) && title !== '', `${page.path}: “${alt}” without “${title}”`);
  }
});
