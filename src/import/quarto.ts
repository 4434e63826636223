import { posix } from 'node:path';
import { addReferences } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readDocument,
  readFirst,
  readInner,
  readList,
  readText,
  readYamlFile,
  type Document,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import type { Generator } from './generator.ts';
import { addOutput, addProject, addPublication, findOutputType } from './outputs.ts';
import { readStatus } from './paper.ts';
import { findAccounts } from './author.ts';
import { addSettings } from './settings.ts';
import { readQuartoAuthors } from './quarto-authors.ts';
import { readQuartoLinks } from './quarto-links.ts';
import { nameText } from './source.ts';
import { addPage, isHidden } from './texts.ts';

/** Fields that only say how a page looks, or steer the generator. */
const looks =
  /^(?:format|image|image-alt|execute|toc|listing|about|bibliography|csl|engine|jupyter|page-layout|title-block-banner|number-sections|code-\w+|comments|draft|lang|order|subtitle|date-modified|date-format|open-graph|twitter-card|other-links|code-links)$/;

const known =
  'title subtitle author authors date abstract description categories keywords doi citation links aliases code pdf'.split(
    ' ',
  );

const folders = {
  paper: /^(?:publications?|papers?|pubs?|articles?)\//i,
  talk: /^(?:talks?|presentations?)\//i,
  project: /^(?:projects?|portfolio|research)\//i,
};

export const quarto: Generator = {
  name: 'Quarto',
  detect: ({ files }) =>
    files.includes('_quarto.yml') || files.some((file) => file.endsWith('.qmd')),
  read: (draft) => {
    readSettings(draft);
    for (const file of draft.source.files) readFile(draft, file);
  },
};

function readFile(draft: Draft, file: string): void {
  if (/\.bib$/i.test(file)) addReferences(draft, file);
  if (/\.ipynb$/i.test(file)) leave(draft, file, 1, 'A notebook: this site has no place for it.');
  if (!/\.qmd$/i.test(file)) return;
  const document = readDocument(draft, file);
  if (document === undefined || isHidden(draft, document)) return;
  const isList = document.fields.listing !== undefined;
  if (isList || posix.basename(file).startsWith('_'))
    leave(draft, file, 1, 'A list of pages, or a part of one: this site makes its lists.');
  // The first page of a folder is about all that is in it.
  else if (/^[^/]+\/index\.qmd$/i.test(file)) addText(draft, document);
  else if (folders.paper.test(file)) readPublication(draft, document);
  else if (folders.project.test(file)) readProject(draft, document);
  else if (folders.talk.test(file)) readTalk(draft, document);
  else if (file === 'index.qmd') leave(draft, file, 1, 'The first page: this site makes its own.');
  else addText(draft, document);
}

function readSettings(draft: Draft): void {
  const config = readYamlFile(draft, '_quarto.yml')?.fields ?? {};
  const website = readInner(config.website);
  const [author] = readQuartoAuthors(config.author);
  addSettings(draft.settings, {
    title: readText(website.title) || readText(config.title),
    intro: readText(website.description),
    language: readText(config.lang),
    address: readText(website['site-url']),
    author: {
      name: typeof author === 'string' ? author : readText(author?.name),
      ...findAccounts(website),
    },
  });
}

/** The address of the page of a text, and those that led to it. */
function listAddresses({ file, fields }: Document): string[] {
  const page = file.replace(/(?:(?<=\/)|^)index\.qmd$/, '').replace(/\.qmd$/, '.html');
  const folder = posix.dirname(file);
  const aliases = readList(fields.aliases).map((alias) =>
    alias.startsWith('/') ? alias : `/${posix.join(folder, alias)}`,
  );
  return [`/${page}`, ...aliases];
}

const options = (document: Document) => ({
  dialect: 'pandoc' as const,
  name: nameText(document.file),
  formerly: listAddresses(document),
});

function readPublication(draft: Draft, document: Document): void {
  const { fields } = document;
  const citation = readInner(fields.citation);
  const venue = readText(citation['container-title']) || readText(citation.publisher);
  const type = readText(citation.type);
  const date = readDate(fields.date) || readDate(citation.issued);
  const theses: Record<string, string> = {
    book: 'book',
    chapter: 'chapter',
    thesis: 'thesis',
    report: 'report',
    dataset: 'dataset',
    software: 'software',
  };
  addPublication(draft, document, options(document), {
    title: readText(fields.title),
    authors: readQuartoAuthors(fields.author ?? fields.authors),
    abstract: readText(fields.abstract),
    status: readStatus(venue, venue !== '' && date !== ''),
    type: theses[type] ?? '',
    venue: {
      name: venue,
      acronym: '',
      year: undefined,
      kind:
        type === 'article-journal'
          ? 'journal'
          : readStatus(venue, false) === 'preprint'
            ? 'preprint-server'
            : 'conference',
    },
    date,
    tags: readList(fields.categories),
    ...{ threads: [], selected: false, formerly: [] },
    links: readQuartoLinks(fields, citation),
  });
  leaveFields(draft, document, known, looks);
}

function readProject(draft: Draft, document: Document): void {
  const { fields } = document;
  const tags = readList(fields.categories);
  const facts = {
    title: readText(fields.title),
    started: readDate(fields.date),
    ...{ ended: '', repository: '', links: readQuartoLinks(fields, {}), tags },
    lead: readFirst(fields, ['description', 'subtitle', 'abstract']),
  };
  addProject(draft, document, options(document), facts, tags);
  leaveFields(draft, document, known, looks);
}

function readTalk(draft: Draft, document: Document): void {
  const { fields } = document;
  const tags = readList(fields.categories);
  addOutput(draft, document, options(document), {
    title: readText(fields.title),
    type: findOutputType(tags) === 'poster' ? 'poster' : 'talk',
    date: readDate(fields.date),
    event: readFirst(fields, ['event', 'venue', 'conference']),
    place: readText(fields.location),
    tags,
    links: readQuartoLinks(fields, {}),
    lead: readFirst(fields, ['description', 'subtitle', 'abstract']),
  });
  const read = [...known, 'event', 'venue', 'conference', 'location'];
  leaveFields(draft, document, read, looks);
}

/** Adds a post or a page of its own as a page. */
function addText(draft: Draft, document: Document): void {
  const { file, fields } = document;
  addPage(draft, document, options(document), {
    title: readText(fields.title),
    date: readDate(fields.date),
    lead: readFirst(fields, ['description', 'subtitle', 'abstract']),
    isInNavigation: !file.includes('/'),
  });
}
