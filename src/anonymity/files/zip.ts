import { inflateRawSync } from 'node:zlib';
import { listWords } from './strings.ts';

export interface PackedFile {
  name: string;
  /** Absent if it cannot be unpacked, for example without a password. */
  bytes?: Buffer;
}

const directoryEntry = 0x02014b50;

export function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

/**
 * Reads the files in a ZIP (office documents are ZIPs too) and the comments of its directory.
 * Throws if some files are missing, as in a truncated or ZIP64 archive.
 */
export function readZip(bytes: Buffer): { files: PackedFile[]; comments: string } {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end === -1) throw new Error('It has no directory.');
  const count = bytes.readUInt16LE(end + 10);
  const files: PackedFile[] = [];
  const comments = [listWords(bytes.subarray(end + 22))];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === directoryEntry) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    ) as [number, number, number];
    const nameEnd = at + 46 + nameLength;
    const next = nameEnd + extraLength + commentLength;
    files.push({ name: bytes.toString('utf8', at + 46, nameEnd), ...unpack(bytes, at) });
    comments.push(listWords(bytes.subarray(nameEnd, next)));
    at = next;
  }
  if (files.length !== count) throw new Error(`It has ${count} files, not ${files.length}.`);
  return { files, comments: comments.join('\n') };
}

/** Unpacks the file of a directory entry, unless it is encrypted or uses an unusual compression. */
function unpack(bytes: Buffer, entry: number): Pick<PackedFile, 'bytes'> {
  const isEncrypted = (bytes.readUInt16LE(entry + 8) & 1) === 1;
  const method = bytes.readUInt16LE(entry + 10);
  const start = bytes.readUInt32LE(entry + 42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(data, data + bytes.readUInt32LE(entry + 20));
  if (isEncrypted) return {};
  if (method === 0) return { bytes: packed };
  return method === 8 ? { bytes: inflateRawSync(packed) } : {};
}
