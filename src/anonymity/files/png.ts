import { inflateSync } from 'node:zlib';
import type { FilePart } from './part.ts';
import { listStrings } from './strings.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks without words: pixels and how to paint them. */
const pictures = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|bKGD|pHYs|acTL|fcTL|fdAT)$/;

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

/** Reads the chunks of a PNG, and any bytes after the last. */
export function readPng(bytes: Buffer): FilePart[] {
  const parts: FilePart[] = [];
  let at = signature.length;
  for (let type = ''; type !== 'IEND' && at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (!pictures.test(type)) parts.push({ where: `chunk ${type}`, text: readChunk(type, data) });
    at += length + 12;
  }
  return [...parts, { where: 'after its last chunk', text: listStrings(bytes.subarray(at)) }];
}

/** Decodes a chunk. In some, compressed text follows a keyword and a few bytes of flags. */
function readChunk(type: string, data: Buffer): string {
  if (type === 'zTXt' || type === 'iCCP') return inflate(data, data.indexOf(0) + 2);
  if (type !== 'iTXt') return decode(data);
  const flag = data.indexOf(0) + 1;
  const language = data.indexOf(0, flag + 2);
  const keyword = data.indexOf(0, language + 1);
  return data[flag] === 1 ? inflate(data, keyword + 1) : decode(data);
}

function inflate(data: Buffer, start: number): string {
  return decode(data.subarray(0, start)) + decode(inflateSync(data.subarray(start)));
}

/**
 * Some chunks are Latin 1 by the specification, but many programs write UTF-8. EXIF may be UTF-16.
 */
function decode(data: Buffer): string {
  return [data.toString('utf8'), data.toString('latin1'), listStrings(data)].join('\n');
}
