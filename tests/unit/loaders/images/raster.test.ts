import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { checkRaster } from '../../../../src/loaders/images/raster.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: 'red', noise } });
const png = await picture.png().toBuffer();
const jpg = await sharp(png).jpeg().toBuffer();
const gif = await sharp(png).gif().toBuffer();
const webp = await sharp(png).webp().toBuffer();
const avif = await sharp(png).avif({ effort: 0 }).toBuffer();
const tiff = await sharp(png).tiff().toBuffer();
const measured = await sharp(new Float32Array(27), { raw: { width: 3, height: 3, channels: 3 } })
  .toColourspace('scrgb')
  .tiff({ compression: 'none' })
  .toBuffer();
const film = await sharp([png, png], { join: { animated: true } })
  .webp()
  .toBuffer();

const shown: [name: string, bytes: Buffer][] = [
  ['a.png', png],
  ['a.PNG', png],
  ['a.jpg', jpg],
  ['a.jpeg', jpg],
  ['a.gif', gif],
  ['a.webp', webp],
  ['a.avif', avif],
  ['a.tiff', tiff],
  ['a.TIF', tiff],
  ['film.webp', film],
  ['cmyk.jpg', await sharp(png).toColourspace('cmyk').jpeg().toBuffer()],
  ['progressive.jpg', await sharp(png).jpeg({ progressive: true }).toBuffer()],
  ['turned.jpg', await sharp(png).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  ['deep.png', await sharp(png).toColourspace('rgb16').png().toBuffer()],
  ['interlaced.png', await sharp(png).png({ progressive: true, palette: true }).toBuffer()],
];

for (const [name, bytes] of shown)
  test(`${name} is a picture that can be shown`, async () => {
    assert.equal(await checkRaster(name, bytes), undefined);
  });

/** Builds a PNG that declares wrong dimensions. */
function lie(width: number, height: number, { isSigned = true } = {}): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  if (isSigned) bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

function stretch(): Buffer {
  const bytes = Buffer.from(jpg);
  bytes.writeUInt16BE(5000, bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  return bytes;
}

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

const broken: [what: string, name: string, bytes: Buffer, cause: RegExp][] = [
  ['nothing', 'a.png', Buffer.alloc(0), /a\.png is empty/],
  ['the signature of a PNG', 'a.png', png.subarray(0, 8), /no readable size/],
  ['half a PNG', 'a.png', half(png), /cannot be decoded as PNG: .*libpng/],
  ['half a JPEG', 'a.jpg', half(jpg), /JPEG: .*premature end/],
  ['half a GIF', 'a.gif', half(gif), /GIF: .*end of GIF/],
  ['half a WebP', 'a.webp', half(webp), /WEBP: .*unable to parse/],
  ['half a film', 'a.webp', film.subarray(0, film.length - 99), /cannot be decoded as WEBP/],
  ['half an AVIF', 'a.avif', half(avif), /AVIF: .*end of file/],
  ['a PNG that says it is wider', 'a.png', lie(900, 60), /cannot be decoded/],
  ['a PNG that says it is narrower', 'a.png', lie(9, 60), /cannot be decoded/],
  ['a PNG that says it is higher', 'a.png', lie(90, 61), /cannot be decoded/],
  ['a PNG that says it is lower', 'a.png', lie(90, 6, { isSigned: false }), /IHDR/],
  ['a PNG without width', 'a.png', lie(0, 60), /cannot be decoded/],
  ['a PNG of 3,600 million pixels', 'a.png', lie(60_000, 60_000), /100 million pixels/],
  ['a JPEG that says it is higher', 'a.jpg', stretch(), /premature end/],
  ['a JPEG as PNG', 'a.png', jpg, /a\.png contains JPEG/],
  ['a PNG as JPEG', 'a.jpeg', png, /a\.jpeg contains PNG/],
  ['a drawing as PNG', 'a.png', Buffer.from('<svg viewBox="0 0 9 9"></svg>'), /contains SVG/],
  ['a TIFF', 'a.png', tiff, /a\.png contains TIFF/],
  ['a page', 'a.png', Buffer.from('<!doctype html><title>404</title>'), /contains a web page/],
  ['half of the beginning of a TIFF', 'a.tif', tiff.subarray(0, 6), /begins as TIFF/],
  ['a TIFF of measurements', 'a.tif', measured, /whole numbers/],
];

for (const [what, name, bytes, cause] of broken)
  test(`${what} is no picture that can be shown, and the cause is said`, async () => {
    const defect = await checkRaster(name, bytes);
    assert.match(defect?.expected ?? '', cause);
    assert.doesNotMatch(defect?.expected ?? '', /\n/);
  });

const foreign: [name: string, start: string, format: RegExp, fix: RegExp][] = [
  ['a.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /contains HEIC/, /magick a\.heic a\.jpg/],
  [
    'a photo.HEIC',
    '\0\0\0\x18ftypmif1\0\0\0\0mif1heic',
    /HEIC/,
    /magick "a photo\.HEIC" "a photo\.jpg"/,
  ],
  [
    'a.jpg',
    '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
    /a\.jpg contains HEIC/,
    /magick a\.jpg a-new\.jpg.* write a-new\.jpg in place of a\.jpg/,
  ],
  ['a.bmp', 'BM6\0\0\0', /contains BMP/, /magick a\.bmp a\.png/],
  ['a.jxl', '\xff\x0a', /contains JPEG XL/, /a\.jpg/],
  ['a.jp2', '\0\0\0\x0cjP  \r\n', /contains JPEG 2000/, /a\.jpg/],
  ['a.psd', '8BPS\0\x01', /contains Photoshop/, /magick "a\.psd\[0\]" a\.png/],
  ['a.pdf', '%PDF-1.7', /contains PDF/, /pdftocairo -svg a\.pdf a\.svg/],
  ['a.eps', '%!PS-Adobe', /contains PostScript/, /inkscape a\.eps --export-filename=a\.svg/],
  ['a.svgz', '\x1f\x8b', /compressed/, /gzip -dc a\.svgz > a\.svg/],
  ['a.png', 'version https://git-lfs.github.com/spec/v1', /Git LFS/, /git lfs pull/],
  ['a.xyz', 'words', /none of them/, /one of these formats/],
];

for (const [name, start, format, fix] of foreign)
  test(`${name} that begins with ${JSON.stringify(start.slice(0, 12))} is named, with a way to convert it`, async () => {
    const defect = await checkRaster(name, Buffer.from(start, 'latin1'));
    assert.match(defect?.expected ?? '', format);
    assert.match(defect?.expected ?? '', /PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG/);
    assert.match(defect?.fix ?? '', fix);
  });

test('a picture under the name that is proposed for it is right', async () => {
  const { fix } = (await checkRaster('a.b.png', jpg)) ?? { fix: '' };
  const [, name = ''] = /^Rename the file to (\S+),/.exec(fix) ?? [];
  assert.equal(await checkRaster(name, jpg), undefined);
});
