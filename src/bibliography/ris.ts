import { buildPlace, findAddresses, findKind } from './kind.ts';
import { formatInverted } from './names.ts';
import type { Reference } from './reference.ts';
import { workKinds } from './work-kinds.ts';

/** References as RIS, which reference managers read: one record each, lines as the format wants them. */
export function formatRis(references: readonly Reference[]): string {
  return references
    .flatMap(buildRecord)
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');
}

function buildRecord(reference: Reference): [tag: string, value: string][] {
  const { title, authors, andOthers, doi, eprint, note } = reference;
  const { ris, isEdited, risNumber = 'IS' } = workKinds[findKind(reference)];
  const { container, short, publisher, volume, number, pages } = buildPlace(reference);
  const [start, end] = splitPages(pages);
  const optional: [tag: string, value: string | undefined][] = [
    ['T2', container],
    ['J2', short],
    ['PY', formatYear(reference.year)],
    ['VL', volume],
    [risNumber, number],
    ['SP', start],
    ['EP', end],
    ['PB', publisher],
    ['AN', eprint && `arXiv:${eprint}`],
    ['DO', doi],
    // RIS has no sign for an incomplete list; a name “others” would be taken for a person.
    ['N1', note],
    ['N1', andOthers ? 'The list of authors is not complete.' : undefined],
  ];
  return [
    ['TY', ris],
    ...authors.map((name) => [isEdited ? 'ED' : 'AU', formatInverted(name)] as [string, string]),
    ['TI', title],
    ...optional.filter((line): line is [string, string] => Boolean(line[1])),
    ...findAddresses(reference).map((address) => ['UR', address] as [string, string]),
    ['ER', ''],
  ];
}

/** RIS keeps a date as year/month/day/other; words, as “in press”, are other. */
function formatYear(year: string): string {
  return year === '' || /^\d{4}$/.test(year) ? year : `///${year}`;
}

/** The first page and the last; pages that are no single range stay together as the first. */
function splitPages(pages = ''): string[] {
  const range = /^([^\s,–]+)–([^\s,–]+)$/.exec(pages);
  return range ? range.slice(1) : [pages.replaceAll('–', '-')];
}
