import type { Reference } from './reference.ts';

/** What a work is, as far as formats of references tell works apart. */
export type Kind =
  | 'article'
  | 'book'
  | 'booklet'
  | 'chapter'
  | 'collection'
  | 'dataset'
  | 'manuscript'
  | 'other'
  | 'paper'
  | 'patent'
  | 'periodical'
  | 'preprint'
  | 'proceedings'
  | 'report'
  | 'software'
  | 'thesis'
  | 'video'
  | 'webpage';

const typesByKind: Partial<Record<Kind, readonly string[]>> = {
  article: ['article'],
  book: ['book', 'mvbook', 'manual'],
  booklet: ['booklet'],
  chapter: ['inbook', 'incollection'],
  collection: ['collection', 'mvcollection'],
  dataset: ['dataset'],
  manuscript: ['unpublished'],
  paper: ['inproceedings', 'conference'],
  patent: ['patent'],
  periodical: ['periodical'],
  proceedings: ['proceedings', 'mvproceedings'],
  report: ['techreport', 'report'],
  software: ['software'],
  thesis: ['phdthesis', 'mastersthesis', 'thesis'],
  video: ['video'],
  webpage: ['online', 'electronic', 'www'],
};

const kindsByType: ReadonlyMap<string, Kind> = new Map(
  Object.entries(typesByKind).flatMap(([kind, types]) => types.map((type) => [type, kind as Kind])),
);

/** Kinds that a work at arXiv, which has no type of its own in BibTeX, is written down as. */
const disguises: ReadonlySet<Kind> = new Set(['article', 'manuscript', 'other', 'webpage']);

/** What a work is: by its BibTeX type, save that a work which appeared at arXiv alone is a preprint. */
export function findKind({ type, venue, abbreviation, eprint }: Reference): Kind {
  const kind = kindsByType.get(type) ?? 'other';
  const isAtArxivAlone =
    eprint !== undefined && /^(?:(?:arxiv|corr)\b|$)/i.test(venue ?? abbreviation ?? '');
  return isAtArxivAlone && disguises.has(kind) ? 'preprint' : kind;
}

/** Whether those who stand in the place of authors are the editors. */
export function isEdited(kind: Kind): boolean {
  return ['collection', 'periodical', 'proceedings'].includes(kind);
}

/** Where a work appeared. */
export interface Place {
  /** What it is a part of: a journal, proceedings, a book. */
  container?: string;
  /** The container as it is known for short. */
  short?: string;
  publisher?: string;
  volume?: string;
  number?: string;
  pages?: string;
}

/** Where a work appeared. The venue of BibTeX is what the work is a part of, or who published it. */
export function buildPlace(reference: Reference): Place {
  const { venue, abbreviation, publisher, volume, number, pages } = reference;
  const kind = findKind(reference);
  // What stands in such an entry beside the identifier repeats it: “CoRR, volume abs/1706.03762”.
  if (kind === 'preprint') return { publisher: 'arXiv' };
  const isIssued = kind === 'thesis' || kind === 'report';
  const issuer = isIssued ? (venue ?? publisher) : publisher;
  const container = isIssued ? undefined : (venue ?? abbreviation);
  return {
    ...(container !== undefined && { container }),
    ...(container !== undefined && abbreviation !== undefined && { short: abbreviation }),
    ...(issuer !== undefined && { publisher: issuer }),
    ...(volume !== undefined && { volume }),
    ...(number !== undefined && { number }),
    ...(pages !== undefined && { pages }),
  };
}

/** Every address of a work, the best one first. */
export function findAddresses({ address, url, eprint }: Reference): string[] {
  const arxiv = eprint === undefined ? undefined : `https://arxiv.org/abs/${eprint}`;
  return [...new Set([address, url, arxiv])].filter((found) => found !== undefined);
}
