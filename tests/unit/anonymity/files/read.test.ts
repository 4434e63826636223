import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { readParts } from '../../../../src/anonymity/files/read.ts';
import { projectFolder } from '../../../../src/cli/project.ts';
import {
  buildChunk,
  buildFont,
  buildGif,
  buildPdf,
  buildPng,
  buildZip,
  insertSegment,
} from './specimen.ts';

const name = 'Ada Løvelace';
const ascii = 'Ada Lovelace';
const wide = Buffer.from(name, 'utf16le');
const exif = Buffer.concat([Buffer.from('II*\0\b\0\0\0'), wide]);
const tiff = { IFD0: { Artist: ascii } };
const pixel = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

const jpeg = await pixel.clone().jpeg().toBuffer();

/** Builds an icon of one picture. */
function buildIcon(png: Buffer): Buffer {
  const head = Buffer.from('00000100010001010000010018000000000016000000', 'hex');
  head.writeUInt32LE(png.length, 14);
  return Buffer.concat([head, png]);
}

/** Adds the original file name, as `gzip` does. */
function nameInside(archive: Buffer): Buffer {
  const header = Buffer.from(archive.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from(`${name}.json\0`), archive.subarray(10)]);
}

/** Files that name the author, each in one location. */
const files: [kind: string, where: string | undefined, bytes: Buffer | Promise<Buffer>][] = [
  ['a text', undefined, Buffer.from(`by ${name}`)],
  ['a text in UTF-16', undefined, Buffer.concat([Buffer.from('fffe', 'hex'), wide])],
  ['a text in UTF-16 without a mark', undefined, Buffer.from(wide)],
  ['a text in UTF-16 of the other order', undefined, Buffer.from(wide).swap16()],
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
  ['a JPEG', 'a comment', insertSegment(jpeg, 0xfe, name)],
  ['a JPEG', 'its metadata', insertSegment(jpeg, 0xef, name)],
  ['a JPEG', 'after its end', Buffer.concat([jpeg, Buffer.from(`by ${ascii}`)])],
  ['a GIF', 'a comment', buildGif(name)],
  ['a GIF in short blocks', 'a comment', buildGif(name, 5)],
  ['a WebP', 'chunk XMP', pixel.clone().withXmp(`<x>${name}</x>`).webp().toBuffer()],
  ['a WebP', 'chunk EXIF', pixel.clone().withExif(tiff).webp().toBuffer()],
  [
    'a TIFF',
    'its metadata',
    Buffer.concat([await pixel.clone().tiff().toBuffer(), Buffer.from(ascii)]),
  ],
  ['an icon', 'picture 1, chunk tEXt', buildIcon(buildPng(buildChunk('tEXt', name)))],
  ['a font', 'its tables', buildFont(ascii)],
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
  ['a PDF that is broken', 'its bytes', Buffer.from(`%PDF-1.7 \0\xff${ascii}`, 'latin1')],
  ['a PDF', 'attachment 1, a.txt', buildPdf({ file: buildZip('a.txt', name) })],
  ['a PDF', 'picture 1, a comment', buildPdf({ photo: insertSegment(jpeg, 0xfe, name) })],
  ['a ZIP', 'a.txt', buildZip('a.txt', name)],
  ['a ZIP', `${ascii}.txt, its name`, buildZip(`${ascii}.txt`, '')],
  ['a ZIP', 'around its files', Buffer.concat([buildZip('a.txt', ''), Buffer.from(`by ${name}`)])],
  ['a compressed file', 'x.json', gzipSync(JSON.stringify({ name }))],
  ['a compressed file', 'x.json', zstdCompressSync(name)],
  ['a compressed file', 'around its files', nameInside(gzipSync(''))],
  ['a script', 'data in base64 1', Buffer.from(`atob("${Buffer.from(name).toString('base64')}")`)],
  [
    'a script',
    'data in base64 1, chunk tEXt',
    Buffer.from(`x="${buildPng(buildChunk('tEXt', name)).toString('base64url')}"`),
  ],
  [
    'an address that holds a file',
    'data in base64 1',
    Buffer.from(`x("data:text/plain;base64,${Buffer.from(name).toString('base64')}")`),
  ],
  [
    'a picture in a style sheet',
    'data in base64 1, chunk tEXt',
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

test('what is as short as a name is read where words are to be expected', async () => {
  for (const [bytes, where] of [
    [insertSegment(jpeg, 0xfe, 'Ada'), 'a comment'],
    [buildGif('Ada'), 'a comment'],
    [buildPng(buildChunk('tEXt', 'By\0Ada')), 'chunk tEXt'],
    [
      await pixel
        .clone()
        .withExif({ IFD0: { Artist: 'Ada' } })
        .webp()
        .toBuffer(),
      'chunk EXIF',
    ],
    [
      await pixel
        .clone()
        .withExif({ IFD0: { Artist: 'Ada' } })
        .avif()
        .toBuffer(),
      'its metadata',
    ],
  ] as const) {
    const { parts } = await readParts('x', bytes);
    assert.ok(parts.some((part) => part.where === where && /\bAda\b/.test(part.text)));
  }
});

test('a file that Brotli compressed is read, and one that only has its ending is not', async () => {
  const { parts, isWhole } = await readParts('a.txt.br', brotliCompressSync(name));
  assert.ok(parts.some((part) => part.where === 'a.txt' && part.text === name));
  assert.ok(isWhole);
  assert.equal((await readParts('a.txt.br', Buffer.from('\0\xff', 'latin1'))).isWhole, false);
});

test('the words of real fonts are read', async () => {
  const folder = `${projectFolder}/node_modules`;
  for (const [file, word] of [
    ['@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2', 'Newsreader'],
    ['katex/dist/fonts/KaTeX_Main-Regular.woff2', 'KaTeX'],
    ['katex/dist/fonts/KaTeX_Main-Regular.woff', 'KaTeX'],
    ['katex/dist/fonts/KaTeX_Main-Regular.ttf', 'KaTeX'],
  ] as const) {
    const { parts, isWhole } = await readParts(file, readFileSync(`${folder}/${file}`));
    assert.ok(
      parts.some(({ text }) => text.includes(word)),
      file,
    );
    assert.ok(isWhole);
  }
});

test('what is not read whole is said to be so', async () => {
  const zip = (change: (archive: Buffer, directory: number, end: number) => void) => {
    const archive = buildZip('a.txt', ascii);
    const [directory, end] = ['PK\x01\x02', 'PK\x05\x06'].map((mark) => archive.indexOf(mark));
    change(archive, directory ?? 0, end ?? 0);
    return archive;
  };
  const broken: [kind: string, bytes: Buffer][] = [
    ['a ZIP in an unusual form', zip((archive, at) => archive.writeUInt16LE(99, at + 10))],
    ['a ZIP with a password', zip((archive, at) => archive.writeUInt16LE(1, at + 8))],
    // Marks the directory as being elsewhere, as in ZIP64.
    ['a large ZIP', zip((archive, _, end) => archive.writeUInt32LE(0xffffffff, end + 16))],
    ['a ZIP that is cut off', buildZip('a.txt', '').subarray(0, -22)],
    ['a JPEG that is cut off', jpeg.subarray(0, -2)],
    ['a font that is cut off', buildFont(ascii).subarray(0, -4)],
    ['a PDF with a password', Buffer.from(`${buildPdf({}).toString('latin1')}/Encrypt`, 'latin1')],
    ['a text of eight bits', Buffer.from('José', 'latin1')],
    ['sound', Buffer.from('ID3\x04\0\0\0\0\0\0\xff\xfb', 'latin1')],
  ];
  for (const [kind, bytes] of broken)
    assert.equal((await readParts('x', bytes)).isWhole, false, kind);
});

test('a text of eight bits is searched as Latin', async () => {
  const { parts } = await readParts('x', Buffer.from('José', 'latin1'));
  assert.equal(parts[0]?.text, 'José');
});
