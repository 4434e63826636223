import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import { describeFormat, type ImageDefect } from './formats.ts';

/** A poster at 300 dpi. Larger pictures exhaust the memory of the building machine. */
const mostPixels = 100_000_000;

/** File extensions by Astro's format names. */
const endings: Readonly<Partial<Record<string, RegExp>>> = {
  png: /\.png$/i,
  jpg: /\.jpe?g$/i,
  gif: /\.gif$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  tiff: /\.tiff?$/i,
};

/** Decodes a whole picture as the build does. Returns undefined if it can be shown. */
export async function checkRaster(
  name: string,
  bytes: Uint8Array,
): Promise<ImageDefect | undefined> {
  if (bytes.length === 0)
    return { expected: `a picture; ${name} is empty`, fix: 'Save the picture again.' };
  const facts = await imageMetadata(bytes, name).catch(() => undefined);
  const format = facts?.format ?? '';
  if (!endings[format]?.test(name)) return describeFormat(name, bytes);
  try {
    if (format === 'tiff') {
      const { pages = 1, depth } = await sharp(bytes).metadata();
      if (pages > 1) return describeTiff(`of one page; ${name} has ${pages}`);
      if (/^(float|double)$/.test(depth))
        return describeTiff(`of whole numbers; ${name} has fractions`);
    }
    const picture = sharp(bytes, { failOn: 'warning', pages: -1, limitInputPixels: mostPixels });
    // Extracting one channel is enough to decode the whole picture.
    await picture.extractChannel(0).raw().toBuffer();
    return undefined;
  } catch (error) {
    return describeBroken(name, format, (error as Error).message);
  }
}

function describeTiff(what: string): ImageDefect {
  return {
    expected: `a TIFF ${what}`,
    fix: 'Open it in the program that made it, save what is to be shown as PNG, and write that name here.',
  };
}

function describeBroken(name: string, format: string, message: string): ImageDefect {
  if (message.includes('pixel limit'))
    return {
      expected: `a picture of at most 100 million pixels in all frames together; ${name} has more`,
      fix: 'Make the picture smaller.',
    };
  const [reason = ''] = message
    .replace(/^(Input buffer has corrupt header|Warning treated as error.*)[:\s]*/, '')
    .split('\n')
    .filter((line) => !line.includes('bad seek'));
  const cause = reason.trim() || 'it ends too early';
  return {
    expected: `a complete picture; ${name} cannot be decoded as ${nameFormat(format)}: ${cause}`,
    fix: 'The file is truncated or damaged. Save or copy the picture again.',
  };
}

function nameFormat(format: string): string {
  return format === 'jpg' ? 'JPEG' : format.toUpperCase();
}
