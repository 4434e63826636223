import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { readParts } from '../../../../src/anonymity/files/read.ts';
import { buildChunk, buildPdf, buildPng, buildZip } from './specimen.ts';

const name = 'Ada Løvelace';
const ascii = 'Ada Lovelace';
const wide = Buffer.from(name, 'utf16le');
const exif = Buffer.concat([Buffer.from('II*\0\b\0\0\0'), wide]);
const tiff = { IFD0: { Artist: ascii } };
const pixel = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

/** A file as `gzip` compresses it, which keeps the name that it had. */
function nameInside(archive: Buffer): Buffer {
  const header = Buffer.from(archive.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from(`${name}.json\0`), archive.subarray(10)]);
}

/** Files that name the author, each in one place. */
const files: [kind: string, where: string | undefined, bytes: Buffer | Promise<Buffer>][] = [
  ['a text', undefined, Buffer.from(`by ${name}`)],
  ['a text in UTF-16', undefined, Buffer.concat([Buffer.from('fffe', 'hex'), wide])],
  ['a PNG', 'chunk tEXt', buildPng(buildChunk('tEXt', `Author\0${name}`))],
  ['a PNG', 'chunk tEXt', buildPng(buildChunk('tEXt', Buffer.from(`Author\0${name}`, 'latin1')))],
  [
    'a PNG',
    'chunk zTXt',
    buildPng(buildChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(name)]))),
  ],
  ['a PNG', 'chunk iTXt', buildPng(buildChunk('iTXt', `Author\0\0\0\0\0${name}`))],
  [
    'a PNG',
    'chunk iTXt',
    buildPng(
      buildChunk('iTXt', Buffer.concat([Buffer.from('XMP\0\x01\0en\0X\0'), deflateSync(name)])),
    ),
  ],
  ['a PNG', 'chunk eXIf', buildPng(buildChunk('eXIf', exif))],
  ['a PNG', 'chunk prVt', buildPng(buildChunk('prVt', name))],
  ['a PNG', 'after its last chunk', buildPng(Buffer.alloc(0), `by ${name}`)],
  ['a JPEG', 'its metadata', pixel.clone().withExif(tiff).jpeg().toBuffer()],
  ['a WebP', 'its metadata', pixel.clone().withXmp(`<x>${name}</x>`).webp().toBuffer()],
  ['an AVIF', 'its metadata', pixel.clone().withExif(tiff).avif().toBuffer()],
  ['a PDF', 'its properties', buildPdf({ author: name })],
  ['a PDF', 'its XMP', buildPdf({ xmp: `<x>${ascii}</x>` })],
  ['a PDF', 'its outline', buildPdf({ outline: name })],
  ['a PDF', 'page 1', buildPdf({ text: ascii })],
  ['a PDF in letters far apart', 'page 1', buildPdf({ text: 'L o v e l a c e' })],
  ['a PDF', 'page 1, a link or note', buildPdf({ link: `https://example.org/${ascii}` })],
  ['a PDF', 'page 1, a link or note', buildPdf({ note: name })],
  ['a PDF', 'its properties', buildPdf({ company: name })],
  ['a PDF', 'its objects', buildPdf({ old: ascii })],
  ['a PDF', 'its objects', buildPdf({ figure: name, old: '<         >' })],
  ['a PDF', 'its objects', buildPdf({ old: `/Alt <${Buffer.from(ascii).toString('hex')}>` })],
  ['a PDF that is broken', 'its bytes', Buffer.from(`%PDF-1.7 \xff${ascii}`, 'latin1')],
  ['a ZIP', 'a.txt', buildZip('a.txt', name)],
  ['a ZIP', `${ascii}.txt, its name`, buildZip(`${ascii}.txt`, '')],
  ['a ZIP', 'around its files', Buffer.concat([buildZip('a.txt', ''), Buffer.from(`by ${name}`)])],
  ['a compressed file', 'x.json', gzipSync(JSON.stringify({ name }))],
  ['a compressed file', 'around its files', nameInside(gzipSync(''))],
  [
    'an address that holds a file',
    'data: address 1',
    Buffer.from(`x("data:text/plain;base64,${Buffer.from(name).toString('base64')}")`),
  ],
  [
    'a picture in a style sheet',
    'data: address 1, chunk tEXt',
    Buffer.from(
      `url(data:image/png;base64,${buildPng(buildChunk('tEXt', name)).toString('base64')})`,
    ),
  ],
  ['a film', 'its bytes', Buffer.from(`\0\0\0\x18ftypisom${ascii}\xff`, 'latin1')],
];

for (const [kind, where, bytes] of files)
  test(`${kind} that names the author is read: ${where ?? 'its lines'}`, async () => {
    const { parts, isWhole } = await readParts('x.json.gz', await bytes);
    const telling = parts.filter(({ text }) => /Ada L[oø]velace|^Lovelace/m.test(text));
    assert.ok(
      telling.some((part) => part.where === where),
      JSON.stringify(parts),
    );
    assert.equal(isWhole, where !== 'its bytes');
  });

test('what is not read whole is said to be so, and fonts are not read', async () => {
  const archive = buildZip('a.txt', '');
  archive.writeUInt16LE(99, archive.indexOf('PK\x01\x02') + 10);
  assert.equal((await readParts('a.zip', archive)).isWhole, false);
  const cut = buildZip('a.txt', '').subarray(0, -22);
  assert.equal((await readParts('a.zip', cut)).isWhole, false);
  // So the directory is said to be elsewhere, as in a ZIP of 64 bits.
  const large = buildZip('a.txt', '');
  large.writeUInt32LE(0xffffffff, large.indexOf('PK\x05\x06') + 16);
  assert.equal((await readParts('a.zip', large)).isWhole, false);
  const font = await readParts('a.woff2', Buffer.from(`wOF2\0\xff${ascii}`, 'latin1'));
  assert.deepEqual(font, { parts: [], isWhole: true });
});
