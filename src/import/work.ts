import { findLinkLabel } from '../lib/link-labels.ts';
import { findKind, readContainer } from '../bibliography/kind.ts';
import type { BibEntry } from '../bibliography/parse.ts';
import { readAddress } from '../bibliography/addresses.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { joinRuns } from '../bibliography/runs.ts';
import { renderTex } from '../bibliography/tex.ts';
import type { Kind } from '../bibliography/work-kinds.ts';
import type { Link } from '../schema/link.ts';
import { writeAuthors } from './names.ts';
import { noFacts, readStatus, type PaperFacts } from './paper.ts';

/** The types of papers by the kinds of works; others are papers. */
const types: Partial<Record<Kind, string>> = {
  ...{ book: 'book', collection: 'book', proceedings: 'book', chapter: 'chapter' },
  ...{ report: 'report', dataset: 'dataset', software: 'software', thesis: 'thesis' },
};

const theses: Readonly<Record<string, string>> = {
  phdthesis: 'phd-thesis',
  mastersthesis: 'masters-thesis',
};

/** Fields of BibTeX that are links on the pages of al-folio and others. */
const linkFields = 'pdf html website code slides poster video supp blog'.split(' ');

/** The fields that a paper has a place for. */
export const placedFields: ReadonlySet<string> = new Set([
  ...'title subtitle author editor year month day date journal journaltitle booktitle school'.split(
    ' ',
  ),
  ...'institution publisher organization howpublished abbr abstract doi url eprint arxiv'.split(
    ' ',
  ),
  ...'archiveprefix eprinttype primaryclass eprintclass selected venue pubstate type'.split(' '),
  ...linkFields,
]);

/** Fields that steer a program, or repeat others. */
export const ignoredFields =
  /^(?:bibtex_show|altmetric|dimensions|google_scholar_id|inspirehep_id|preview|keywords|file|timestamp|owner|biburl|bibsource|urldate|issn|isbn|language|langid|ids|crossref|equalfirst|additional_info)$/;

/** Reads a work as a paper of the author. `link` finds the address of a file that a field names. */
export function readWork(entry: BibEntry, link: (address: string) => string): PaperFacts {
  const reference = buildReference(entry);
  const kind = findKind(reference);
  const read = (name: string) => renderTex(entry.fields.get(name) ?? '').trim();
  const venue = readVenue(reference, kind, read('venue'));
  const { year, date = [] } = reference;
  const isPublished = venue.name !== '' && /^\d{4}$/.test(year) && kind !== 'manuscript';
  const words = [
    reference.note,
    reference.howpublished,
    read('pubstate'),
    read('venue'),
    venue.name,
  ];
  return {
    ...noFacts,
    title: reference.title,
    authors: writeAuthors(entry),
    abstract: read('abstract').replace(/\s+/g, ' '),
    status: readStatus(words.filter(Boolean).join(' '), isPublished),
    type: theses[entry.type] ?? types[kind] ?? 'paper',
    venue,
    date:
      date.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-') ||
      (/^\d{4}$/.test(year) ? year : ''),
    links: readLinks(entry, reference, link),
    selected: read('selected') === 'true',
  };
}

function readVenue(reference: Reference, kind: Kind, venue: string): PaperFacts['venue'] {
  if (kind === 'preprint')
    return { name: 'arXiv', acronym: '', year: undefined, kind: 'preprint-server' };
  const issuer = reference.venue ?? reference.publisher ?? '';
  const isIssued = ['book', 'collection', 'proceedings'].includes(kind);
  const name = isIssued
    ? (reference.publisher ?? '')
    : joinRuns(readContainer(reference)) || venue || issuer;
  const acronym = (reference.abbreviation ?? '').replace(/[\s']*(?:19|20)?\d\d$/, '').trim();
  return {
    name,
    acronym: acronym === name ? '' : acronym,
    year: undefined,
    kind: /\bworkshop\b/i.test(name) ? 'workshop' : kind === 'article' ? 'journal' : 'conference',
  };
}

function readLinks(
  entry: BibEntry,
  { doi, eprint, url }: Reference,
  link: (address: string) => string,
): Link[] {
  const arxiv = eprint ?? renderTex(entry.fields.get('arxiv') ?? '').trim();
  const named = linkFields.flatMap((name) => {
    const value = entry.fields.get(name)?.trim() ?? '';
    const address = link(readAddress(value) || value);
    return address === '' ? [] : [{ label: findLinkLabel(name) ?? name, address }];
  });
  const isNew = url !== undefined && !named.some(({ address }) => address === url);
  const repeats = url !== undefined && /^https?:\/\/(?:(?:dx\.)?doi\.org|arxiv\.org)\//.test(url);
  return [
    ...named.filter(({ label }) => label === 'PDF'),
    ...(doi === undefined ? [] : [{ label: 'DOI', address: `https://doi.org/${doi}` }]),
    ...(arxiv === '' ? [] : [{ label: 'arXiv', address: `https://arxiv.org/abs/${arxiv}` }]),
    ...(isNew && !repeats ? [{ label: 'Paper', address: url }] : []),
    ...named.filter(({ label }) => label !== 'PDF'),
  ];
}
