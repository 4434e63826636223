import { findType } from '../../bibliography/entry-types.ts';
import { findKind } from '../../bibliography/kind.ts';
import type { Reference } from '../../bibliography/reference.ts';
import type { Kind } from '../../bibliography/work-kinds.ts';
import type { Venue } from './venue.ts';

/** How a work is cited: its type in BibTeX, and the field for its venue. */
interface CitedAs {
  bibtex: string;
  place: 'journal' | 'booktitle' | 'school' | 'institution' | 'publisher' | 'howpublished';
  /** The kind of the work, if it is none of a paper. */
  kind?: Kind;
}

/** Works other than papers. */
const types = {
  book: { bibtex: 'book', place: 'publisher', kind: 'book' },
  chapter: { bibtex: 'incollection', place: 'booktitle', kind: 'chapter' },
  thesis: { bibtex: 'thesis', place: 'institution', kind: 'thesis' },
  'masters-thesis': { bibtex: 'mastersthesis', place: 'school', kind: 'thesis' },
  'phd-thesis': { bibtex: 'phdthesis', place: 'school', kind: 'thesis' },
  report: { bibtex: 'techreport', place: 'institution', kind: 'report' },
  dataset: { bibtex: 'dataset', place: 'publisher', kind: 'dataset' },
  software: { bibtex: 'software', place: 'publisher', kind: 'software' },
  patent: { bibtex: 'patent', place: 'publisher', kind: 'patent' },
} as const satisfies Record<string, CitedAs>;

/** Papers by the kind of their venue. */
const venues: Record<Venue['kind'], CitedAs> = {
  conference: { bibtex: 'inproceedings', place: 'booktitle' },
  workshop: { bibtex: 'inproceedings', place: 'booktitle' },
  journal: { bibtex: 'article', place: 'journal' },
  'preprint-server': { bibtex: 'misc', place: 'howpublished' },
};

export const workTypes = ['paper', ...Object.keys(types)] as ['paper', ...(keyof typeof types)[]];

export type WorkType = (typeof workTypes)[number];

/** Returns how a work of a type with a venue is cited. A paper that names no venue is of no further type. */
export function findCitedAs(type: WorkType, venue: Venue | undefined): CitedAs {
  if (type !== 'paper') return types[type];
  return venue === undefined ? { bibtex: 'misc', place: 'howpublished' } : venues[venue.kind];
}

/** The types of books of any kind. */
const books: readonly Kind[] = ['book', 'booklet', 'collection', 'proceedings'];

/** The type of a work of a `.bib` file. */
export function findWorkType(work: Reference): WorkType {
  const kind = findKind(work);
  const genre = work.genre ?? findType(work.type).degree ?? '';
  if (books.includes(kind)) return 'book';
  if (kind === 'thesis') {
    if (/^doctoral/i.test(genre)) return 'phd-thesis';
    return /^master/i.test(genre) ? 'masters-thesis' : 'thesis';
  }
  return workTypes.find((type) => type !== 'paper' && types[type].kind === kind) ?? 'paper';
}
