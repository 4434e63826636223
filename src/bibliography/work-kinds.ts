/** The kinds of works that reference formats distinguish. */
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
  | 'poster'
  | 'preprint'
  | 'proceedings'
  | 'report'
  | 'software'
  | 'talk'
  | 'thesis'
  | 'video'
  | 'webpage';

/** The name of a kind in each format, and its properties there. */
interface WorkKind {
  /** The type of item in CSL 1.0.2. */
  csl: string;
  /** The type of reference in RIS. */
  ris: string;
  /** The schema.org type; `CreativeWork` if it has none for the kind. */
  schemaOrg:
    | 'Book'
    | 'Chapter'
    | 'CreativeWork'
    | 'Dataset'
    | 'Periodical'
    | 'PresentationDigitalDocument'
    | 'Report'
    | 'ScholarlyArticle'
    | 'SoftwareApplication'
    | 'Thesis'
    | 'VideoObject'
    | 'WebPage';
  /** The type in the Citation File Format; `generic` if it has none for the kind. */
  cff: string;
  /** The CSL name of the `number` field: an issue, or the number of the work. Absent for the number of a series. */
  number?: 'issue' | 'number';
  /** The RIS tag of that number, unless it is an issue. */
  risNumber?: string;
  /** The words in brackets after a title in the style of APA. */
  description?: string;
  /** Its people are editors. */
  isEdited?: true;
  /** Its title names a part if the containing work has a title of its own. */
  isPart?: true;
  /** Its venue is the publisher: a university, an institute. */
  isIssued?: true;
  /** A work that is at arXiv alone is written down as one of this kind, since BibTeX has no type for it. */
  isPreprint?: true;
}

export const workKinds: Readonly<Record<Kind, WorkKind>> = {
  article: {
    ...{ csl: 'article-journal', ris: 'JOUR', schemaOrg: 'ScholarlyArticle', cff: 'article' },
    ...{ number: 'issue', isPart: true, isPreprint: true },
  },
  book: { csl: 'book', ris: 'BOOK', schemaOrg: 'Book', cff: 'book' },
  booklet: { csl: 'pamphlet', ris: 'PAMP', schemaOrg: 'CreativeWork', cff: 'pamphlet' },
  chapter: { csl: 'chapter', ris: 'CHAP', schemaOrg: 'Chapter', cff: 'generic', isPart: true },
  collection: { csl: 'book', ris: 'EDBOOK', schemaOrg: 'Book', cff: 'edited-work', isEdited: true },
  dataset: {
    ...{ csl: 'dataset', ris: 'DATA', schemaOrg: 'Dataset', cff: 'data' },
    description: 'Data set',
  },
  manuscript: {
    ...{ csl: 'manuscript', ris: 'UNPB', schemaOrg: 'CreativeWork', cff: 'unpublished' },
    ...{ description: 'Unpublished manuscript', isPreprint: true },
  },
  other: {
    ...{ csl: 'document', ris: 'GEN', schemaOrg: 'CreativeWork', cff: 'generic' },
    ...{ number: 'number', isPreprint: true },
  },
  paper: {
    ...{ csl: 'paper-conference', ris: 'CPAPER', schemaOrg: 'ScholarlyArticle' },
    ...{ cff: 'conference-paper', isPart: true },
  },
  patent: {
    ...{ csl: 'patent', ris: 'PAT', schemaOrg: 'CreativeWork', cff: 'patent' },
    ...{ number: 'number', risNumber: 'SN' },
  },
  periodical: {
    ...{ csl: 'periodical', ris: 'JFULL', schemaOrg: 'Periodical', cff: 'serial' },
    ...{ number: 'issue', isEdited: true },
  },
  poster: {
    ...{ csl: 'speech', ris: 'SLIDE', schemaOrg: 'PresentationDigitalDocument', cff: 'generic' },
    description: 'Poster',
  },
  preprint: {
    ...{ csl: 'article', ris: 'UNPB', schemaOrg: 'ScholarlyArticle', cff: 'article' },
    number: 'number',
  },
  proceedings: {
    ...{ csl: 'book', ris: 'CONF', schemaOrg: 'Book', cff: 'proceedings' },
    isEdited: true,
  },
  report: {
    ...{ csl: 'report', ris: 'RPRT', schemaOrg: 'Report', cff: 'report' },
    ...{ number: 'number', risNumber: 'SN', isIssued: true },
  },
  software: {
    ...{ csl: 'software', ris: 'COMP', schemaOrg: 'SoftwareApplication', cff: 'software' },
    description: 'Computer software',
  },
  talk: {
    ...{ csl: 'speech', ris: 'SLIDE', schemaOrg: 'PresentationDigitalDocument', cff: 'generic' },
    description: 'Talk',
  },
  thesis: { csl: 'thesis', ris: 'THES', schemaOrg: 'Thesis', cff: 'thesis', isIssued: true },
  video: {
    ...{ csl: 'motion_picture', ris: 'VIDEO', schemaOrg: 'VideoObject', cff: 'video' },
    description: 'Video',
  },
  webpage: {
    ...{ csl: 'webpage', ris: 'ELEC', schemaOrg: 'WebPage', cff: 'website' },
    isPreprint: true,
  },
};
