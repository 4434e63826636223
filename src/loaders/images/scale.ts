import sharp from 'sharp';

/** Sources with sharp edges and even grounds, which losses would blur. */
const drawn = /^(png|gif|tiff)$/;

/** A lossless copy may be this many times as large as one with losses. */
const worth = 1.5;

/**
 * Makes a copy of a picture as WebP, at most `width` px wide: upright, in sRGB, with all frames, and
 * without metadata such as the place of a photograph.
 */
export async function scalePicture(
  bytes: Uint8Array,
  width?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const scale = () =>
    sharp(bytes, { pages: -1, limitInputPixels: false })
      .autoOrient()
      .resize({ ...(width && { width }), withoutEnlargement: true });
  const small = await scale().webp({ quality: 80 }).toBuffer();
  const { format } = await sharp(bytes).metadata();
  if (!drawn.test(format)) return Uint8Array.from(small);
  const exact = await scale().webp({ lossless: true }).toBuffer();
  return Uint8Array.from(exact.length <= small.length * worth ? exact : small);
}
