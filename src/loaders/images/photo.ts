import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { remember, type CachePlace } from '../../cache/file-cache.ts';

/** Of the height that a portrait loses, the share above the square: heads are near the top. */
const above = 0.25;

/**
 * Makes a copy of the photograph in `file`: its middle as a square of `size` px, upright, as WebP, without metadata such
 * as its place.
 */
export async function scalePhoto(
  root: string,
  file: string,
  size: number,
  cache?: CachePlace,
): Promise<Uint8Array> {
  const bytes = readFileSync(join(root, file));
  return await remember(cache, ['photo', String(size), bytes], () => cropSquare(bytes, size));
}

async function cropSquare(bytes: Uint8Array, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const { autoOrient } = await sharp(bytes).metadata();
  const { width, height } = autoOrient;
  const side = Math.min(width, height);
  const square = sharp(bytes)
    .autoOrient()
    .extract({
      left: Math.round((width - side) / 2),
      top: Math.round((height - side) * above),
      width: side,
      height: side,
    })
    .resize(size, size);
  return Uint8Array.from(await square.webp({ quality: 80 }).toBuffer());
}
