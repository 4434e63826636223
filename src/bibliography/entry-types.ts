import type { Kind } from './work-kinds.ts';

/** One of these fields must be there; the first is the usual one. */
export type Alternatives = readonly [string, ...string[]];

/** A type of entry in a `.bib` file. */
interface EntryType {
  kind: Kind;
  /** Fields without which an entry cannot be read. */
  needs?: Alternatives;
  /** Fields without which BibTeX’s own styles warn, since a reader cannot find the work. */
  wants?: Alternatives;
  /** The degree for which a thesis was written. */
  degree?: string;
}

const always: readonly Alternatives[] = [['title'], ['author', 'editor'], ['year', 'date']];

const booktitle: Alternatives = ['booktitle'];
const school: Alternatives = ['school', 'institution'];
const institution: Alternatives = ['institution', 'school'];
const online: Alternatives = ['url', 'doi', 'eprint', 'howpublished'];

/** The entry types of BibTeX, then those of biblatex. */
const types: ReadonlyMap<string, EntryType> = new Map(
  Object.entries<EntryType>({
    article: { kind: 'article', needs: ['journal', 'journaltitle'] },
    book: { kind: 'book', wants: ['publisher'] },
    booklet: { kind: 'booklet' },
    conference: { kind: 'paper', needs: booktitle },
    inbook: { kind: 'chapter', wants: ['publisher', 'booktitle'] },
    incollection: { kind: 'chapter', wants: booktitle },
    inproceedings: { kind: 'paper', needs: booktitle },
    manual: { kind: 'book' },
    mastersthesis: { kind: 'thesis', wants: school, degree: 'Master’s thesis' },
    misc: { kind: 'other' },
    phdthesis: { kind: 'thesis', wants: school, degree: 'Doctoral dissertation' },
    proceedings: { kind: 'proceedings' },
    techreport: { kind: 'report', wants: institution },
    unpublished: { kind: 'manuscript' },
    collection: { kind: 'collection' },
    dataset: { kind: 'dataset' },
    electronic: { kind: 'webpage', wants: online },
    mvbook: { kind: 'book' },
    mvcollection: { kind: 'collection' },
    mvproceedings: { kind: 'proceedings' },
    online: { kind: 'webpage', wants: online },
    patent: { kind: 'patent', wants: ['number'] },
    periodical: { kind: 'periodical' },
    report: { kind: 'report', wants: institution },
    software: { kind: 'software' },
    thesis: { kind: 'thesis', wants: institution },
    video: { kind: 'video' },
    www: { kind: 'webpage', wants: online },
    artwork: { kind: 'other' },
    audio: { kind: 'other' },
    bookinbook: { kind: 'chapter' },
    image: { kind: 'other' },
    inreference: { kind: 'chapter' },
    jurisdiction: { kind: 'other' },
    legal: { kind: 'other' },
    legislation: { kind: 'other' },
    letter: { kind: 'other' },
    movie: { kind: 'video' },
    music: { kind: 'other' },
    mvreference: { kind: 'collection' },
    performance: { kind: 'other' },
    reference: { kind: 'collection' },
    review: { kind: 'article' },
    standard: { kind: 'other' },
    suppbook: { kind: 'chapter' },
    suppcollection: { kind: 'chapter' },
    suppperiodical: { kind: 'article' },
  }),
);

export const entryTypes: readonly string[] = [...types.keys()];

/** Entries of biblatex that are no works: works under one number, and fields for other entries. */
export const dataTypes: readonly string[] = ['set', 'xdata'];

/** Statements of a `.bib` file that are not entries. */
export const commandTypes: readonly string[] = ['comment', 'preamble', 'string'];

/** The names of fields in use: a name that is not among them may be a misspelling. */
export const fieldNames: ReadonlySet<string> = new Set(
  `abbr abstract address annote archiveprefix author bibtex_show booktitle booktitleaddon
  chapter code crossref date doi edition editor editora eid entryset eprint eprintclass eprinttype
  eventdate eventtitle file howpublished html institution isbn issn issue issuetitle journal
  journalsubtitle journaltitle key keywords langid language lccn location maintitle month mrclass
  mrnumber mrreviewer note number numpages openreview organization origdate origyear pages pagetotal pdf
  poster preview primaryclass pubstate publisher related relatedtype school selected series shorttitle slides
  subtitle supp title titleaddon translator type url urldate venue version video volume volumes
  website xdata xref year`.split(/\s+/),
);

/** The properties of a type; an unknown one is read as `@misc`. */
export function findType(type: string): EntryType {
  return types.get(type) ?? { kind: 'other' };
}

/** The fields that an entry of `type` must have. */
export function buildNeeds(type: string): readonly Alternatives[] {
  const { needs } = findType(type);
  return needs === undefined ? always : [...always, needs];
}
