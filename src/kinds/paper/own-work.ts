import { formatFieldSource } from '../../bibliography/field-source.ts';
import { findKind } from '../../bibliography/kind.ts';
import type { Name } from '../../bibliography/names.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import { buildReference, type Reference } from '../../bibliography/reference.ts';
import { parseTex } from '../../bibliography/tex.ts';
import { readRuns, type TextField } from '../../bibliography/texts.ts';
import { readLanguageName } from '../../lib/language-names.ts';
import { readOwnLinks } from './own-links.ts';
import { readStanding } from './own-standing.ts';
import { findWorkType, type WorkType } from './work-type.ts';
import { findVenueKind } from './venue.ts';

/** The fields of an entry that a work of a `.bib` file states. */
export interface WorkFields {
  fields: Record<string, unknown>;
  /** The fields of BibTeX from which a field, or an item of a list, comes: the first that the work has. */
  origins: Record<string, readonly string[]>;
}

const venueNames = ['venue', 'publisher', 'event', 'howpublished'] as const;

const venueOrigins =
  'journal journaltitle booktitle school institution publisher organization holder eventtitle howpublished number'.split(
    ' ',
  );

/** Reads the fields of a paper from a work of `own.bib`. A field that the work does not state is left out. */
export function readOwnWork(entry: BibEntry): WorkFields {
  const work = buildReference(entry);
  const read = (name: string) => formatFieldSource(parseTex(entry.fields.get(name) ?? '').runs);
  const type = findWorkType(work);
  const { status, place } = readStanding(work, entry);
  const venue = readVenue(work, type, place);
  const links = readOwnLinks(work, entry);
  // The year of a manuscript that nobody can read yet is not that in which it became public.
  const isPublic = (status !== 'draft' && status !== 'submitted') || links.length > 0;
  const language = readLanguageName(entry.fields.get('langid') ?? entry.fields.get('language'));
  const short = entry.fields.get('title')?.trim() ? read('shorttitle') : '';
  const lists = ['tags', 'threads'].map((name): [string, string[]] => {
    const items = (entry.fields.get(name) ?? '').split(/[,;]/);
    return [name, items.map((item) => parseTex(item).text).filter(Boolean)];
  });
  return {
    fields: {
      title: formatFieldSource(readRuns(work, 'title')),
      status,
      type,
      ...(work.authors.length > 0 && { authors: work.authors.map(readAuthor) }),
      ...(venue && { venue }),
      ...(isPublic && readDate(work, venue !== undefined)),
      ...(short !== '' && { short }),
      ...(read('abstract') !== '' && { abstract: read('abstract') }),
      ...(language !== undefined && { language }),
      ...Object.fromEntries(lists.filter(([, items]) => items.length > 0)),
      ...(/^\{?(?:true|yes|1)\}?$/i.test(entry.fields.get('selected')?.trim() ?? '') && {
        selected: true,
      }),
      ...(links.length > 0 && { links: links.map(({ label, address }) => ({ label, address })) }),
    },
    origins: {
      title: ['title', 'shorttitle'],
      short: ['shorttitle'],
      authors: ['author', 'editor'],
      venue: venueOrigins,
      date: ['date', 'year'],
      language: ['langid', 'language'],
      ...Object.fromEntries(links.map(({ origin }, index) => [`links.${index}`, [origin]])),
    },
  };
}

/** A name as the field `authors` has it. */
function readAuthor(name: Name): Record<string, string> {
  return Object.fromEntries(Object.entries(name).filter(([, part]) => part !== ''));
}

/** The venue of a work. `place` is that of a work that has not appeared there yet. */
function readVenue(work: Reference, type: WorkType, place: string | undefined) {
  if (findKind(work) === 'preprint')
    return { name: 'arXiv', kind: 'preprint-server', ...readYear(work) };
  const text = (name: TextField) => formatFieldSource(readRuns(work, name));
  const stated =
    type === 'patent'
      ? [text('genre') || 'Patent', text('number')].filter(Boolean).join(' ')
      : (venueNames.map(text).find(Boolean) ?? text('abbreviation'));
  const name = place ?? stated;
  // An address is a link.
  if (name === '' || /^\[?https?\\?:/.test(name)) return undefined;
  const acronym = text('abbreviation');
  return {
    name,
    ...readYear(work),
    ...(type === 'paper' && { kind: findVenueKind(name, findKind(work) === 'article') }),
    ...(acronym !== '' && acronym !== name && place === undefined && { acronym }),
  };
}

function readYear({ year }: Reference) {
  return /^(?:19|20|21)\d\d$/.test(year) ? { year: Number(year) } : {};
}

/** The date, if more than the year of the venue is known. */
function readDate({ year, date }: Reference, hasVenue: boolean) {
  const day = date?.map((part) => String(part).padStart(2, '0')).join('-');
  if (day !== undefined) return { date: day };
  return !hasVenue && /^\d{4}$/.test(year) ? { date: year } : {};
}
