import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';

/** A poster at 300 dpi. Larger pictures exhaust the memory of the building machine. */
const mostPixels = 100_000_000;

/** File extensions by Astro's format names. */
const endings: Readonly<Record<string, RegExp>> = {
  png: /\.png$/i,
  jpg: /\.jpe?g$/i,
  gif: /\.gif$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
};

export interface RasterDefect {
  expected: string;
  fix: string;
}

/** Decodes a whole picture as the build does. Returns undefined if it can be shown. */
export async function checkRaster(
  name: string,
  bytes: Uint8Array,
): Promise<RasterDefect | undefined> {
  if (bytes.length === 0)
    return { expected: `a picture; ${name} is empty`, fix: 'Save the picture again.' };
  const facts = await imageMetadata(bytes, name).catch(() => undefined);
  const format = facts?.format ?? '';
  if (!Object.hasOwn(endings, format)) return describeUnknown(name, format);
  if (!endings[format]?.test(name)) {
    const right = name.replace(/[^.]*$/, format);
    return {
      expected: `a file extension that matches the format; ${name} contains ${nameFormat(format)}`,
      fix: `Rename the file to ${right}, and write that name here.`,
    };
  }
  try {
    const picture = sharp(bytes, { failOn: 'warning', pages: -1, limitInputPixels: mostPixels });
    // Extracting one channel is enough to decode the whole picture.
    await picture.extractChannel(0).raw().toBuffer();
    return undefined;
  } catch (error) {
    return describeBroken(name, format, (error as Error).message);
  }
}

function describeUnknown(name: string, format: string): RasterDefect {
  const held = format === '' ? 'has no readable size' : `contains ${nameFormat(format)}`;
  return {
    expected: `a picture in a format for browsers: PNG, JPEG, WebP, AVIF, GIF or SVG; ${name} ${held}`,
    fix: 'Save the picture in one of these formats.',
  };
}

function describeBroken(name: string, format: string, message: string): RasterDefect {
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
