import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { findMediaType, isText } from '../lib/media-types.ts';

/** A smaller file fits in one packet either way. */
const smallest = 1024;

const atOnce = 4;

type Compress = (bytes: Uint8Array) => Promise<Uint8Array>;

const formats: Record<string, Compress> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // The best quality, 11, takes thirty times as long to save 8 %: for pages, 1 KB of 15.
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        // A window that just holds the file; clearing the largest one takes longer than the work.
        [constants.BROTLI_PARAM_LGWIN]: fitWindow(bytes.length),
      },
    }),
  gz: async (bytes) => {
    const packed = await promisify(gzip)(bytes, { level: 9 });
    // The tenth byte names the operating system; 255 means unknown.
    packed[9] = 255;
    return packed;
  },
};

/** Returns the least exponent of two that holds a file, within the limits of Brotli. */
function fitWindow(length: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  // Brotli keeps sixteen bytes of a window for itself.
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(length + 16))));
}

/**
 * Writes a Brotli and a gzip copy beside each text file of a built site, for hosts that serve
 * them. Existing files of these names are left alone.
 */
export async function compressSite(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((file) => file.isFile() && isText(findMediaType(file.name)))
    .map((file) => join(file.parentPath, file.name))
    .values();
  const work = async () => {
    for (const file of files) await compressFile(file);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < smallest) return;
  for (const [ending, compress] of Object.entries(formats)) {
    if (existsSync(`${file}.${ending}`)) continue;
    const packed = await compress(bytes);
    if (packed.length < bytes.length) await writeFile(`${file}.${ending}`, packed);
  }
}
