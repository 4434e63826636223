import { formatFieldSource } from '../../bibliography/field-source.ts';
import { findKind } from '../../bibliography/kind.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import { buildReference, type Reference } from '../../bibliography/reference.ts';
import { parseTex } from '../../bibliography/tex.ts';
import { readRuns, type TextField } from '../../bibliography/texts.ts';
import { renderVerbatim } from '../../bibliography/verbatim.ts';
import type { Kind } from '../../bibliography/work-kinds.ts';
import { readCommonFields, readWorkDate, type WorkFields } from '../paper/own-fields.ts';
import { listLinkFields, listLinkOrigins, readOwnLinks } from '../paper/own-links.ts';
import { findOutputType, type OutputType } from './type.ts';

/** The types of outputs by the kinds of works. */
const types: Partial<Record<Kind, OutputType>> = {
  software: 'software',
  dataset: 'dataset',
  talk: 'talk',
  poster: 'poster',
};

/** The type of the output that a work of `own.bib` is; undefined if it is none. */
export function findOwnType(entry: BibEntry): OutputType | undefined {
  const work = buildReference(entry);
  const type = types[findKind(work)];
  return type === 'software' && /\bmodel$/i.test(work.genre ?? '') ? 'model' : type;
}

/** The hosts of repositories. */
const codeHosts =
  /^https:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\//i;

const eventNames = ['event', 'venue', 'howpublished'] as const;

const eventOrigins = 'eventtitle booktitle journal journaltitle howpublished'.split(' ');

/** Reads the fields of an output from a work of `own.bib`. A field that the work does not state is left out. */
export function readOwnOutput(entry: BibEntry): WorkFields {
  const work = buildReference(entry);
  const type = findOwnType(entry) ?? 'software';
  const { fields, origins } = readCommonFields(entry, ['tags', 'threads', 'papers']);
  const all = readOwnLinks(work, entry);
  const stated = renderVerbatim(entry.fields.get('repository') ?? '');
  const code = all.find(({ origin, address }) => origin === 'code' || codeHosts.test(address));
  const repository = stated === '' ? code?.address : stated;
  const links = all.filter(({ origin, address }) => origin !== 'doi' && address !== repository);
  const date = readWorkDate(work);
  const license = parseTex(entry.fields.get('license') ?? '').text;
  return {
    fields: {
      ...fields,
      type,
      ...(date !== undefined && { date }),
      ...(findOutputType(type).isGiven && readEvent(work)),
      ...(work.doi !== undefined && { doi: work.doi }),
      ...(repository !== undefined && { repository }),
      ...(license !== '' && { license }),
      // A version without a date has no place among versions; the citation has it.
      ...(work.version !== undefined &&
        date !== undefined && { versions: [{ version: work.version, date }] }),
      ...listLinkFields(links),
    },
    origins: {
      ...origins,
      ...listLinkOrigins(links),
      type: ['type'],
      repository: ['repository', code?.origin ?? 'code'],
      event: eventOrigins,
      place: ['location', 'address'],
      versions: ['version', 'date', 'year'],
    },
  };
}

/** The event at which a work was given, and its place. */
function readEvent(work: Reference) {
  const text = (name: TextField) => formatFieldSource(readRuns(work, name));
  // An address is among the links.
  const event = eventNames
    .map((name) =>
      text(name)
        .replace(/[,;:.]?\s*\[[^\]]*\]\(<[^>]*>\)/g, '')
        .trim(),
    )
    .find((name) => name !== '' && !/^https?:/.test(name));
  const place = text('location');
  return { ...(event !== undefined && { event }), ...(place !== '' && { place }) };
}
