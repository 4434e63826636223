import { crc32 } from 'node:zlib';
import { stripGif } from './gif-metadata.ts';
import { stripHeif } from './heif-metadata.ts';

/**
 * Removes metadata from a JPEG, PNG, WebP, GIF, AVIF or HEIC: the place, the date, the device, the author, comments and, but
 * in AVIF and HEIC, thumbnails. The pixels, the colour profile and the orientation stay. Other files are returned unchanged.
 */
export function stripMetadata(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return stripJpeg(bytes);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return stripPng(bytes);
  if (start.startsWith('GIF8')) return stripGif(bytes);
  if (/^[^]{4}ftyp/.test(start)) return stripHeif(bytes);
  return /^RIFF[^]{4}WEBP$/.test(start) ? stripWebp(bytes) : bytes;
}

/** The application segments that a decoder needs: JFIF, the colour profile, and the colour transform of Adobe. */
const needed = /^\xff(?:\xe0[^]{2}JFIF\0|\xe2[^]{2}ICC_PROFILE\0|\xee[^]{2}Adobe)/;

function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xd9) {
    const mark = bytes[at + 1] ?? 0;
    // Bytes ff may precede a marker.
    const end = mark === 0xff ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (segment.toString('latin1', 4, 10) === 'Exif\0\0')
      orientation = readOrientation(segment.subarray(10));
    const isOther = (mark >= 0xe0 && mark <= 0xef) || mark === 0xfe || mark === 0xff;
    if (!isOther || needed.test(segment.toString('latin1', 0, 16))) kept.push(segment);
    at = mark === 0xda ? findMark(bytes, end) : end;
    if (mark === 0xda) kept.push(bytes.subarray(end, at));
  }
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), buildExif(orientation)]);
  const head = [Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif];
  // A phone may append a second picture or a film to the file: these are dropped. A damaged file is kept whole.
  const rest = bytes.subarray(at, bytes[at + 1] === 0xd9 ? at + 2 : undefined);
  return Buffer.concat([bytes.subarray(0, 2), ...(orientation === 1 ? [] : head), ...kept, rest]);
}

/** Finds the marker after the entropy-coded data, in which a byte ff precedes 0 or the number of a restart. */
function findMark(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The chunks of a PNG that decide how it looks. */
const shown =
  /^(?:[A-Z]|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|hIST|pHYs|sPLT|cICP|mDCV|cLLI|acTL|fcTL|fdAT)/;

function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const orientation = name === 'eXIf' ? readOrientation(bytes.subarray(at + 8, end - 4)) : 1;
    if (orientation !== 1) kept.push(buildChunk('eXIf', buildExif(orientation)));
    if (shown.test(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}

function buildChunk(name: string, content: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const checked = Buffer.concat([Buffer.from(name), content]);
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(checked));
  return Buffer.concat([length, checked, checksum]);
}

function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  const last = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  let orientation = 1;
  for (let at = 12; at + 8 <= last;) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const name = bytes.toString('latin1', at, at + 4);
    // Some programs begin it as in a JPEG.
    const skipped = bytes.toString('latin1', at + 8, at + 14) === 'Exif\0\0' ? 14 : 8;
    if (name === 'EXIF') orientation = readOrientation(bytes.subarray(at + skipped, end));
    if (/^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(name))
      kept.push(Buffer.from(bytes.subarray(at, end)));
    at = end;
  }
  const tail =
    orientation === 1 ? [] : [Buffer.from('EXIF\x1a\0\0\0', 'latin1'), buildExif(orientation)];
  const [first] = kept;
  // The flags say which chunks there are: of EXIF and of XMP.
  if (first?.toString('latin1', 0, 4) === 'VP8X')
    first[8] = ((first[8] ?? 0) & ~0x0c) | (orientation === 1 ? 0 : 8);
  const content = Buffer.concat([Buffer.from('WEBP'), ...kept, ...tail]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

const orientationTag = 0x0112;

/** Reads the orientation from EXIF: 1, the normal one, if none is stated. */
function readOrientation(exif: Buffer): number {
  const isLittle = exif.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  try {
    const start = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
    for (let entry = start + 2; entry < start + 2 + short(start) * 12; entry += 12)
      if (short(entry) === orientationTag && short(entry + 8) <= 8) return short(entry + 8) || 1;
  } catch {
    // It ends too early.
  }
  return 1;
}

/** Builds EXIF with the orientation alone. */
function buildExif(orientation: number): Buffer {
  const exif = Buffer.alloc(26);
  exif.write('II*\0\x08', 'latin1');
  exif.writeUInt16LE(1, 8);
  exif.writeUInt16LE(orientationTag, 10);
  exif.writeUInt16LE(3, 12);
  exif.writeUInt32LE(1, 14);
  exif.writeUInt16LE(orientation, 18);
  return exif;
}
