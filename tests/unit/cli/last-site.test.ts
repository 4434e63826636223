import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { rememberSite } from '../../../src/cli/last-site.ts';

const root = mkdtempSync(join(tmpdir(), 'last-site-'));
after(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const files = [
  'content/site.yaml',
  'content/papers/titan.mdx',
  'public/.well-known/security.txt',
  'dist/index.html',
  'dist/.well-known/security.txt',
];
const target = join(root, 'dist');
const cache = { folder: join(root, 'made'), version: '1' };
const site = { root, folder: 'dist' };

/** Keeps a site, and says whether it is current after a change. */
function isCurrentAfter(change: () => void, next = site, place = cache): boolean {
  for (const file of files) write(file, 'a');
  rememberSite(cache, site, target).keep();
  change();
  return rememberSite(place, next, target).isCurrent();
}

test('a site is current until anything changes that it is built from, or that it holds', () => {
  assert.ok(isCurrentAfter(() => undefined));
  for (const file of files) assert.ok(!isCurrentAfter(() => write(file, 'b')), file);
  for (const file of ['content/papers/b.mdx', 'public/b.txt', 'dist/b.html']) {
    assert.ok(!isCurrentAfter(() => write(file, 'b')), file);
    rmSync(join(root, file));
  }
  for (const file of files) assert.ok(!isCurrentAfter(() => rmSync(join(root, file))), file);
});

test('another address, PDFs and other code make another site', () => {
  const nothing = () => undefined;
  assert.ok(!isCurrentAfter(nothing, { ...site, ...{ address: 'https://a.example/' } }));
  assert.ok(!isCurrentAfter(nothing, { ...site, ...{ hasPdfs: true } }));
  assert.ok(!isCurrentAfter(nothing, site, { ...cache, version: '2' }));
});

test('a site that is completed or inspected is never current', () => {
  const complete = { ...site, complete: () => Promise.resolve() };
  rememberSite(cache, complete, target).keep();
  assert.ok(!isCurrentAfter(() => undefined, complete));
});
