import { posix } from 'node:path';
import type { Link } from '../schema/link.ts';
import { expandIdentifier } from '../lib/address.ts';
import { addReferences } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readDocument,
  readFirst,
  readInner,
  readItems,
  readList,
  readText,
  readYamlFile,
  type Document,
  type Fields,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import type { Generator } from './generator.ts';
import { findLabel, readStatus } from './paper.ts';
import { addSettings, findAccounts } from './settings.ts';
import { readQuartoAuthors } from './quarto-authors.ts';
import { nameText } from './source.ts';
import { addPage, addPaper, addThread, isHidden } from './texts.ts';

/** Fields that only say how a page looks, or steer the generator. */
const looks =
  /^(?:format|image|image-alt|execute|toc|listing|about|bibliography|csl|engine|jupyter|page-layout|title-block-banner|number-sections|code-\w+|comments|draft|lang|order|subtitle|date-modified|date-format|open-graph|twitter-card|other-links|code-links)$/;

const known =
  'title subtitle author authors date abstract description categories keywords doi citation links aliases code pdf'.split(
    ' ',
  );

const folders = {
  paper: /^(?:publications?|papers?|pubs?|articles?)\//i,
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
  else if (folders.paper.test(file)) addPublication(draft, document);
  else if (folders.project.test(file)) addProject(draft, document);
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

function addPublication(draft: Draft, document: Document): void {
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
  addPaper(draft, document, options(document), {
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
    links: readLinks(fields, citation),
  });
  leaveFields(draft, document, known, looks);
}

function readLinks(fields: Fields, citation: Fields): Link[] {
  const doi = readText(fields.doi) || readText(citation.doi);
  const named = [
    ...Object.entries(readInner(fields.links)),
    ...['code', 'pdf'].map((name): [string, unknown] => [name, fields[name]]),
  ];
  const listed = [fields.links, fields['other-links'], fields['code-links']]
    .flatMap(readItems)
    .map((one): [string, unknown] => {
      const { text, name, href, url } = readInner(one);
      return [readText(text) || readText(name), href ?? url];
    });
  const links = [...named, ...listed].map(([name, address]) => ({
    label: findLabel(name) ?? name,
    address: readText(address),
  }));
  const url = readText(citation.url);
  return [
    ...links.filter(({ label, address }) => label !== '' && address !== ''),
    ...(doi === '' ? [] : [{ label: 'DOI', address: expandIdentifier(doi) }]),
    ...(url === '' ? [] : [{ label: 'Paper', address: url }]),
  ];
}

function addProject(draft: Draft, document: Document): void {
  const { fields } = document;
  addThread(draft, document, options(document), {
    title: readText(fields.title),
    started: readDate(fields.date),
    ...{ ended: '', repository: '', links: readLinks(fields, {}) },
    tags: readList(fields.categories),
    lead: readFirst(fields, ['description', 'subtitle', 'abstract']),
  });
  leaveFields(draft, document, known, looks);
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
