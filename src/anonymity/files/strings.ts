/** Letters and signs as ASCII, or in the bytes that UTF-8 writes them in. */
const narrow =
  '(?:[\\x20-\\x7e]|[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3})';

/** The same in UTF-16, of which the last letter may lack its second byte, by the order of bytes. */
const wide = '[\\x20-\\x7e\\xa0-\\xff]';

/** The runs of letters in bytes of any kind, one to a line. Shorter ones are chance as often as words. */
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

/** The words in bytes that are there to hold some, in whatever encoding, however short. */
export function listWords(bytes: Buffer): string {
  return [bytes.toString('utf8'), bytes.toString('latin1'), listStrings(bytes, 2)].join('\n');
}
