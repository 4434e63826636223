import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { remember, type CachePlace } from '../cache/file-cache.ts';
import { findMediaType, isText } from '../lib/media-types.ts';

/** A smaller file fits in one packet either way. */
const smallest = 1024;

const atOnce = 4;

type Compress = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

const formats: Record<string, Compress> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // Quality 9 is six times as fast, and its files are 7 % larger; 11 takes twice as long to save 2 %.
        [constants.BROTLI_PARAM_QUALITY]: 10,
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
 * Writes a Brotli and a gzip copy beside each text file of a built site, for hosts that serve
 * them. Existing files of these names are left alone. `cache` holds the copies of earlier builds.
 */
export async function compressSite(folder: string, cache?: CachePlace): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((file) => file.isFile() && isText(findMediaType(file.name)))
    .map((file) => join(file.parentPath, file.name))
    .values();
  const work = async () => {
    for (const file of files) await compressFile(file, cache);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function compressFile(file: string, cache: CachePlace | undefined): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < smallest) return;
  for (const [ending, compress] of Object.entries(formats)) {
    if (existsSync(`${file}.${ending}`)) continue;
    // Packing with gzip is faster than finding the copy of an earlier build.
    const place = ending === 'br' ? cache : undefined;
    const packed = await remember(place, ['compressed', ending, bytes], () => compress(bytes));
    if (packed.length < bytes.length) await writeFile(`${file}.${ending}`, packed);
  }
}
