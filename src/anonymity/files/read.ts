import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { Part } from './part.ts';
import { isPdf, readPdf } from './pdf.ts';
import { isPng, readPng } from './png.ts';
import { listStrings } from './strings.ts';
import { isZip, readZip, type PackedFile } from './zip.ts';

/** What of a file can be searched. */
export interface Reading {
  parts: Part[];
  /** Whether that is all that it may say: not so of a film, or of an archive that cannot be opened. */
  isWhole: boolean;
}

/** Files in files are opened so often and no further. */
const deepest = 3;

/** Reads a file of any kind by what its bytes are, for its name may say anything. */
export async function readParts(name: string, bytes: Buffer, depth = 0): Promise<Reading> {
  const text = decodeText(bytes);
  if (text !== undefined) return readText(text, depth);
  try {
    return await readBinary(name, bytes, depth);
  } catch {
    return { parts: [{ where: 'its bytes', text: listStrings(bytes) }], isWhole: false };
  }
}

async function readBinary(name: string, bytes: Buffer, depth: number): Promise<Reading> {
  if (/^(wOF[F2]|OTTO|true|\0\x01\0\0)/.test(bytes.toString('latin1', 0, 4)))
    return { parts: [], isWhole: true };
  if (isPng(bytes)) return { parts: readPng(bytes), isWhole: true };
  if (isPdf(bytes)) return { parts: await readPdf(bytes), isWhole: true };
  if (depth < deepest && isZip(bytes)) return readPacked(bytes, readZip(bytes), depth);
  if (depth < deepest && bytes.readUInt16BE(0) === 0x1f8b)
    return readPacked(
      bytes,
      [{ name: name.replace(/\.gz$/i, ''), bytes: gunzipSync(bytes) }],
      depth,
    );
  const { exif, xmp, iptc } = await sharp(bytes).metadata();
  const found = [exif, xmp, iptc].filter((data) => data !== undefined);
  const texts = found.flatMap((data) => [data.toString('utf8'), data.toString('latin1')]);
  const text = [...texts, listStrings(bytes)].join('\n');
  return { parts: [{ where: 'its metadata', text }], isWhole: true };
}

/** The files in an archive, and what stands beside them: comments, and the name that one had before. */
async function readPacked(archive: Buffer, files: readonly PackedFile[], depth: number) {
  const readings = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const { parts, isWhole } = await readParts(name, bytes, depth + 1);
      return { parts: nest(name, [{ where: 'its name', text: name }, ...parts]), isWhole };
    }),
  );
  const rest = { where: 'around its files', text: listStrings(archive) };
  return join([...readings, { parts: [rest], isWhole: true }]);
}

/** A text, and the files that it holds itself, as a source map in a script. */
async function readText(text: string, depth: number): Promise<Reading> {
  const whole = { parts: [{ text }], isWhole: true };
  if (depth >= deepest) return whole;
  const held = text.matchAll(/;base64,([\w+/=-]+)/g);
  const readings = await Promise.all(
    Array.from(held, async ([, data = ''], index) => {
      const { parts, isWhole } = await readParts('', Buffer.from(data, 'base64'), depth + 1);
      return { parts: nest(`data: address ${index + 1}`, parts), isWhole };
    }),
  );
  return join([whole, ...readings]);
}

function nest(name: string, parts: readonly Part[]): Part[] {
  return parts.map(({ where, text }) => ({
    where: where === undefined ? name : `${name}, ${where}`,
    text,
  }));
}

function join(readings: readonly Reading[]): Reading {
  return {
    parts: readings.flatMap(({ parts }) => parts),
    isWhole: readings.every(({ isWhole }) => isWhole),
  };
}

/** The text that bytes are in one of the encodings of Unicode; nothing where they are no text. */
function decodeText(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
