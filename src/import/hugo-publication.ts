import { posix } from 'node:path';
import { readOnlyWork } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readList,
  readText,
  type Document,
  type Fields,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hugoLooks, knownFields, listHugoAddresses } from './hugo-fields.ts';
import { readHugoLinks } from './hugo-links.ts';
import { writePlainAuthor, type DraftAuthor } from './names.ts';
import { noFacts, readStatus, type PaperFacts } from './paper.ts';
import { nameText } from './source.ts';
import { addPaper } from './texts.ts';
import { readWork } from './work.ts';

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

/** Adds a publication as a paper. `owners` are the names of people by their folders. */
export function addPublication(
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
    { dialect: 'hugo', name: nameText(file), formerly: listHugoAddresses(document) },
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
      threads: readThreads(draft, document),
      links: [...readHugoLinks(draft, document), ...cited.links],
      selected: fields.featured === true,
    },
  );
  leaveFields(draft, document, knownFields, hugoLooks);
}

/** The threads that the projects of a publication have become. */
function readThreads(draft: Draft, { file, fields, line }: Document): string[] {
  return readList(fields.projects).flatMap((name) => {
    const thread = draft.entries.find(
      ({ kind, from }) => kind === 'thread' && nameText(from.file) === name,
    );
    if (thread === undefined)
      leave(draft, file, line('projects'), `${name}: there is no such project.`);
    return thread?.slug ?? [];
  });
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
