import { findType } from './entry-types.ts';
import type { Reference } from './reference.ts';
import { workKinds, type Kind } from './work-kinds.ts';

/** The kind of a work: that of its BibTeX type, save that a work which appeared at arXiv alone is a preprint. */
export function findKind({ type, venue, abbreviation, eprint }: Reference): Kind {
  const { kind } = findType(type);
  const isAtArxivAlone =
    eprint !== undefined && /^(?:(?:arxiv|corr)\b|$)/i.test(venue ?? abbreviation ?? '');
  return isAtArxivAlone && workKinds[kind].isPreprint ? 'preprint' : kind;
}

/** The publication data of a work. */
export interface Place {
  /** The whole that it is a part of: a journal, proceedings, a book. */
  container?: string;
  /** The short name of the container. */
  short?: string;
  publisher?: string;
  volume?: string;
  number?: string;
  pages?: string;
}

/** Returns the publication data of a work. The BibTeX venue is the containing work or the publisher. */
export function buildPlace(reference: Reference): Place {
  const { venue, abbreviation, publisher, volume, number, pages } = reference;
  const kind = findKind(reference);
  // The other fields of such an entry repeat the identifier: “CoRR, volume abs/1706.03762”.
  if (kind === 'preprint') return { publisher: 'arXiv' };
  const { isIssued } = workKinds[kind];
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
