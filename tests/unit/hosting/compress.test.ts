import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressSite } from '../../../src/hosting/compress.ts';

const folder = mkdtempSync(join(tmpdir(), 'compress-'));
after(() => rmSync(folder, { recursive: true }));
const text = 'In-context learning. '.repeat(200);

function lay(name: string): string {
  const site = join(folder, name, 'site');
  mkdirSync(join(site, '.well-known'), { recursive: true });
  mkdirSync(join(site, 'papers/ü'), { recursive: true });
  writeFileSync(join(folder, name, 'outside.txt'), text);
  for (const file of ['index.html', 'papers/ü/citation.bib', '.well-known/security.txt', 'a.csv'])
    writeFileSync(join(site, file), text);
  writeFileSync(join(site, 'small.txt'), 'a'.repeat(1000));
  writeFileSync(join(site, 'noise.txt'), randomBytes(5000));
  writeFileSync(join(site, 'loss.png'), text);
  writeFileSync(join(site, '_headers'), text);
  writeFileSync(join(site, 'a.csv.gz'), 'of the author');
  symlinkSync('../outside.txt', join(site, 'link.txt'));
  return site;
}

const listCopies = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(br|gz)$/.test(file))
    .toSorted();

const site = lay('one');
await compressSite(site);

test('the first page is compressed hardest', async () => {
  const other = join(folder, 'first');
  mkdirSync(join(other, 'papers'), { recursive: true });
  const words = Array.from({ length: 4000 }, (_, index) => (index * 7919).toString(36)).join(' ');
  for (const page of ['index.html', 'papers/index.html']) writeFileSync(join(other, page), words);
  await compressSite(other);
  const [first = 0, second = 0] = ['', 'papers/'].map(
    (path) => readFileSync(join(other, path, 'index.html.br')).length,
  );
  assert.ok(first < second);
});

test('each text gets a copy in Brotli and one in gzip, where that is smaller', () => {
  assert.deepEqual(listCopies(site), [
    '.well-known/security.txt.br',
    '.well-known/security.txt.gz',
    'a.csv.br',
    'a.csv.gz',
    'index.html.br',
    'index.html.gz',
    'papers/ü/citation.bib.br',
    'papers/ü/citation.bib.gz',
  ]);
  assert.equal(brotliDecompressSync(readFileSync(join(site, 'index.html.br'))).toString(), text);
  assert.equal(gunzipSync(readFileSync(join(site, 'index.html.gz'))).toString(), text);
});

test('a file of the author is not written over', () => {
  assert.equal(readFileSync(join(site, 'a.csv.gz'), 'utf8'), 'of the author');
});

test('the copies say neither when nor on which system they were made', () => {
  const gzip = readFileSync(join(site, 'index.html.gz'));
  assert.deepEqual([...gzip.subarray(4, 8)], [0, 0, 0, 0]);
  assert.equal(gzip[9], 255);
});

test('the copies are the same bytes each time', async () => {
  const other = lay('other');
  await compressSite(other);
  for (const copy of listCopies(site))
    assert.ok(readFileSync(join(site, copy)).equals(readFileSync(join(other, copy))), copy);
});

test('texts of any length unpack to what they were', async () => {
  const sizes = [1024, 1025, 65_520, 65_521, 300_000];
  const other = join(folder, 'sizes');
  mkdirSync(other);
  const write = (size: number) => {
    const whole = text.repeat(Math.ceil(size / text.length)).slice(0, size);
    writeFileSync(join(other, `${size}.txt`), whole);
    return whole;
  };
  const texts = sizes.map(write);
  await compressSite(other);
  for (const [index, size] of sizes.entries())
    assert.equal(
      brotliDecompressSync(readFileSync(join(other, `${size}.txt.br`))).toString(),
      texts[index],
    );
});
