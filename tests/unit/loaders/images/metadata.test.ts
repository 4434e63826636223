import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { stripMetadata } from '../../../../src/loaders/images/metadata.ts';

// The same picture in each run: bytes by chance can spell a name that is searched for.
const pixels = Uint8Array.from({ length: 90 * 60 * 3 }, (_, index) => (index * index) % 251);
const png = await sharp(pixels, { raw: { width: 90, height: 60, channels: 3 } })
  .png()
  .toBuffer();

/** A picture as a camera writes it: turned, with names, a place, XMP and a profile of colours. */
const photograph = () =>
  sharp(png)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: 'Ada Camera', Copyright: 'Ada Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><Ada>Camera</Ada></x:xmpmeta>')
    .withIccProfile('p3');

const insert = (bytes: Buffer, at: number, added: string) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(added, 'latin1'), bytes.subarray(at)]);

const jpeg = await photograph().jpeg().toBuffer();
const progressive = await photograph().jpeg({ progressive: true }).toBuffer();
const chunk = '\0\0\0\x0atEXtAuthor\0Ada\0\0\0\0';

const pictures: Record<string, Buffer> = {
  jpeg,
  'progressive jpeg': progressive,
  'jpeg with a comment, filled marks and a second picture': Buffer.concat([
    insert(jpeg, 2, '\xff\xff\xff\xfe\0\x0cAda Camera'),
    progressive,
  ]),
  png: insert(await photograph().png().toBuffer(), 33, chunk),
  webp: await photograph().webp().toBuffer(),
  'lossless webp': await photograph().webp({ lossless: true }).toBuffer(),
  avif: await photograph().avif({ lossless: true, effort: 0 }).toBuffer(),
  gif: insert(await sharp(png).gif().toBuffer(), -1, '!\xfe\x0aAda Camera\0'),
  'gif with XMP': insert(await sharp(png).gif().toBuffer(), -1, '!\xff\x0bXMP DataXMP\x03Ada\0'),
};

for (const [name, bytes] of Object.entries(pictures))
  test(`a ${name} loses its names and its place, and looks as it did`, async () => {
    const stripped = stripMetadata(bytes);
    assert.match(bytes.toString('latin1'), /Ada/);
    assert.doesNotMatch(stripped.toString('latin1'), /Ada|GPS|xmp/i);
    const [before, after] = [await sharp(bytes).metadata(), await sharp(stripped).metadata()];
    assert.equal(after.orientation, before.orientation);
    assert.deepEqual(after.icc, before.icc);
    // In an AVIF, zeros stand in its place.
    assert.ok((after.xmp ?? []).every((byte) => byte === 0));
    const draw = (one: Buffer) => sharp(one, { failOn: 'warning' }).autoOrient().raw().toBuffer();
    assert.ok((await draw(stripped)).equals(await draw(bytes)));
    assert.ok(stripMetadata(stripped).equals(stripped));
  });

test('a picture without metadata stays as it is, byte for byte', async () => {
  const plain = [png, await sharp(png).jpeg().toBuffer(), await sharp(png).webp().toBuffer()];
  for (const bytes of plain) assert.ok(stripMetadata(bytes).equals(bytes));
  const film = await sharp([png, png], { join: { animated: true } })
    .webp()
    .toBuffer();
  assert.ok(stripMetadata(film).equals(film));
});

test('what is no such picture stays as it is, and of a damaged one nothing else is lost', () => {
  for (const text of ['', 'a', '%PDF-1.7', 'RIFF\0\0\0\0WAVE'])
    assert.equal(stripMetadata(Buffer.from(text)).toString(), text);
  const half = jpeg.subarray(0, jpeg.length - 400);
  assert.ok(
    stripMetadata(half).length > half.length - (jpeg.length - stripMetadata(jpeg).length) - 9,
  );
});
