import { addOwnWorks, addReferences } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readDocument,
  readFirst,
  readList,
  readText,
  type Document,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hasFolder, type Generator } from './generator.ts';
import { addNews } from './news.ts';
import { addProject } from './outputs.ts';
import { findLinkLabel } from '../lib/link-labels.ts';
import { addSettings, readAccounts } from './settings.ts';
import { listTexts, nameText } from './source.ts';
import { addPage, isHidden } from './texts.ts';

const known =
  'title description fromDate toDate createdAt pubDate date code paper doc url demo release tags'.split(
    ' ',
  );

/** Fields that only say how a page looks. */
const looks =
  /^(?:isHighlighted|selected|category|image|heroImage|order|stage|audience|updatedAt|updatedDate|draft|authors|author)$/;

/** Astro Scholar. */
export const astroScholar: Generator = {
  name: 'Astro Scholar',
  detect: (source) =>
    hasFolder(source, 'src/content/projects', 'src/content/publications', 'src/content/blog'),
  read: (draft) => {
    readSettings(draft);
    for (const file of draft.source.files.filter((one) => /\.bib$/i.test(one)))
      if (file.startsWith('src/content/publications/')) addOwnWorks(draft, file);
      else addReferences(draft, file);
    for (const file of listTexts(draft.source, 'src/content', /\.mdx?$/i)) readContent(draft, file);
    for (const file of draft.source.files.filter((one) =>
      /^src\/content\/(?:experience|people|authors|tech-stack)\.\w+$/.test(one),
    ))
      leave(draft, file, 1, 'A list of people or stations: this site has no place for it.');
  },
};

function readContent(draft: Draft, file: string): void {
  if (file.endsWith('/README.md')) return;
  const [, folder = ''] = /^src\/content\/([^/]+)\/./.exec(file) ?? [];
  const document = readDocument(draft, file);
  if (document === undefined || isHidden(draft, document)) return;
  if (folder === 'projects') readProject(draft, document);
  else if (folder === 'updates') addNews(draft, document, 'pandoc');
  else addText(draft, document);
}

/** Reads the texts that the settings have in TypeScript. */
function readSettings(draft: Draft): void {
  const file = ['src/site.config.ts', 'src/config.ts', 'src/consts.ts'].find((one) =>
    draft.source.files.includes(one),
  );
  const code = file === undefined ? '' : (draft.source.read(file) ?? '');
  const read = (name: string) =>
    new RegExp(
      `^\\s*(?:export const )?${name}\\s*[:=]\\s*(["'\`])((?:(?!\\1)[^\\\\\\n])+)\\1`,
      'im',
    ).exec(code)?.[2] ?? '';
  addSettings(draft.settings, {
    title: read('title') || read('site_title'),
    intro: read('description') || read('site_description'),
    language: read('lang'),
    address: read('href').startsWith('http') ? read('href') : '',
    author: {
      name: read('author') || read('name'),
      ...readAccounts({ github: read('github'), orcid: read('orcid'), email: read('email') }),
    },
  });
}

function readProject(draft: Draft, document: Document): void {
  const { fields } = document;
  const links = ['paper', 'doc', 'url', 'demo', 'release'].map((name) => ({
    label: findLinkLabel(name) ?? name,
    address: readText(fields[name]),
  }));
  const facts = {
    title: readText(fields.title),
    started: readDate(fields.fromDate) || readDate(fields.date),
    ended: readDate(fields.toDate),
    tags: readList(fields.tags),
    repository: readText(fields.code),
    lead: readFirst(fields, ['description']),
    links: links.filter(({ address }) => address !== ''),
  };
  const names = [...readList(fields.category), ...facts.tags];
  addProject(draft, document, options(document), facts, names);
  leaveFields(draft, document, known, looks);
}

const options = ({ file }: Document) => ({
  dialect: 'pandoc' as const,
  name: nameText(file),
  formerly: [`/${file.slice('src/content/'.length).replace(/(?:\/index)?\.mdx?$/, '')}/`],
});

/** Adds a post or a page of its own as a page. */
function addText(draft: Draft, document: Document): void {
  const { file, fields } = document;
  addPage(draft, document, options(document), {
    title: readText(fields.title),
    date:
      ['createdAt', 'pubDate', 'date'].map((name) => readDate(fields[name])).find(Boolean) ?? '',
    lead: readFirst(fields, ['description']),
    isInNavigation: !file.slice('src/content/'.length).includes('/'),
  });
}
