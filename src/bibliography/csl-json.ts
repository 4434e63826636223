import { findType } from './entry-types.ts';
import { buildPlace, findAddresses, findKind, listNotes } from './kind.ts';
import type { Name } from './names.ts';
import type { Reference } from './reference.ts';
import { workKinds } from './work-kinds.ts';

/** A name in CSL-JSON. */
export interface CslName {
  family?: string;
  given?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/** A date in CSL-JSON: years, months and days as far as they are known, a range of two years, or words. */
export type CslDate = { 'date-parts': number[][] } | { literal: string };

/** A work in CSL-JSON, as far as a reference fills it. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  issued?: CslDate;
  'original-date'?: CslDate;
  accessed?: CslDate;
  'container-title'?: string;
  'container-title-short'?: string;
  volume?: string;
  issue?: string;
  number?: string;
  'collection-title'?: string;
  'collection-number'?: string;
  'chapter-number'?: string;
  edition?: string;
  version?: string;
  page?: string;
  publisher?: string;
  'publisher-place'?: string;
  'event-title'?: string;
  genre?: string;
  medium?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  ISBN?: string;
  ISSN?: string;
  URL?: string;
  note?: string;
}

/** References as CSL-JSON, which citation processors read. */
export function formatCslJson(references: readonly Reference[]): CslItem[] {
  return references.map(buildItem);
}

function buildItem(reference: Reference): CslItem {
  const {
    key,
    type,
    title,
    doi,
    eprint,
    editors = [],
    translators = [],
    originalYear = '',
    howpublished,
  } = reference;
  const kind = findKind(reference);
  const { csl, isEdited, number: numberName = 'collection-number' } = workKinds[kind];
  const { container, short, publisher, volume, number, pages } = buildPlace(reference);
  return {
    id: key,
    type: csl,
    title,
    ...dropEmpty({
      editor: buildNames(editors),
      translator: buildNames(translators),
      [isEdited ? 'editor' : 'author']: buildNames(reference.authors),
      issued: buildDate(reference),
      'original-date': buildDate({ year: originalYear }),
      accessed: reference.accessed && { 'date-parts': [reference.accessed] },
      'container-title': container,
      'container-title-short': short,
      'collection-title': reference.series,
      volume,
      [numberName]: kind === 'preprint' ? `arXiv:${eprint}` : number,
      'chapter-number': reference.chapter,
      edition: reference.edition,
      version: reference.version,
      page: pages?.replaceAll('–', '-'),
      publisher,
      'publisher-place': reference.location,
      'event-title': reference.event,
      medium: howpublished === reference.url ? undefined : howpublished,
      genre: reference.genre ?? findType(type).degree,
      // A preprint has the identifier as its number.
      ...(eprint !== undefined &&
        kind !== 'preprint' && { archive: 'arXiv', archive_location: eprint }),
      DOI: doi,
      ISBN: reference.isbn,
      ISSN: reference.issn,
      // A processor makes the address of a DOI itself.
      URL: findAddresses(reference)[doi === undefined ? 0 : 1],
      note: listNotes(reference).join(' '),
    }),
  };
}

function buildNames(names: readonly Name[]): CslName[] | undefined {
  return names.length === 0 ? undefined : names.map(buildName);
}

/**
 * BibTeX prints the “von” wherever it prints the family name (“von Oswald et al.”), so that it is
 * non-dropping; a dropping one would leave “Oswald et al.”.
 */
function buildName(name: Name): CslName {
  if ('literal' in name) return name;
  const { family, given, particle, suffix } = name;
  return { family, ...dropEmpty({ given, 'non-dropping-particle': particle, suffix }) };
}

function buildDate({ year, date }: Pick<Reference, 'year' | 'date'>): CslDate | undefined {
  if (date !== undefined) return { 'date-parts': [date] };
  if (year === '') return undefined;
  const [, before] = /^(\d{1,4}) B\.C\.E\.$/.exec(year) ?? [];
  if (before !== undefined) return { 'date-parts': [[-Number(before)]] };
  const [, first, last] = /^(\d{1,4})(?:\s*[–/-]\s*(\d{4}))?$/.exec(year) ?? [];
  if (first === undefined) return { literal: year };
  const years = [first, ...(last === undefined ? [] : [last])];
  return { 'date-parts': years.map((digits) => [Number(digits)]) };
}

function dropEmpty<Fields extends object>(fields: Fields): Dropped<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Dropped<Fields>;
}

type Dropped<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
