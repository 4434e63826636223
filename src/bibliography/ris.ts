import { buildPlace, findAddresses, findKind, listNotes } from './kind.ts';
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
  const { title, authors, editors = [], translators = [], doi, eprint, howpublished } = reference;
  const { ris, isEdited, risNumber = 'IS' } = workKinds[findKind(reference)];
  const { container, short, publisher, volume, number, pages } = buildPlace(reference);
  const [start, end] = splitPages(pages);
  const optional: [tag: string, value: string | undefined][] = [
    ['T2', container],
    ['J2', short],
    ['T3', reference.series],
    ['PY', formatYear(reference.year)],
    ['DA', formatDate(reference.date)],
    ['Y2', formatDate(reference.accessed)],
    ['OP', reference.originalYear],
    ['ET', reference.edition ?? reference.version],
    ['VL', volume],
    [risNumber, number],
    ['SP', start],
    ['EP', end],
    ['SE', reference.chapter],
    ['PB', publisher],
    ['CY', reference.location],
    ['C3', reference.event],
    ['M3', reference.genre],
    // A patent or a report has its number there.
    [risNumber === 'SN' ? 'M1' : 'SN', reference.isbn ?? reference.issn],
    ['AN', eprint && `arXiv:${eprint}`],
    ['DO', doi],
    ['M2', howpublished === reference.url ? undefined : howpublished],
    ...listNotes(reference).map((note): [string, string] => ['N1', note]),
  ];
  return [
    ['TY', ris],
    ...authors.map((name): [string, string] => [isEdited ? 'ED' : 'AU', formatInverted(name)]),
    ...editors.map((name): [string, string] => ['ED', formatInverted(name)]),
    ...translators.map((name): [string, string] => ['A4', formatInverted(name)]),
    ['TI', title],
    ...optional.filter((line): line is [string, string] => Boolean(line[1])),
    ...findAddresses(reference).map((address) => ['UR', address] as [string, string]),
    ['ER', ''],
  ];
}

/** The month and the day, if they are known. */
function formatDate([year, month, day]: readonly number[] = []): string {
  if (year === undefined || month === undefined) return '';
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${year}/${pad(month)}/${day === undefined ? '' : pad(day)}/`;
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
