import { brotliDecompressSync, inflateSync } from 'node:zlib';
import type { FilePart } from './part.ts';
import { listStrings } from './strings.ts';

/** WOFF 2 numbers of known tables. The second are those of the tables it may transform. */
const anyTag = 0x3f;
const transformed = [10, 11];

export function isFont(bytes: Buffer): boolean {
  return /^(wOF[F2]|OTTO|true|ttcf|\0\x01\0\0)/.test(bytes.toString('latin1', 0, 4));
}

/** Reads the words in a font: its makers, its licence. */
export function readFont(bytes: Buffer): FilePart[] {
  const signature = bytes.toString('latin1', 0, 4);
  const unpack = new Map([
    ['wOF2', unpackWoff2],
    ['wOFF', unpackWoff],
  ]).get(signature);
  const tables = unpack?.(bytes) ?? [bytes];
  return [{ where: 'its tables', text: tables.map((table) => listStrings(table)).join('\n') }];
}

function unpackWoff(bytes: Buffer): Buffer[] {
  const tables = Array.from({ length: bytes.readUInt16BE(12) }, (_, index) => {
    const [start, packed, whole] = [4, 8, 12].map((field) =>
      bytes.readUInt32BE(44 + index * 20 + field),
    ) as [number, number, number];
    const data = bytes.subarray(start, start + packed);
    return packed < whole ? inflateSync(data) : data;
  });
  const [start, length] = [bytes.readUInt32BE(24), bytes.readUInt32BE(28)];
  const metadata = length > 0 ? [inflateSync(bytes.subarray(start, start + length))] : [];
  return [...tables, ...metadata, readPrivate(bytes, 36)];
}

/**
 * Unpacks the tables, which are compressed as one stream behind a directory of variable-length
 * rows.
 */
function unpackWoff2(bytes: Buffer): Buffer[] {
  let at = 48;
  const skipNumber = () => {
    while (bytes.readUInt8(at++) >= 0x80);
  };
  for (let table = 0; table < bytes.readUInt16BE(12); table++) {
    const flags = bytes.readUInt8(at++);
    if ((flags & anyTag) === anyTag) at += 4;
    skipNumber();
    // These tables are transformed when the version is 0, the others when it is not.
    const form = flags >> 6;
    if (transformed.includes(flags & anyTag) ? form === 0 : form > 0) skipNumber();
  }
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const [start, length] = [bytes.readUInt32BE(28), bytes.readUInt32BE(32)];
  const metadata = length > 0 ? [brotliDecompressSync(bytes.subarray(start, start + length))] : [];
  return [tables, ...metadata, readPrivate(bytes, 40)];
}

/** Reads the private data block that the maker appended. */
function readPrivate(bytes: Buffer, field: number): Buffer {
  const start = bytes.readUInt32BE(field);
  return bytes.subarray(start, start + bytes.readUInt32BE(field + 4));
}
