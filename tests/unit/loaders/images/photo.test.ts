import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { scalePhoto } from '../../../../src/loaders/images/photo.ts';

const root = mkdtempSync(join(tmpdir(), 'photo-'));
after(() => rmSync(root, { recursive: true }));

test('a photograph becomes an upright square without the data of its camera', async () => {
  const camera = sharp({ create: { width: 60, height: 90, channels: 3, background: 'red' } });
  const exif = { IFD0: { Artist: 'Ada Lovelace', Orientation: '6' } };
  const wide = await camera.jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
  writeFileSync(join(root, 'photo.jpg'), wide);
  const copy = await scalePhoto(root, 'photo.jpg', 176);
  const facts = await sharp(copy).metadata();
  assert.deepEqual([facts.format, facts.width, facts.height], ['webp', 176, 176]);
  assert.equal(facts.exif, undefined);
  assert.doesNotMatch(Buffer.from(copy).toString('latin1'), /Lovelace/);
});

test('a portrait keeps more of its top than of its foot', async () => {
  const rows = Buffer.from(Array.from({ length: 80 * 40 }, (_, index) => Math.floor(index / 40)));
  const raw = { width: 40, height: 80, channels: 1 as const };
  writeFileSync(join(root, 'tall.png'), await sharp(rows, { raw }).png().toBuffer());
  const { data } = await sharp(await scalePhoto(root, 'tall.png', 40))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [top = 0] = data;
  assert.ok(Math.abs(top - 10) <= 4, String(top));
});
