import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { scalePicture } from '../../../../src/loaders/images/scale.ts';

const plain = { create: { width: 60, height: 40, channels: 3, background: '#284' } } as const;

/** A picture as noisy as a photograph. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

const lines = sharp(
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#fff"/>${Array.from({ length: 19 }, (_, i) => `<path d="M0 ${10 * i + 10}h400" stroke="#000"/>`).join('')}</svg>`,
  ),
);

const read = async (bytes: Uint8Array, width?: number) =>
  await sharp(await scalePicture(bytes, width)).metadata();

test('a photograph is scaled, upright, and without its metadata', async () => {
  const photo = await noise(600, 400)
    .withExif({ IFD0: { Artist: 'Ada' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  assert.notEqual((await sharp(photo).metadata()).exif, undefined);
  const { format, width, height, exif, orientation, space } = await read(photo, 100);
  assert.deepEqual(
    { format, width, height, exif, orientation, space },
    {
      ...{ format: 'webp', width: 100, height: 150, space: 'srgb' },
      exif: undefined,
      orientation: undefined,
    },
  );
});

test('a small picture is not enlarged', async () => {
  assert.equal((await read(await sharp(plain).png().toBuffer(), 480)).width, 60);
});

test('transparency, deep colours, inks and all frames are kept', async () => {
  const clear = await sharp(plain).ensureAlpha(0.3).png().toBuffer();
  assert.equal((await read(clear)).hasAlpha, true);
  const deep = await sharp(plain).toColourspace('rgb16').png().toBuffer();
  assert.equal((await read(deep)).depth, 'uchar');
  const inks = await sharp(plain).toColourspace('cmyk').jpeg().toBuffer();
  assert.equal((await read(inks)).space, 'srgb');
  const frame = await sharp(plain).png().toBuffer();
  const other = await sharp(plain).negate().png().toBuffer();
  const moving = await sharp([frame, other], { join: { animated: true } })
    .gif()
    .toBuffer();
  assert.equal((await read(moving)).pages, 2);
});

test('a drawing stays exact, and a photograph saved as PNG becomes small', async () => {
  const drawing = await lines.png().toBuffer();
  const [before, after] = [drawing, await scalePicture(drawing)].map((bytes) =>
    sharp(bytes).removeAlpha().raw().toBuffer(),
  );
  assert.deepEqual(await before, await after);
  const photo = await noise(400, 300).png().toBuffer();
  assert.ok((await scalePicture(photo)).length < photo.length / 3);
});

test('the same picture makes the same bytes', async () => {
  const photo = await noise(300, 200).jpeg().toBuffer();
  assert.deepEqual(await scalePicture(photo, 100), await scalePicture(photo, 100));
});
