import { plot } from './en-plot.ts';
import { script } from './en-script.ts';
import type { Plural } from './format.ts';

/** States the forms of a text for a count. */
const plural = (forms: Plural): Plural => forms;

/** The names of a kind of entry. */
const kind = (names: {
  label: string;
  plural: string;
  /** The plural within a sentence. */
  inSentence: string;
  /** The link to all of them. */
  all: Plural;
  /** The description of the page that lists them, of a part of it, and of those with a tag. */
  description: string;
  ofPart: string;
  ofTag: string;
  /** The parts of the statement about them. */
  onStatement: readonly string[];
}) => names;

/** The words of a site in English, from which the other languages follow. `{name}` stands for a value. */
export const en = {
  /** The language in which these words are. */
  language: 'en',
  /** Counts from zero in words, at the beginning of a heading; a count without a word is in digits. */
  numbers: 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(
    ' ',
  ) as readonly string[],
  /** A label before a text. */
  label: '{label}:',
  /** A text that is cited by its words. */
  quoted: '“{text}”',

  site: {
    skip: 'Skip to the text',
    navigation: 'Main',
    more: 'More',
    research: 'Research',
    search: 'Search',
    searchKeys: 'Search (Ctrl-K)',
    contents: 'Contents',
    changeTheme: 'Change theme',
    theme: 'Theme: {theme}',
    themes: { system: 'system', light: 'light', dark: 'dark' },
    statement: 'Statement',
    pdf: 'This page as PDF',
    feed: 'Feed',
    email: 'Email',
    website: 'Website',
    privacy: 'No cookies, no tracking, nothing loaded from elsewhere.',
    licences: 'Licences',
    notFound: 'Page not found',
    nothingHere: 'Nothing is published at this address.',
    listedHere: 'What there is, is listed here.',
    allEntries: 'All entries',
    moved: 'This page has moved',
    movedTitle: 'Moved: {title}',
    movedPage: 'The page “{title}” has moved.',
    advisor: plural({ one: 'Advisor', other: 'Advisors' }),
    member: plural({ one: 'Group', other: 'Group' }),
    alumni: plural({ one: 'Alumni', other: 'Alumni' }),
  },

  kinds: {
    thread: kind({
      label: 'Thread',
      plural: 'Threads',
      inSentence: 'threads',
      all: { one: 'All {count} threads', other: 'All {count} threads' },
      description: 'All research threads, with when each went on.',
      ofPart: 'Threads of this site: {part}.',
      ofTag: 'Threads about {tag}.',
      onStatement: ['research questions', 'methods'],
    }),
    paper: kind({
      label: 'Paper',
      plural: 'Papers',
      inSentence: 'papers',
      all: { one: 'All {count} papers', other: 'All {count} papers' },
      description: 'All papers, with where each stands.',
      ofPart: 'Papers of this site: {part}.',
      ofTag: 'Papers about {tag}.',
      onStatement: ['papers with where each stands'],
    }),
    output: kind({
      label: 'Output',
      plural: 'Outputs',
      inSentence: 'outputs',
      all: { one: 'All {count} outputs', other: 'All {count} outputs' },
      description: 'All software, datasets, models, talks and posters.',
      ofPart: 'Outputs of this site: {part}.',
      ofTag: 'Outputs about {tag}.',
      onStatement: ['outputs'],
    }),
  },

  list: {
    all: 'All',
    any: 'Any',
    selected: 'Selected',
    filter: 'Filter',
    kind: 'Kind',
    tag: 'Tag',
    tagIs: 'Tag: {tag}',
    clear: 'Clear the filter',
    shown: plural({
      one: 'Showing {shown} of {count} entry',
      other: 'Showing {shown} of {count} entries',
    }),
    nothing: 'Nothing published yet.',
    caption: 'Everything on this page',
    number: 'Number',
    title: 'Title',
    summary: 'Question or abstract',
    when: 'Date or status',
    parts: 'Parts of this list',
    part: '{plural}: {part}',
    withoutYear: 'Without a year',
    bce: '{year} B.C.E.',
    entry: plural({ one: 'entry', other: 'entries' }),
    entriesInSentence: 'entries',
    countedEntries: plural({ one: '{count} entry', other: '{count} entries' }),
    entriesOfTag: 'Entries about {tag}.',
    tagged: '{tag}: {plural}',
    tags: 'Tags',
    tagsInSentence: 'tags',
    tagsAbout: 'All tags, with how many entries carry each.',
    news: 'News',
    allNews: 'All news',
    newsAbout: 'All news, the newest first.',
    pages: 'Pages',
    page: 'Page',
    pagesInSentence: 'pages',
    everything: 'Everything on this site: {list}.',
    withSections: '{list} with their sections',
    statement: 'Research Statement',
    statementAbout: '{list}, on one sheet.',
  },

  entry: {
    onThisPage: 'On this page',
    contents: 'Contents',
    history: 'History',
    others: 'Other entries',
    previous: 'Previous',
    next: 'Next',
    present: 'Present',
    howToCite: 'How to cite',
    copyApa: 'Copy APA',
    copyBibtex: 'Copy BibTeX',
    changes: {
      status: 'Status',
      'phase-begun': 'Phase begun',
      'phase-ended': 'Phase ended',
      version: 'New version',
      correction: 'Correction',
      withdrawal: 'Withdrawal',
      retraction: 'Retraction',
    },
  },

  paper: {
    abstract: 'Abstract',
    threads: 'Research threads',
    related: 'Related papers',
    inProgress: 'In progress',
    since: 'Public since {date}',
    orcid: 'ORCID iD of {name}',
    equal: 'Equal contribution',
    more: plural({ one: 'and {count} more', other: 'and {count} more' }),
    editors: plural({ one: '(Ed.)', other: '(Eds.)' }),
    /** Those who made a work beside its authors. */
    contributors: {
      editor: 'Edited by {names}',
      bookEditor: 'Book edited by {names}',
      translator: 'Translated by {names}',
    },
    notices: { withdrawn: 'Withdrawn: ', retracted: 'Retracted: ' } as Readonly<
      Record<string, string>
    >,
    badges: {
      draft: 'Working Draft',
      preprint: 'Preprint',
      submitted: 'Submitted',
      accepted: 'Accepted',
      published: 'Published',
      withdrawn: 'Withdrawn',
      retracted: 'Retracted',
      withheld: 'Status Withheld',
    },
    /** The lines of papers without a venue. */
    lines: { draft: 'In progress', withheld: 'Where it stands is not told' },
    venues: {
      preprint: 'Preprint at {venue}',
      submitted: 'Submitted to {venue}',
      accepted: 'Accepted at {venue}',
      published: 'Published in {venue}',
      withdrawn: 'Withdrawn from {venue}',
      retracted: 'Retracted by {venue}',
    },
    /** Published works that are no papers. */
    types: {
      book: 'Book',
      chapter: 'Chapter',
      thesis: 'Thesis',
      'masters-thesis': 'Master’s thesis',
      'phd-thesis': 'Doctoral thesis',
      report: 'Report',
      dataset: 'Data set',
      software: 'Software',
    },
    typeVenue: '{type}, {venue}',
    chapterVenue: 'Chapter in {venue}',
  },

  thread: {
    question: 'Research Question',
    questions: 'Questions',
    methods: 'Methods',
    approach: 'Approach',
    phases: plural({
      one: '{words}-Phase Methodology',
      other: '{words}-Phase Methodology',
    }),
    analyses: plural({ one: '{words} Analysis', other: '{words} Analyses' }),
    architectures: 'Architectures Under Study',
    keyReferences: 'Key References',
    related: 'Related threads',
    follow: 'Follow this question',
    github: 'View on GitHub',
    code: 'View the code',
    badges: { active: 'Active', paused: 'Paused', completed: 'Completed' },
    groups: {
      active: 'Active Research',
      paused: 'Paused Research',
      completed: 'Completed Research',
    },
  },

  output: {
    licence: 'Licence',
    versions: 'Versions',
    version: 'version {version}',
    versionOf: '{version} of {date}',
    archived: 'archived at {archive}',
    release: 'Release',
    code: 'Code',
    types: {
      software: 'Software',
      dataset: 'Dataset',
      model: 'Model',
      talk: 'Talk',
      poster: 'Poster',
    },
    groups: {
      software: 'Software',
      dataset: 'Datasets',
      model: 'Models',
      talk: 'Talks',
      poster: 'Posters',
    },
  },

  works: {
    references: 'References',
    inSentence: 'references',
    count: plural({ one: '{count} work', other: '{count} works' }),
    more: plural({ one: '{count} more work', other: '{count} more works' }),
    about: 'The works that this site cites, by author and year.',
    counted: plural({
      one: '{count} work that this site cites, by author and year.',
      other: '{count} works that this site cites, by author and year.',
    }),
    byYear: 'Works by year and entry',
    year: 'Year',
    citedIn: 'Cited in',
    cited: 'Cited',
    back: 'Back to the text, place {place}',
    download: 'Download',
    thisSite: 'This site',
    /** Between the names of two authors in a sentence. */
    and: 'and',
    /** The name of a mark in the text, for readers who hear it. */
    mark: 'Reference {number}, {work}',
  },

  /** Words within texts. */
  text: {
    equation: 'Equation {number}',
    figure: 'Figure {number}',
    table: 'Table {number}',
    partOf: '{part} of {title}',
    link: 'Link to “{title}”',
    tableOf: 'Table: {names}',
    formula: 'Formula',
    figureKind: 'Figure',
    sectionKind: 'Section',
  },

  figure: {
    shown: 'What is shown',
    reset: 'Reset',
    data: 'Data',
    tooMany: 'The numbers are too many for paper. They are under “Data” on the page itself.',
    dataOf: '{title}: data',
    cite: 'Link and cite',
    copyCitation: 'Copy citation',
    poster: 'Poster',
    posterFile: '{format}: poster',
  },

  plot,

  script,
};

/** The words of a site in one language. */
export type Texts = typeof en;
