import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { findMediaType, isText } from '../lib/media-types.ts';

/** A smaller file fits in one packet either way. */
const smallest = 1024;

const atOnce = 4;

type Compress = (bytes: Uint8Array, isFirstPage: boolean) => Promise<Uint8Array<ArrayBuffer>>;

const formats: Record<string, Compress> = {
  br: (bytes, isFirstPage) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // Quality 10 would make texts 6 % smaller, but take 16 times as long: a fifth of the time of a whole build.
        // The first page of a site is to fit in the first packets that a host sends.
        [constants.BROTLI_PARAM_QUALITY]: isFirstPage ? 11 : 9,
        // 64 KB, which most pages fit in. With a larger window, quality 9 touches 32 MB of memory for each file.
        [constants.BROTLI_PARAM_LGWIN]: isFirstPage ? 22 : 16,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: async (bytes) => {
    const packed = await promisify(gzip)(bytes, { level: 9 });
    // The tenth byte names the operating system; 255 means unknown.
    packed[9] = 255;
    return packed;
  },
};

/**
 * Writes a Brotli and a gzip copy beside each text file of a built site, for hosts that serve them. Existing files of
 * these names are left alone.
 */
export async function compressSite(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((file) => file.isFile() && isText(findMediaType(file.name)))
    .map((file) => join(file.parentPath, file.name))
    .values();
  // Each takes the next file when it is done with one.
  const compressNext = async () => {
    for (const file of files) await compressFile(file, file === join(folder, 'index.html'));
  };
  await Promise.all(Array.from({ length: atOnce }, compressNext));
}

async function compressFile(file: string, isFirstPage: boolean): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < smallest) return;
  for (const [ending, compress] of Object.entries(formats)) {
    if (existsSync(`${file}.${ending}`)) continue;
    const packed = await compress(bytes, isFirstPage);
    if (packed.length < bytes.length) writeFileSync(`${file}.${ending}`, packed);
  }
}
