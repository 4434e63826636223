import { closeSync, openSync, readSync } from 'node:fs';

/** The size of a film in pixels. */
export interface FilmSize {
  width: number;
  height: number;
}

/** The most bytes that are read of the facts of a film. */
const mostBytes = 4_000_000;

/** Reads the size of the film at `path` from its header. Returns undefined if it cannot be found. */
export function readFilmSize(path: string): FilmSize | undefined {
  const file = openSync(path, 'r');
  try {
    const read = (position: number, length: number) => {
      const bytes = Buffer.alloc(Math.min(length, mostBytes));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, position));
    };
    return /\.webm$/i.test(path) ? readWebm(read(0, 65_536)) : readMp4(read);
  } finally {
    closeSync(file);
  }
}

type Read = (position: number, length: number) => Buffer;

/** Finds the facts of an MP4 among its outer boxes: they may come after the pictures. */
function readMp4(read: Read): FilmSize | undefined {
  for (let position = 0; ;) {
    const head = read(position, 16);
    if (head.length < 16) return undefined;
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (head.toString('latin1', 4, 8) === 'moov') return findTrack(read(position, length));
    if (length < 8) return undefined;
    position += length;
  }
}

/** Finds the first track with a size: its header ends with width and height, as 16.16 numbers. */
function findTrack(facts: Buffer): FilmSize | undefined {
  for (let at = facts.indexOf('tkhd'); at >= 4; at = facts.indexOf('tkhd', at + 4)) {
    const end = at - 4 + facts.readUInt32BE(at - 4);
    if (end > facts.length || end - 8 < at) return undefined;
    const [width, height] = [facts.readUInt16BE(end - 8), facts.readUInt16BE(end - 4)];
    if (width > 0 && height > 0) return { width, height };
  }
  return undefined;
}

/** Finds the width and the height of WebM, which writers put beside each other. */
function readWebm(facts: Buffer): FilmSize | undefined {
  const [, width = '', height = ''] =
    /\xb0\x82([^]{2})[^]{0,24}?\xba\x82([^]{2})/.exec(facts.toString('latin1')) ?? [];
  const read = (text: string) => Buffer.from(text, 'latin1').readUInt16BE(0);
  return width === '' ? undefined : { width: read(width), height: read(height) };
}
