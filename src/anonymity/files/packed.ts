import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { PackedFile } from './zip.ts';

/** Decompresses a file. Returns undefined if it is not compressed. Throws if it is damaged. */
export function unpackFile(name: string, bytes: Buffer): PackedFile | undefined {
  const unpacked = name.replace(/\.(gz|br|zst)$/i, '');
  // Brotli has no magic number.
  if (/\.br$/i.test(name)) return { name: unpacked, bytes: brotliDecompressSync(bytes) };
  const start = bytes.toString('hex', 0, 4);
  if (start.startsWith('1f8b')) return { name: unpacked, bytes: gunzipSync(bytes) };
  if (start === '28b52ffd') return { name: unpacked, bytes: zstdDecompressSync(bytes) };
  return undefined;
}
