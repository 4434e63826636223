/** Letters and signs as ASCII, or in the bytes that UTF-8 writes them in. */
const narrow =
  /(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}/g;

/** The same in UTF-16, of which the last letter may lack its second byte, by the order of bytes. */
const wide = /(?:[\x20-\x7e\xa0-\xff]\0){5,}[\x20-\x7e\xa0-\xff]?/g;

/** The runs of letters in bytes of any kind, one to a line. Shorter ones are chance as often as words. */
export function listStrings(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const runs = [
    ...(text.match(narrow) ?? []).map((run) => Buffer.from(run, 'latin1').toString('utf8')),
    ...(text.match(wide) ?? []).map((run) => run.replaceAll('\0', '')),
  ];
  return [...new Set(runs)].join('\n');
}
