import { buildDate, type CalendarDate } from '../../lib/date.ts';
import type { EntryLink, ExternalLink } from '../../model/entry.ts';
import type { Entry } from '../../model/graph.ts';
import { markTitle, type MarkedText } from '../../model/marked-text.ts';
import { buildExternalLink } from '../paper/external-link.ts';
import { findArchive, formatDoi } from './doi.ts';
import { formatVersion } from './relations.ts';
import type { Words } from '../../words/words.ts';
import type { Output, Version } from './schema.ts';

/** A version as pages show it. */
export interface VersionView {
  version: string;
  date: CalendarDate;
  /** Its DOI, or else its address. */
  link?: EntryLink;
  note?: MarkedText;
}

/** “version 2.1 of Jun 2026, archived at Zenodo”, or “A Meeting, Turin”. */
export function formatLine(
  { event, place }: Output,
  isFirst: boolean,
  newest: Version | undefined,
  doi: string | undefined,
  words: Words,
): string {
  const archive = doi === undefined ? undefined : findArchive(doi);
  const { output, language } = words;
  const version = newest && formatVersion(newest.version, words);
  return [
    version &&
      (isFirst
        ? version
        : words.format(output.versionOf, {
            version,
            date: buildDate(newest.date, language).label,
          })),
    event && markTitle(event).title,
    place && markTitle(place).title,
    archive && words.format(output.archived, { archive }),
  ]
    .filter(Boolean)
    .join(words.comma);
}

/** Builds a version. */
export function buildVersion(
  { version, date, doi, address, note }: Version,
  words: Words,
): VersionView {
  const target = doi === undefined ? address : formatDoi(doi);
  return {
    version,
    date: buildDate(date, words.language),
    ...(target !== undefined && {
      link: { title: doi === undefined ? words.output.release : `doi:${doi}`, address: target },
    }),
    ...(note !== undefined && { note: markTitle(note) }),
  };
}

/** Its code, its DOI and its other links, each address once. */
export function listLinks(
  { slug, data }: Entry<Output>,
  code: string | undefined,
  doi: string | undefined,
  page: string,
  words: Words,
): ExternalLink[] {
  const links = [
    ...(code === undefined ? [] : [{ title: words.output.code, address: code }]),
    ...(doi === undefined ? [] : [{ title: 'DOI', address: formatDoi(doi) }]),
    ...data.links.map((link) => buildExternalLink(link, slug, page)),
  ];
  const addresses = links.map((link) => link.address.toLowerCase());
  return links.filter((link, index) => addresses.indexOf(link.address.toLowerCase()) === index);
}
