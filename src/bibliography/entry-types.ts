/** One of these fields must be there; the first is the usual one. */
export type Alternatives = readonly [string, ...string[]];

const always: readonly Alternatives[] = [['title'], ['author', 'editor'], ['year', 'date']];

const needsByType: Readonly<Record<string, readonly Alternatives[]>> = {
  article: [['journal', 'journaltitle']],
  inproceedings: [['booktitle']],
  conference: [['booktitle']],
};

/** The types of BibTeX, then those of biblatex that are in use. */
export const entryTypes: readonly string[] = [
  ...['article', 'book', 'booklet', 'conference', 'inbook', 'incollection', 'inproceedings'],
  ...['manual', 'mastersthesis', 'misc', 'phdthesis', 'proceedings', 'techreport', 'unpublished'],
  ...['collection', 'dataset', 'electronic', 'mvbook', 'mvcollection', 'mvproceedings', 'online'],
  ...['patent', 'periodical', 'report', 'software', 'thesis', 'video', 'www'],
];

/** Statements of a `.bib` file that are not entries. */
export const commandTypes: readonly string[] = ['comment', 'preamble', 'string'];

/** The names of fields in use: a name that is not among them may be a misspelling. */
export const fieldNames: ReadonlySet<string> = new Set(
  `abbr abstract address annote archiveprefix author bibtex_show booktitle booktitleaddon
  chapter code crossref date doi edition editor editora eid eprint eprintclass eprinttype
  eventdate eventtitle file howpublished html institution isbn issn issue issuetitle journal
  journalsubtitle journaltitle key keywords langid language lccn location maintitle month mrclass
  mrnumber mrreviewer note number numpages openreview organization origdate pages pagetotal pdf
  poster preview primaryclass pubstate publisher school selected series shorttitle slides
  subtitle supp title titleaddon translator type url urldate venue version video volume volumes
  website year`.split(/\s+/),
);

/** The fields that an entry of `type` must have. */
export function buildNeeds(type: string): readonly Alternatives[] {
  return [...always, ...(needsByType[type] ?? [])];
}
