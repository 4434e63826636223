import { posix } from 'node:path';
import { readOnlyWork } from './bibliography.ts';
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
import { writePlainAuthor, type DraftAuthor } from './names.ts';
import { noFacts, readStatus, type PaperFacts } from './paper.ts';
import { listTexts, nameText } from './source.ts';
import { addPaper, addThread, isHidden } from './texts.ts';
import { readWork } from './work.ts';
import { readHugoLinks } from './hugo-links.ts';
import { readHugoSettings } from './hugo-settings.ts';

/** Fields that only say how a page looks, or steer the generator. */
const looks =
  /^(?:publishDate|lastmod|image|math|highlight|featured|draft|type|layout|weight|show_date|reading_time|share|profile|commentable|editable|toc|gallery_item|slides|header|categories|author_notes|url_(?:pdf|code|dataset|poster|project|slides|source|video|preprint)|pager|view|cms_exclude|sharing|show_breadcrumb|hugoblox|design|private|external_link|aliases|subtitle)$/;

const known =
  'title authors date abstract summary tags links doi publication publication_short publication_types projects featured aliases slug url description'.split(
    ' ',
  );

/** The types and kinds of venue by the names of the Citation Style Language, and by the older numbers. */
const types: Readonly<
  Record<string, Partial<Pick<PaperFacts, 'type'> & { kind: string; status: string }>>
> = {
  ...{ 'paper-conference': { kind: 'conference' }, '1': { kind: 'conference' } },
  ...{ 'article-journal': { kind: 'journal' }, '2': { kind: 'journal' } },
  ...{
    article: { kind: 'preprint-server', status: 'preprint' },
    '3': { kind: 'preprint-server', status: 'preprint' },
  },
  ...{ manuscript: { status: 'preprint' }, report: { type: 'report' }, '4': { type: 'report' } },
  ...{
    book: { type: 'book' },
    '5': { type: 'book' },
    chapter: { type: 'chapter' },
    '6': { type: 'chapter' },
  },
  ...{
    thesis: { type: 'thesis' },
    '7': { type: 'thesis' },
    dataset: { type: 'dataset' },
    software: { type: 'software' },
  },
};

const folders = {
  publication: /^content\/(?:[a-z]{2}\/)?publications?\//,
  text: /^content\/(?:[a-z]{2}\/)?(?:projects?|posts?|blog)\//,
  content: /^content\/(?!authors\/)/,
};

/** HugoBlox, once called Wowchemy and Academic. */
export const hugoBlox: Generator = {
  name: 'HugoBlox',
  detect: (source) =>
    hasFolder(
      source,
      'content/publication',
      'content/publications',
      'content/project',
      'content/authors',
    ),
  read: (draft) => {
    const owners = readHugoSettings(draft);
    for (const file of listTexts(draft.source, 'content')) readContent(draft, file, owners);
    for (const file of draft.source.files.filter((one) =>
      /^content\/.*\/featured\.\w+$/i.test(one),
    ))
      leave(draft, file, 1, 'An entry has no picture of its own here.');
    for (const file of draft.source.files.filter((one) => /^content\/.*\.ipynb$/.test(one)))
      leave(draft, file, 1, 'A notebook: this site has no place for it.');
  },
};

function readContent(draft: Draft, file: string, owners: ReadonlyMap<string, string>): void {
  // The page of a list has no text of its own.
  if (posix.basename(file) === '_index.md' || !folders.content.test(file)) return;
  const document = readDocument(draft, file);
  if (document === undefined || isHidden(draft, document)) return;
  if (folders.publication.test(file)) addPublication(draft, document, owners);
  else if (folders.text.test(file)) addText(draft, document);
  else leave(draft, file, 1, 'A page or an event: this site has no place for it.');
}

function addPublication(
  draft: Draft,
  document: Document,
  owners: ReadonlyMap<string, string>,
): void {
  const { file, fields } = document;
  const folder = posix.dirname(file);
  const bib = draft.source.files.find((one) => one === `${folder}/cite.bib`);
  const work = bib === undefined ? undefined : readOnlyWork(draft, bib);
  const cited =
    work === undefined
      ? noFacts
      : readWork(work, (address) => (/^https?:/.test(address) ? address : ''));
  const [name = ''] = readList(fields.publication_types);
  const { type = '', kind = '', status = '' } = types[name] ?? {};
  const venue = readVenue(fields.publication) || cited.venue.name;
  const date = readDate(fields.date) || cited.date;
  const authors = readAuthors(fields, owners);
  addPaper(
    draft,
    document,
    { dialect: 'hugo', name: nameText(file), formerly: listAddresses(document) },
    {
      ...cited,
      title: readText(fields.title) || cited.title,
      authors: authors.length > 0 ? authors : cited.authors,
      abstract: readText(fields.abstract) || cited.abstract,
      status:
        readStatus(venue, false) ||
        status ||
        cited.status ||
        (venue !== '' && date !== '' ? 'published' : ''),
      type: type || cited.type,
      venue: {
        name: venue,
        acronym: readVenue(fields.publication_short),
        year: undefined,
        kind: /\bworkshop\b/i.test(venue) ? 'workshop' : kind || cited.venue.kind,
      },
      date,
      tags: readList(fields.tags),
      threads: readList(fields.projects),
      links: [...readHugoLinks(draft, document), ...cited.links],
      selected: fields.featured === true,
    },
  );
  leaveFields(draft, document, known, looks);
}

/** A venue without the words and marks around it: “In *Proceedings*” is Proceedings. */
function readVenue(value: unknown): string {
  return readText(value)
    .replace(/[*_]+/g, '')
    .replace(/^In:?\s+/, '')
    .trim();
}

function readAuthors(fields: Fields, owners: ReadonlyMap<string, string>): DraftAuthor[] {
  const notes = Array.isArray(fields.author_notes) ? fields.author_notes.map(readText) : [];
  return readList(fields.authors).map((name, index) => {
    const isEqual = /\bequal/i.test(notes[index] ?? '');
    return writePlainAuthor(owners.get(name) ?? name, isEqual ? { equal: true } : {});
  });
}

function listAddresses({ file, fields }: Document): string[] {
  const name = readText(fields.slug) || nameText(file);
  const section = file
    .replace(/^content\/(?:_?index\.md)?/, '')
    .split('/')
    .slice(0, -1);
  const folder = /\/_?index\.md$/.test(file) ? section.slice(0, -1) : section;
  const own = readText(fields.url) || `/${[...folder, name].join('/').toLowerCase()}/`;
  return [own, ...readList(fields.aliases)];
}

function addText(draft: Draft, document: Document): void {
  const { fields, file } = document;
  const links = readHugoLinks(draft, document);
  const code = links.find(({ label, address }) => label === 'Code' && /^https?:/.test(address));
  addThread(
    draft,
    document,
    { dialect: 'hugo', name: nameText(file), formerly: listAddresses(document) },
    {
      title: readText(fields.title),
      started: readDate(fields.date),
      ended: '',
      tags: readList(fields.tags),
      repository: code?.address ?? '',
      lead: readFirst(fields, ['summary', 'subtitle']),
      links: links.filter((link) => link !== code),
    },
  );
  leaveFields(draft, document, known, looks);
}
