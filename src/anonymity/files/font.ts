import { brotliDecompressSync, inflateSync } from 'node:zlib';
import type { Part } from './part.ts';
import { listStrings } from './strings.ts';

/** The tables of a font that the format of WOFF 2 knows by number; what it may write in another form. */
const anyTag = 0x3f;
const transformed = [10, 11];

export function isFont(bytes: Buffer): boolean {
  return /^(wOF[F2]|OTTO|true|ttcf|\0\x01\0\0)/.test(bytes.toString('latin1', 0, 4));
}

/** The words in a font: who made it, and in its licence. */
export function readFont(bytes: Buffer): Part[] {
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

/** The tables are compressed in one piece, behind a directory whose lines are of different lengths. */
function unpackWoff2(bytes: Buffer): Buffer[] {
  let at = 48;
  const skipNumber = () => {
    while (bytes.readUInt8(at++) >= 0x80);
  };
  for (let table = 0; table < bytes.readUInt16BE(12); table++) {
    const flags = bytes.readUInt8(at++);
    if ((flags & anyTag) === anyTag) at += 4;
    skipNumber();
    // These are in another form where that has no number, the others where it has one.
    const form = flags >> 6;
    if (transformed.includes(flags & anyTag) ? form === 0 : form > 0) skipNumber();
  }
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const [start, length] = [bytes.readUInt32BE(28), bytes.readUInt32BE(32)];
  const metadata = length > 0 ? [brotliDecompressSync(bytes.subarray(start, start + length))] : [];
  return [tables, ...metadata, readPrivate(bytes, 40)];
}

/** What who made the font put behind it for purposes of their own. */
function readPrivate(bytes: Buffer, field: number): Buffer {
  const start = bytes.readUInt32BE(field);
  return bytes.subarray(start, start + bytes.readUInt32BE(field + 4));
}
