/** A fictitious person whose traces cannot be confused with other words. */
export const person = {
  name: 'Quenby Zarathrost-Özdil',
  given: 'Quenby',
  family: 'Zarathrost-Özdil',
  github: 'qzoezdil',
  email: 'quenby.zarathrost@qzlab.example',
  orcid: '0000-0002-1825-0097',
  address: 'https://qzoezdil.example/portfolio/',
  host: 'qzoezdil.example',
};

/** The identifying strings of the person, in plain letters. */
const traces = ['quenby', 'zarathrost', 'qzoezdil', 'qzlab', '0000000218250097'];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeEntities = (text: string): string =>
  text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

const decodePercents = (text: string): string =>
  text.replaceAll(/(%[\da-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );

const simplify = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * Whether bytes contain a trace in any encoding known here, independently of the site's own
 * search.
 */
export function holdsTrace(bytes: Buffer): boolean {
  const texts = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')];
  texts.push(
    Buffer.from(bytes)
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le'),
  );
  const readings = texts.flatMap((text) => [
    text,
    decodeEntities(text),
    decodePercents(text),
    decodeEntities(text).replaceAll(/<[^>]*>/g, ''),
  ]);
  return readings.some((reading) => {
    const simple = simplify(reading);
    return traces.some((trace) => simple.includes(trace));
  });
}
