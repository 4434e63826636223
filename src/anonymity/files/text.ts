import { isUtf8 } from 'node:buffer';

/** `isKnown` tells whether the encoding is certain. An eight-bit encoding never is. */
export interface DecodedText {
  text: string;
  isKnown: boolean;
}

/** Returns undefined for bytes that are no text. */
export function decodeText(bytes: Buffer): DecodedText | undefined {
  const text = decodeUnicode(bytes);
  if (text !== undefined) return { text, isKnown: true };
  // The only control characters in a text are line breaks and similar.
  const isText = !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(bytes.toString('latin1'));
  return isText
    ? { text: new TextDecoder('windows-1252').decode(bytes), isKnown: false }
    : undefined;
}

function decodeUnicode(bytes: Buffer): string | undefined {
  const encoding = findEncoding(bytes);
  if (encoding === 'utf-8' && !isUtf8(bytes)) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** UTF-16 has a byte order mark, or zeros in every second byte of mostly Latin text. */
function findEncoding(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 1].map(
    (side) => sample.filter((byte, at) => byte === 0 && at % 2 === side).length,
  );
  const [high = 0, low = 0] = zeros;
  if (low > sample.length / 4 && high === 0) return 'utf-16le';
  if (high > sample.length / 4 && low === 0) return 'utf-16be';
  return 'utf-8';
}

/** Returns the base64 data in a text, in a data URL or on its own. */
export function listData(text: string): Buffer[] {
  const runs = text.matchAll(/(;base64,)?([\w+/-]{12,}={0,2})/g);
  return Array.from(runs, ([, address, run = '']) => ({
    isData: address !== undefined,
    bytes: Buffer.from(run, 'base64'),
  }))
    .filter(({ isData, bytes }) => isData || isTelling(bytes))
    .map(({ bytes }) => bytes);
}

/**
 * Whether bytes are a text or a known kind of file. Those decoded from an ordinary word are
 * neither.
 */
function isTelling(bytes: Buffer): boolean {
  if (
    /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|%PDF|PK\x03\x04|\x1f\x8b)/.test(
      bytes.toString('latin1', 0, 4),
    )
  )
    return true;
  const text = decodeUnicode(bytes);
  return text !== undefined && !/[\0-\x08\x0e-\x1f\x7f\ufffd]/.test(text);
}
