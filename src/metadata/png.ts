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
  let [last, index] = [-1, 0];
  for (let row = 0, pixel = 0; row < height; row += 1)
    for (let column = 1; column <= width; column += 1, pixel += 1) {
      const colour = readColour(data, 3 * pixel);
      if (colour !== last) [last, index] = [colour, indexes.get(colour) ?? 0];
      rows[row * (width + 1) + column] = index;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // Eight bits a pixel, by palette.
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      formatChunk('IHDR', header),
      formatChunk('PLTE', Buffer.from(palette.flatMap(splitColour))),
      // The best level takes ten times as long to save a tenth.
      formatChunk('IDAT', deflateSync(rows, { level: 6 })),
      formatChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function countColours(data: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (colour: number, count: number) =>
    counts.set(colour, (counts.get(colour) ?? 0) + count);
  // Neighbours are mostly alike: a run of one colour is counted at once.
  let [last, begin] = [readColour(data, 0), 0];
  for (let start = 3; start < data.length; start += 3) {
    const colour = readColour(data, start);
    if (colour === last) continue;
    add(last, (start - begin) / 3);
    [last, begin] = [colour, start];
  }
  if (data.length > 0) add(last, (data.length - begin) / 3);
  return counts;
}

function readColour(data: Uint8Array, start: number): number {
  return ((data[start] ?? 0) << 16) | ((data[start + 1] ?? 0) << 8) | (data[start + 2] ?? 0);
}

function splitColour(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/** The index of the colour of `palette` that is nearest to `colour`. */
function findNearest(palette: number[], colour: number): number {
  const [red, green, blue] = splitColour(colour);
  const distances = palette.map((one) => {
    const [r, g, b] = splitColour(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
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
