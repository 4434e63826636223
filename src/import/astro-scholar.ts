import { addOwnWorks, addReferences } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readDocument,
  readFirst,
  readList,
  readText,
  type Document,
  type Fields,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hasFolder, type Generator } from './generator.ts';
import { addNews } from './news.ts';
import { addProject } from './outputs.ts';
import { findLinkLabel } from '../lib/link-labels.ts';
import { readAccounts } from './author.ts';
import { addSettings, joinAddress } from './settings.ts';
import { listTextFiles, nameText } from './source.ts';
import { addPage, isHidden } from './texts.ts';

const known =
  'id title description fromDate toDate createdAt pubDate date year code paper doc url link demo release tags'.split(
    ' ',
  );

/** Fields that only say how a page looks. */
const looks =
  /^(?:isHighlighted|selected|category|image|heroImage|order|stage|audience|updatedAt|updatedDate|draft|authors|author)$/;

/** The status of a thread by the words of a project. */
const statuses: readonly [RegExp, string][] = [
  [/^(?:completed?|done|finished)$/i, 'completed'],
  [/^(?:active|current|in progress|ongoing)$/i, 'active'],
  [/^(?:on hold|paused)$/i, 'paused'],
];

/** Astro Scholar. */
export const astroScholar: Generator = {
  name: 'Astro Scholar',
  detect: (source) =>
    hasFolder(source, 'src/content/projects', 'src/content/publications', 'src/content/blog'),
  read: (draft) => {
    readSettings(draft);
    for (const file of draft.source.files.filter((one) => /\.bib$/i.test(one)))
      if (/\/publications(?:\/|\.bib$)/i.test(file)) addOwnWorks(draft, file);
      else addReferences(draft, file);
    for (const file of listTextFiles(draft.source, 'src/content', /\.mdx?$/i))
      readContent(draft, file);
    readProjectList(draft, 'src/data/projects.json');
    readOwner(draft, 'src/data/authors.json');
    for (const file of draft.source.files.filter((one) =>
      /^src\/(?:content|data)\/(?:experience|people|authors|team|tech-stack)\.\w+$/.test(one),
    ))
      leave(draft, file, 1, 'A list of people or stations: this site has no place for it.');
  },
};

function readContent(draft: Draft, file: string): void {
  if (file.endsWith('/README.md')) return;
  const [, folder = ''] = /^src\/content\/([^/]+)\/./.exec(file) ?? [];
  const document = readDocument(draft, file);
  if (document === undefined || isHidden(draft, document)) return;
  if (folder === 'projects') readProject(draft, document, options(document));
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
    address: readAddress(draft, code),
    author: {
      name: read('author') || read('name'),
      ...readAccounts({ github: read('github'), orcid: read('orcid'), email: read('email') }),
    },
  });
}

/** The address of the site: that of Astro's settings, or else of those with its title. Other addresses are links. */
function readAddress({ source }: Draft, code: string): string {
  const config = source.files.find((file) => /^astro\.config\.\w+$/.test(file));
  const astro = config === undefined ? '' : (source.read(config) ?? '');
  const [, , site = ''] =
    /(?:^|[{,])\s*site\s*:[^,\n]*?(["'`])(https?:\/\/(?:(?!\1).)+)\1/m.exec(astro) ?? [];
  const [, , base = ''] =
    /(?:^|[{,])\s*base\s*:[^,\n]*?(["'`])(\/(?:(?!\1).)*)\1/m.exec(astro) ?? [];
  const [, , own = ''] =
    /\btitle\s*:[^{}]*?\bhref\s*:\s*(["'`])(https?:\/\/(?:(?!\1).)+)\1/.exec(code) ?? [];
  return site === '' ? own : joinAddress(site, base);
}

/** Reads the projects of a list, which have no texts of their own. */
function readProjectList(draft: Draft, file: string): void {
  const { text, list } = readJson(draft, file);
  for (const fields of list) {
    const [title, name] = [readText(fields.title), readText(fields.id)];
    const line = text.slice(0, findString(text, title)).split('\n').length;
    readProject(draft, { file, fields, body: '', line: () => line }, { name: name || title });
  }
}

/** Reads the author of the site from the list of people: the only one, or the one that the site is named after. */
function readOwner(draft: Draft, file: string): void {
  const { settings } = draft;
  const { list } = readJson(draft, file);
  const owner =
    list.length === 1 ? list[0] : list.find(({ name }) => readText(name) === settings.title);
  const { name, github, orcid, email } = owner ?? {};
  addSettings(settings, {
    author: { name: readText(name), ...readAccounts({ github, orcid, email }) },
  });
}

/** Reads a list in JSON; an empty one if there is no such file. */
function readJson(draft: Draft, file: string): { text: string; list: Fields[] } {
  const text = draft.source.files.includes(file) ? (draft.source.read(file) ?? '') : '[]';
  try {
    const list: unknown = JSON.parse(text);
    const isFields = (one: unknown): one is Fields => typeof one === 'object' && one !== null;
    return { text, list: Array.isArray(list) ? list.filter(isFields) : [] };
  } catch {
    leave(draft, file, 1, 'Not read: it is no JSON.');
    return { text, list: [] };
  }
}

/** The place of a string in JSON, whose letters may be written as escapes. */
function findString(json: string, value: string): number {
  const strings = [...json.matchAll(/"(?:\\.|[^"\\])*"/g)];
  return strings.find(([words]) => JSON.parse(words) === value)?.index ?? 0;
}

function readProject(
  draft: Draft,
  document: Document,
  { name, formerly = [] }: { name: string; formerly?: string[] },
): void {
  const { fields } = document;
  const said = readText(fields.status);
  const status = statuses.find(([words]) => words.test(said))?.[1] ?? '';
  const links = ['paper', 'doc', 'url', 'link', 'demo', 'release'].map((name) => ({
    label: findLinkLabel(name) ?? name,
    address: readText(fields[name]),
  }));
  // A year may be a span, as 2019–2021.
  const [year = '', last = ''] = readText(fields.year).split(/\s*\p{Pd}\s*(?=\d{4}$)/u);
  const dates = { fromDate: fields.fromDate, date: fields.date, year, toDate: fields.toDate };
  const unread = Object.entries(dates).filter(([, date]) => readText(date) && !readDate(date));
  const facts = {
    title: readText(fields.title),
    started: readDate(fields.fromDate) || readDate(fields.date) || readDate(year),
    ended: readDate(fields.toDate) || readDate(last),
    status,
    tags: readList(fields.tags),
    repository: readText(fields.code),
    lead: readFirst(fields, ['description']),
    links: links.filter(({ address }) => address !== ''),
  };
  const names = [...readList(fields.category), ...facts.tags];
  addProject(draft, document, { dialect: 'pandoc', name, formerly }, facts, names);
  const read = known.filter((field) => unread.every(([name]) => name !== field));
  leaveFields(draft, document, status === '' ? read : [...read, 'status'], looks);
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
