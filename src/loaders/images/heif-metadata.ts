/** A box of the ISO base media file format (ISO/IEC 14496-12, §4.2): its type, and where its content is. */
interface Box {
  type: string;
  start: number;
  end: number;
}

/** The boxes that show the picture. Others may hold a film, or the maker and the device (C2PA). */
const needed = /^(?:ftyp|meta|mdat|moov|mini)$/;

/**
 * Fills EXIF, XMP and boxes that the picture does not need with zeros, so that no other part of an AVIF or HEIC moves. The
 * orientation is a property of the picture (ISO/IEC 23008-12, §6.5.10) and stays, as do thumbnails. A damaged file is
 * returned unchanged.
 */
export function stripHeif(bytes: Buffer): Buffer {
  try {
    const stripped = Buffer.from(bytes);
    const boxes = listBoxes(bytes, 0, bytes.length);
    for (const { type, start, end } of boxes) if (!needed.test(type)) stripped.fill(0, start, end);
    const meta = boxes.find(({ type }) => type === 'meta');
    for (const [start, end] of meta ? listMetadata(bytes, meta) : []) stripped.fill(0, start, end);
    return stripped;
  } catch {
    return bytes;
  }
}

function listBoxes(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at);
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || to - at;
    const start = at + (short === 1 ? 16 : 8);
    if (at + size > to || at + size < start) throw new Error('The box does not end in the file.');
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start, end: at + size });
    at += size;
  }
  return boxes;
}

/** Returns where the items of EXIF and XMP are (ISO/IEC 14496-12, §8.11.3 and §8.11.6). */
function listMetadata(bytes: Buffer, meta: Box): [start: number, end: number][] {
  const boxes = listBoxes(bytes, meta.start + 4, meta.end);
  const find = (type: string) => boxes.find((box) => box.type === type);
  const [info, places, data] = [find('iinf'), find('iloc'), find('idat')];
  if (info === undefined || places === undefined) return [];
  const hidden = new Set(listHidden(bytes, info));
  const reader = new Reader(bytes, places.start);
  const version = reader.read(1);
  reader.read(3);
  const sizes = [reader.read(1), reader.read(1)];
  const [ofOffset, ofLength, ofBase, ofIndex] = sizes.flatMap((two) => [two >> 4, two & 15]);
  const wide = version < 2 ? 2 : 4;
  const spans: [number, number][] = [];
  for (let left = reader.read(wide); left > 0; left--) {
    const id = reader.read(wide);
    const method = version > 0 ? reader.read(2) & 15 : 0;
    reader.read(2);
    const base = reader.read(ofBase) + (method === 1 ? (data?.start ?? 0) : 0);
    for (let extents = reader.read(2); extents > 0; extents--) {
      if (version > 0) reader.read(ofIndex);
      const start = base + reader.read(ofOffset);
      const end = start + reader.read(ofLength);
      if (method === 1 && data === undefined) throw new Error('The data of an item are missing.');
      if (hidden.has(id) && method < 2) spans.push([start, end]);
    }
  }
  return spans;
}

/** The numbers of the items of EXIF and XMP. */
function listHidden(bytes: Buffer, info: Box): number[] {
  const count = bytes[info.start] === 0 ? 2 : 4;
  return listBoxes(bytes, info.start + 4 + count, info.end).flatMap(({ start, end }) => {
    const wide = bytes[start] === 3 ? 4 : 2;
    const type = bytes.toString('latin1', start + 6 + wide, start + 10 + wide);
    const names = bytes.toString('latin1', start + 10 + wide, end);
    const isHidden = type === 'Exif' || (type === 'mime' && names.includes('rdf+xml'));
    return isHidden ? [bytes.readUIntBE(start + 4, wide)] : [];
  });
}

/** Reads numbers of a given size in bytes, one after the other. */
class Reader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  read(size = 0): number {
    const start = this.#at;
    this.#at += size;
    if (size === 0) return 0;
    return size === 8
      ? Number(this.#bytes.readBigUInt64BE(start))
      : this.#bytes.readUIntBE(start, size);
  }
}
