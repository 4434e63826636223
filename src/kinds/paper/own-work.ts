import { formatFieldSource } from '../../bibliography/field-source.ts';
import { findKind } from '../../bibliography/kind.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import { buildReference, type Reference } from '../../bibliography/reference.ts';
import { readRuns, type TextField } from '../../bibliography/texts.ts';
import { isYear } from '../../lib/date.ts';
import { readCommonFields, readSource, readWorkDate, type WorkFields } from './own-fields.ts';
import { listLinkFields, listLinkOrigins, readOwnLinks } from './own-links.ts';
import { readStanding } from './own-standing.ts';
import { findWorkType, type WorkType } from './work-type.ts';
import { findVenueKind } from './venue.ts';

const venueNames = ['venue', 'publisher', 'event', 'howpublished'] as const;

const venueOrigins =
  'journal journaltitle booktitle school institution publisher organization holder eventtitle howpublished number'.split(
    ' ',
  );

/** Reads the fields of a paper from a work of `own.bib`. A field that the work does not state is left out. */
export function readOwnWork(entry: BibEntry): WorkFields {
  const work = buildReference(entry);
  const common = readCommonFields(entry, ['tags', 'threads']);
  const type = findWorkType(work);
  const { status, place } = readStanding(work, entry);
  const venue = readVenue(work, type, place);
  const links = readOwnLinks(work, entry);
  // The year of a manuscript that nobody can read yet is not that in which it became public.
  const isPublic = (status !== 'draft' && status !== 'submitted') || links.length > 0;
  const short = entry.fields.get('title')?.trim() ? readSource(entry, 'shorttitle') : '';
  return {
    fields: {
      ...common.fields,
      status,
      type,
      ...(venue && { venue }),
      ...(isPublic && readDate(work, venue !== undefined)),
      ...(short !== '' && { short }),
      ...listLinkFields(links),
    },
    origins: {
      ...common.origins,
      ...listLinkOrigins(links),
      short: ['shorttitle'],
      venue: venueOrigins,
    },
  };
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
function readDate(work: Reference, hasVenue: boolean) {
  const date = readWorkDate(work);
  return date !== undefined && !(hasVenue && isYear(date)) ? { date } : {};
}
