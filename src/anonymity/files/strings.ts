/** A character in ASCII or UTF-8, as Latin 1 bytes. */
const narrow =
  '(?:[\\x20-\\x7e]|[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3})';

/**
 * A character in UTF-16. The last of a run may lack its second byte, depending on the byte order.
 */
const wide = '[\\x20-\\x7e\\xa0-\\xff]';

/** Returns the runs of characters in any bytes, one per line. Shorter runs are mostly chance. */
export function listStrings(bytes: Buffer, shortest = 6): string {
  const text = bytes.toString('latin1');
  const narrowRuns = text.match(new RegExp(`${narrow}{${shortest},}`, 'g')) ?? [];
  const wideRuns = text.match(new RegExp(`(?:${wide}\\0){${shortest - 1},}${wide}?`, 'g')) ?? [];
  const runs = [
    ...narrowRuns.map((run) => Buffer.from(run, 'latin1').toString('utf8')),
    ...wideRuns.map((run) => run.replaceAll('\0', '')),
  ];
  return [...new Set(runs)].join('\n');
}

/** Returns the words in bytes that are known to hold text, in any encoding and of any length. */
export function listWords(bytes: Buffer): string {
  return [bytes.toString('utf8'), bytes.toString('latin1'), listStrings(bytes, 2)].join('\n');
}
