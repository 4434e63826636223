/** The application extensions that decide how a GIF looks: those of its loop and of its colour profile. */
const shown = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/;

/** Removes comments, XMP, and bytes after the end sign, which may be missing. A damaged file is returned unchanged. */
export function stripGif(bytes: Buffer): Buffer {
  const start = 13 + measureColours(bytes[10]);
  const kept = [bytes.subarray(0, start)];
  let at = start;
  while (at < bytes.length) {
    const [sign, label] = [bytes[at], bytes[at + 1]];
    if (sign === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    // An image has a descriptor, its colours and the size of its codes before its data.
    const head = sign === 0x2c ? 11 + measureColours(bytes[at + 9]) : 2;
    if (sign !== 0x2c && sign !== 0x21) return bytes;
    const end = skipBlocks(bytes, at + head);
    if (end === undefined) return bytes;
    const name = bytes.toString('latin1', at + 3, at + 14);
    const isHidden = sign === 0x21 && (label === 0xfe || (label === 0xff && !shown.test(name)));
    if (!isHidden) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return at === bytes.length ? Buffer.concat(kept) : bytes;
}

/** The size in bytes of the table of colours that a byte of flags announces. */
function measureColours(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Returns where a row of blocks ends, each with its length before it, and an empty one last. */
function skipBlocks(bytes: Buffer, start: number): number | undefined {
  for (let at = start; at < bytes.length; at += 1 + (bytes[at] ?? 0))
    if (bytes[at] === 0) return at + 1;
  return undefined;
}
