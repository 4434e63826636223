import { inflateRawSync } from 'node:zlib';

/** A file in an archive. */
export interface PackedFile {
  name: string;
  bytes: Buffer;
}

const directoryEntry = 0x02014b50;

export function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

/**
 * The files in a ZIP, as office documents are, too. Throws where they are not all found, as in one that is cut
 * off or too large for the usual form, and where one is packed in another way than usual.
 */
export function readZip(bytes: Buffer): PackedFile[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end === -1) throw new Error('It has no directory.');
  const count = bytes.readUInt16LE(end + 10);
  const files: PackedFile[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === directoryEntry) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    ) as [number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    files.push({ name, bytes: unpack(bytes, at) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (files.length !== count) throw new Error(`It has ${count} files, not ${files.length}.`);
  return files;
}

/** The file that the entry of the directory at `entry` describes. */
function unpack(bytes: Buffer, entry: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const start = bytes.readUInt32LE(entry + 42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(data, data + bytes.readUInt32LE(entry + 20));
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`It is packed by method ${method}.`);
}
