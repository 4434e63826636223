import { findType } from './entry-types.ts';
import type { Reference } from './reference.ts';
import { joinRuns, type Run } from './runs.ts';
import { readRuns } from './texts.ts';
import { workKinds, type Kind } from './work-kinds.ts';

/** The words of the field “type” for works that BibTeX has no type for. */
const genres: readonly [RegExp, Kind][] = [
  [/\bposter\b/i, 'poster'],
  [
    /\b(?:talk|lecture|keynote|seminar|presentation)\b(?! (?:notes?|papers?|scripts?|series|reports?|books?)\b)/i,
    'talk',
  ],
  [/^data ?set$/i, 'dataset'],
  [/^(?:computer )?software$/i, 'software'],
];

/**
 * The kind of a work: that of its BibTeX type, save that one which appeared at arXiv alone is a preprint, and that the
 * field “type” tells a talk, a poster, a dataset and software.
 */
export function findKind({ type, venue, abbreviation, eprint, genre = '' }: Reference): Kind {
  const { kind } = findType(type);
  // Lecture notes and a seminar paper are no talks, but an “Invited talk at ICML” is one.
  const [named = ''] = genre.split(/\s*[(,:;]|\s+(?:at|for|in|on)\s/);
  const told = genres.find(([words]) => words.test(named))?.[1];
  if (told !== undefined && (kind === 'other' || kind === 'manuscript')) return told;
  const isAtArxivAlone =
    eprint !== undefined && /^(?:(?:arxiv|corr)\b|$)/i.test(venue ?? abbreviation ?? '');
  return isAtArxivAlone && workKinds[kind].isPreprint ? 'preprint' : kind;
}

/** The publication data of a work. */
export interface Place {
  /** The whole that it is a part of: a journal, proceedings, a book; without proceedings, the event. */
  container?: string;
  /** The short name of the container. */
  short?: string;
  publisher?: string;
  volume?: string;
  number?: string;
  /** The pages, or the number of an article without them. */
  pages?: string;
}

/** Returns the publication data of a work. The BibTeX venue is the containing work or the publisher. */
export function buildPlace(reference: Reference): Place {
  const { venue, abbreviation, publisher, volume, number, articleNumber } = reference;
  const kind = findKind(reference);
  // The other fields of such an entry repeat the identifier: “CoRR, volume abs/1706.03762”.
  if (kind === 'preprint') return { publisher: 'arXiv' };
  const { isIssued } = workKinds[kind];
  const issuer = isIssued ? (venue ?? publisher) : publisher;
  const container = joinRuns(readContainer(reference)) || undefined;
  const pages = reference.pages ?? articleNumber;
  return {
    ...(container !== undefined && { container }),
    ...(container !== undefined && abbreviation !== undefined && { short: abbreviation }),
    ...(issuer !== undefined && { publisher: issuer }),
    ...(volume !== undefined && { volume }),
    ...(number !== undefined && { number }),
    ...(pages !== undefined && { pages }),
  };
}

/** The whole that a work is a part of, with its look; no runs if there is none. */
export function readContainer(reference: Reference): Run[] {
  if (workKinds[findKind(reference)].isIssued) return [];
  const names = ['venue', 'abbreviation', 'event'] as const;
  return names.map((name) => readRuns(reference, name)).find(({ length }) => length > 0) ?? [];
}

/** Every address of a work, the best one first. */
export function findAddresses({ address, url, eprint }: Reference): string[] {
  const arxiv = eprint === undefined ? undefined : `https://arxiv.org/abs/${eprint}`;
  return [...new Set([address, url, arxiv])].filter((found) => found !== undefined);
}

/** The notes on a work. Formats for programs have no sign for names left out, and “others” would be a person there. */
export function listNotes(reference: Reference): string[] {
  const { note, andOthers, hasMoreEditors, hasMoreTranslators } = reference;
  const lists = [
    [andOthers, workKinds[findKind(reference)].isEdited ? 'editors' : 'authors'],
    [hasMoreEditors, 'editors'],
    [hasMoreTranslators, 'translators'],
  ] as const;
  const incomplete = lists.flatMap(([isIncomplete, people]) =>
    isIncomplete ? [`The list of ${people} is not complete.`] : [],
  );
  return [...(note === undefined ? [] : [note]), ...incomplete];
}
