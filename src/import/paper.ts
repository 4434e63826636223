import { readVenueKind } from '../lib/venue-kind.ts';
import type { Link } from '../schema/link.ts';
import type { DraftAuthor } from './names.ts';

/** The facts of a paper on another site. Empty texts and lists are not written. */
export interface PaperFacts {
  title: string;
  authors: DraftAuthor[];
  abstract: string;
  status: string;
  type: string;
  venue: { name: string; acronym: string; year: number | undefined; kind: string };
  date: string;
  links: Link[];
  tags: string[];
  threads: string[];
  selected: boolean;
  formerly: string[];
}

export const noFacts: PaperFacts = {
  ...{ title: '', authors: [], abstract: '', status: '', type: '', date: '' },
  venue: { name: '', acronym: '', year: undefined, kind: '' },
  ...{ links: [], tags: [], threads: [], selected: false, formerly: [] },
};

/** Builds the fields of a paper, in the order of the documentation. */
export function buildPaper(facts: PaperFacts): Record<string, unknown> {
  const { title, authors, abstract, status, type, venue, date, tags, threads } = facts;
  const { links, selected, formerly } = facts;
  const distinct = links.filter(
    ({ address }, index) => links.findIndex((one) => one.address === address) === index,
  );
  return dropUnset({
    ...{ title, status, type: type === 'paper' ? '' : type, authors },
    // A venue is a conference if neither its name nor its kind says otherwise.
    venue: venue.name === '' ? '' : dropUnset({ ...venue, kind: isSaid(venue) ? '' : venue.kind }),
    ...{ date, tags, abstract, threads, links: distinct },
    ...{ selected: selected || '', formerly },
  });
}

function isSaid({ name, kind }: PaperFacts['venue']): boolean {
  return kind === 'conference' && readVenueKind(name) === kind;
}

/** Leaves out empty texts and lists. */
export function dropUnset(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Words that say how far a paper is, the most certain first. */
const progress: readonly [RegExp, string][] = [
  [/\bretracted\b/i, 'retracted'],
  [/\bwithdrawn\b/i, 'withdrawn'],
  [/\b(?:under|in) (?:review|submission)\b|\bsubmitted\b/i, 'submitted'],
  [/\b(?:to appear|in press|forthcoming|accepted)\b/i, 'accepted'],
  [/\b(?:in preparation|work in progress|working paper|draft)\b/i, 'draft'],
  [/\b(?:arxiv|biorxiv|medrxiv|chemrxiv|corr|ssrn|preprints?)\b/i, 'preprint'],
];

/** The status of a paper by the words of its old site; empty if they do not tell. */
export function readStatus(words: string, isPublished: boolean): string {
  return progress.find(([pattern]) => pattern.test(words))?.[1] ?? (isPublished ? 'published' : '');
}
