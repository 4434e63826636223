import { isFont, readFont } from './font.ts';
import { unpackFile } from './packed.ts';
import type { FilePart } from './part.ts';
import { isPdf, readPdf } from './pdf.ts';
import { readPicture } from './picture.ts';
import { isPng, readPng } from './png.ts';
import { listStrings } from './strings.ts';
import { decodeText, listData } from './text.ts';
import { isZip, readZip, type PackedFile } from './zip.ts';

/** The searchable parts of a file. */
export interface Reading {
  parts: FilePart[];
  /**
   * Whether nothing else in the file could hold words. False for a film, or an archive that cannot
   * be opened.
   */
  isWhole: boolean;
}

/** How deep files within files are opened. */
const deepest = 3;

/** Reads a file of any kind. The bytes tell the kind, since the name may lie. */
export async function readParts(name: string, bytes: Buffer, depth = 0): Promise<Reading> {
  try {
    const packed = depth < deepest ? unpackFile(name, bytes) : undefined;
    if (packed !== undefined) return await readPacked([packed], listStrings(bytes), depth);
    const decoded = decodeText(bytes);
    if (decoded !== undefined) {
      const { parts, isWhole } = await readText(decoded.text, depth);
      return { parts, isWhole: isWhole && decoded.isKnown };
    }
    return (await readBinary(bytes, depth)) ?? readUnknown(bytes);
  } catch {
    return readUnknown(bytes);
  }
}

function readUnknown(bytes: Buffer): Reading {
  return { parts: [{ where: 'its bytes', text: listStrings(bytes) }], isWhole: false };
}

async function readBinary(bytes: Buffer, depth: number): Promise<Reading | undefined> {
  if (isFont(bytes)) return { parts: readFont(bytes), isWhole: true };
  if (isPng(bytes)) return { parts: readPng(bytes), isWhole: true };
  if (isPdf(bytes)) {
    const { parts, files, isWhole } = await readPdf(bytes);
    return join([{ parts, isWhole }, await readPacked(files, '', depth)]);
  }
  if (depth < deepest && isZip(bytes)) {
    const { files, comments } = readZip(bytes);
    return readPacked(files, [comments, listStrings(bytes)].join('\n'), depth);
  }
  if (bytes.toString('hex', 0, 4) === '00000100') return readPacked(listIcons(bytes), '', depth);
  const parts = await readPicture(bytes);
  return parts && { parts, isWhole: true };
}

/** Returns the pictures of an icon. Those that are not PNG hold only pixels. */
function listIcons(bytes: Buffer): PackedFile[] {
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const [length, start] = [14, 18].map((field) => bytes.readUInt32LE(index * 16 + field));
    return {
      name: `picture ${index + 1}`,
      bytes: bytes.subarray(start, (start ?? 0) + (length ?? 0)),
    };
  }).filter(({ bytes }) => isPng(bytes));
}

/** Reads the files in another, and the text beside them, such as comments and former names. */
async function readPacked(
  files: readonly PackedFile[],
  beside: string,
  depth: number,
): Promise<Reading> {
  const readings = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const { parts, isWhole } =
        bytes === undefined
          ? { parts: [], isWhole: false }
          : depth < deepest
            ? await readParts(name, bytes, depth + 1)
            : readUnknown(bytes);
      return { parts: nest(name, [{ where: 'its name', text: name }, ...parts]), isWhole };
    }),
  );
  return join([
    ...readings,
    { parts: [{ where: 'around its files', text: beside }], isWhole: true },
  ]);
}

/** Reads a text and the files encoded in it, such as a source map in a script. */
async function readText(text: string, depth: number): Promise<Reading> {
  const whole = { parts: [{ text }], isWhole: true };
  if (depth >= deepest) return whole;
  const readings = await Promise.all(
    listData(text).map(async (bytes, index) => {
      const { parts, isWhole } = await readParts('', bytes, depth + 1);
      return { parts: nest(`data in base64 ${index + 1}`, parts), isWhole };
    }),
  );
  return join([whole, ...readings]);
}

function nest(name: string, parts: readonly FilePart[]): FilePart[] {
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
