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
  const runs = findRuns(data);
  const counts = new Map<number, number>();
  for (const { colour, start, end } of runs)
    counts.set(colour, (counts.get(colour) ?? 0) + end - start);
  const palette = [...counts.keys()]
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b)
    .slice(0, mostColours);
  const indexes = new Map(
    Array.from(counts.keys(), (colour) => [colour, findNearest(palette, colour)]),
  );
  const pixels = new Uint8Array(width * height);
  for (const { colour, start, end } of runs) pixels.fill(indexes.get(colour) ?? 0, start, end);
  // Each row begins with its filter type: 0 (none), which is best for a palette.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
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

/** Pixels of one colour beside each other, from `start` to before `end`. Rows continue in the next. */
interface Run {
  colour: number;
  start: number;
  end: number;
}

/** Finds the runs: neighbours are mostly alike, and a run costs as much as a pixel. */
function findRuns(data: Uint8Array): Run[] {
  const runs: Run[] = [];
  // A read beyond the end would slow down every read.
  const { length } = data;
  for (let start = 0; start < length;) {
    const [red, green, blue] = [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0];
    let end = start + 3;
    while (end < length && data[end] === red && data[end + 1] === green && data[end + 2] === blue)
      end += 3;
    runs.push({ colour: (red << 16) | (green << 8) | blue, start: start / 3, end: end / 3 });
    start = end;
  }
  return runs;
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
