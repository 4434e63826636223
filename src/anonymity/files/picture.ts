import sharp from 'sharp';
import type { FilePart } from './part.ts';
import { listStrings, listWords } from './strings.ts';

/**
 * Reads the words in a picture. Returns undefined for an unknown format. PNG has its own module.
 */
export async function readPicture(bytes: Buffer): Promise<FilePart[] | undefined> {
  const start = bytes.toString('latin1', 0, 12);
  // The rest may hold a picture in another size, or leftovers of a program.
  const rest = { where: 'its metadata', text: listStrings(bytes) };
  if (start.startsWith('\xff\xd8\xff')) return [...readJpeg(bytes), rest];
  if (start.startsWith('GIF8')) return [...readGif(bytes), rest];
  if (/^RIFF.{4}WEBP/s.test(start)) return [...readWebp(bytes), rest];
  if (/^.{4}ftyp(?:avi[fs]|mif1|msf1|hei[cfmsx]|hevc)/s.test(start))
    return [...readBoxes(bytes), await readMetadata(bytes), rest];
  if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) {
    return [await readMetadata(bytes), { where: 'its metadata', text: listStrings(bytes, 3) }];
  }
  return start.startsWith('BM') && bytes.readUInt32LE(2) === bytes.length ? [rest] : undefined;
}

/**
 * Reads the comments of a JPEG and its application segments: EXIF, XMP, IPTC, colour profiles and
 * others.
 */
function readJpeg(bytes: Buffer): FilePart[] {
  const parts: FilePart[] = [];
  for (let at = 2; ;) {
    // Pixel data holds no marker but restarts. A truncated file throws here.
    while (bytes.readUInt8(at) !== 0xff || isPixel(bytes.readUInt8(at + 1))) at++;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9)
      return [...parts, { where: 'after its end', text: listStrings(bytes.subarray(at)) }];
    const length = bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xfe) parts.push({ where: 'a comment', text: listWords(data) });
    else if (marker >= 0xe0 && marker <= 0xef)
      parts.push({ where: 'its metadata', text: listWords(data) });
    at += 2 + length;
  }
}

/** Whether 0xff before this byte is no marker: pixel data, a restart or padding. */
function isPixel(byte: number): boolean {
  return byte === 0 || byte === 0xff || (byte >= 0xd0 && byte <= 0xd7);
}

/**
 * Reads the comments and application extensions of a GIF. Each of their blocks begins with its
 * length.
 */
function readGif(bytes: Buffer): FilePart[] {
  const parts: FilePart[] = [];
  const sizeTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  for (let at = 13 + sizeTable(bytes.readUInt8(10)); ;) {
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b)
      return [...parts, { where: 'after its end', text: listStrings(bytes.subarray(at)) }];
    const isPicture = kind === 0x2c;
    const start = at + (isPicture ? 11 + sizeTable(bytes.readUInt8(at + 9)) : 2);
    const blocks: Buffer[] = [];
    for (at = start; bytes.readUInt8(at) > 0; at += bytes.readUInt8(at) + 1)
      blocks.push(bytes.subarray(at + 1, at + 1 + bytes.readUInt8(at)));
    at++;
    // XMP ignores the block lengths.
    const text = [listWords(Buffer.concat(blocks)), listWords(bytes.subarray(start, at))].join(
      '\n',
    );
    if (!isPicture) parts.push({ where: 'a comment', text });
  }
}

/** Reads the chunks of a WebP that hold no pixels. */
function readWebp(bytes: Buffer): FilePart[] {
  const parts: FilePart[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const text = listWords(bytes.subarray(at + 8, at + 8 + length));
    if (!/^(VP8[ LX]|ALPH|ANIM|ANMF)$/.test(type))
      parts.push({ where: `chunk ${type.trim()}`, text });
    at += 8 + length + (length % 2);
  }
  return parts;
}

/** Reads the boxes of an AVIF or HEIC that hold no pixels. */
function readBoxes(bytes: Buffer): FilePart[] {
  const parts: FilePart[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    // A length of 0 means up to the end. A length of 1 means that it follows the type.
    const short = bytes.readUInt32BE(at) || bytes.length - at;
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length < 8) throw new Error(`The box ${type} has no length.`);
    const text = listWords(bytes.subarray(at + 8, at + length));
    if (type !== 'mdat') parts.push({ where: 'its metadata', text });
    at += length;
  }
  return parts;
}

async function readMetadata(bytes: Buffer): Promise<FilePart> {
  const { exif, xmp, iptc } = await sharp(bytes).metadata();
  const found = [exif, xmp, iptc].filter((data) => data !== undefined);
  return { where: 'its metadata', text: found.map(listWords).join('\n') };
}
