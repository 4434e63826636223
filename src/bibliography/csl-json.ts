import { findType } from './entry-types.ts';
import { buildPlace, findAddresses, findKind } from './kind.ts';
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

/** A date in CSL-JSON: one year, a range of two, or words. */
export type CslDate = { 'date-parts': [number][] } | { literal: string };

/** A work in CSL-JSON, as far as a reference fills it. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: CslDate;
  'container-title'?: string;
  'container-title-short'?: string;
  volume?: string;
  issue?: string;
  number?: string;
  'collection-number'?: string;
  page?: string;
  publisher?: string;
  genre?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  URL?: string;
  note?: string;
}

/** References as CSL-JSON, which citation processors read. */
export function formatCslJson(references: readonly Reference[]): CslItem[] {
  return references.map(buildItem);
}

function buildItem(reference: Reference): CslItem {
  const { key, type, title, year, doi, eprint, note } = reference;
  const kind = findKind(reference);
  const { csl, isEdited, number: numberName = 'collection-number' } = workKinds[kind];
  const { container, short, publisher, volume, number, pages } = buildPlace(reference);
  return {
    id: key,
    type: csl,
    title,
    ...dropEmpty({
      [isEdited ? 'editor' : 'author']: buildNames(reference),
      issued: buildDate(year),
      'container-title': container,
      'container-title-short': short,
      volume,
      [numberName]: kind === 'preprint' ? `arXiv:${eprint}` : number,
      page: pages?.replaceAll('–', '-'),
      publisher,
      genre: findType(type).degree,
      // A preprint has the identifier as its number.
      ...(eprint !== undefined &&
        kind !== 'preprint' && { archive: 'arXiv', archive_location: eprint }),
      DOI: doi,
      // A processor makes the address of a DOI itself.
      URL: findAddresses(reference)[doi === undefined ? 0 : 1],
      note,
    }),
  };
}

function buildNames({ authors, andOthers }: Reference): CslName[] | undefined {
  if (authors.length === 0 && !andOthers) return undefined;
  // CSL has no sign for “and others”; this one is pandoc’s, see https://github.com/jgm/citeproc/issues/61.
  return [...authors.map(buildName), ...(andOthers ? [{ literal: 'others' }] : [])];
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

function buildDate(year: string): CslDate | undefined {
  if (year === '') return undefined;
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
