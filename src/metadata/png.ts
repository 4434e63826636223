import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows from the top: red, green and blue bytes. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Enough for the tones of plates and the edges of letters. Fewer colours make smaller files. */
const mostColours = 40;

/**
 * Encodes pixels as a PNG with a palette of the most frequent colours. The other colours, along the edges of letters,
 * become the nearest one of the palette.
 */
export function encodePng({ data, width, height }: Pixels): Uint8Array<ArrayBuffer> {
  const counts = countColours(data);
  const palette = [...counts.keys()]
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b)
    .slice(0, mostColours);
  const indexes = new Map(
    Array.from(counts.keys(), (colour) => [colour, findNearest(palette, colour)]),
  );
  // Each row begins with its filter type: 0 (none), which is best for a palette.
  const rows = new Uint8Array((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows[pixel + Math.floor(pixel / width) + 1] = indexes.get(readColour(data, 3 * pixel)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // Eight bits a pixel, by palette.
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      formatChunk('IHDR', header),
      formatChunk('PLTE', Buffer.from(palette.flatMap(splitColour))),
      formatChunk('IDAT', deflateSync(rows, { level: 8 })),
      formatChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function countColours(data: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let start = 0; start < data.length; start += 3) {
    const colour = readColour(data, start);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

function readColour(data: Uint8Array, start: number): number {
  const [red = 0, green = 0, blue = 0] = [data[start], data[start + 1], data[start + 2]];
  return (red << 16) | (green << 8) | blue;
}

function splitColour(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/** The index of the colour of `palette` that is nearest to `colour`. */
function findNearest(palette: number[], colour: number): number {
  const parts = splitColour(colour);
  const distances = palette.map((one) =>
    splitColour(one).reduce((sum, part, index) => sum + (part - (parts[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** A chunk: length, type, data and checksum. */
function formatChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
