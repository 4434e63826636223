import { posix } from 'node:path';
import { readOnlyWork } from './bibliography.ts';
import { leaveFields, readDate, readList, readText, type Document } from './document.ts';
import { leave, type Draft, type DraftEntry } from './draft.ts';
import { folders, hugoLooks, knownFields, listHugoAddresses } from './hugo-fields.ts';
import { readHugoLinks } from './hugo-links.ts';
import { writePlainAuthor, type DraftAuthor } from './names.ts';
import { addPublication } from './outputs.ts';
import { noFacts, readStatus, type PaperFacts } from './paper.ts';
import { nameText } from './source.ts';
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
export function readPublication(
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
  const authors = readAuthors(draft, document, owners);
  const projects = findProjects(draft, document);
  addPublication(
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
      threads: listThreads(projects),
      links: [...readHugoLinks(draft, document), ...cited.links],
      selected: fields.featured === true,
    },
  );
  relate(draft, projects);
  leaveFields(draft, document, knownFields, hugoLooks);
}

/** The threads and outputs that the projects of a text have become. */
export function findProjects(draft: Draft, { file, fields, line }: Document): DraftEntry[] {
  return readList(fields.projects).flatMap((name) => {
    const project = draft.entries.find(
      ({ from }) => folders.project.test(from.file) && nameText(from.file) === name,
    );
    if (project === undefined)
      leave(draft, file, line('projects'), `${name}: there is no such project.`);
    return project ?? [];
  });
}

export function listThreads(projects: readonly DraftEntry[]): string[] {
  return projects.flatMap(({ kind, slug }) => (kind === 'thread' ? slug : []));
}

/** Lets the outputs among `projects` name the paper that has just been added. */
function relate(draft: Draft, projects: readonly DraftEntry[]): void {
  const paper = draft.entries.at(-1);
  if (paper?.kind !== 'paper') return;
  for (const project of projects.filter(({ kind }) => kind === 'output')) {
    const papers = (project.fields.papers ?? []) as string[];
    project.fields = { ...project.fields, papers: [...papers, paper.slug] };
  }
}

/** A venue without the words and marks around it: “In *Proceedings*” is Proceedings. */
function readVenue(value: unknown): string {
  return readText(value)
    .replace(/[*_]+/g, '')
    .replace(/^In:?\s+/, '')
    .trim();
}

/** The authors of a text. `owners` are the names of people by their folders. */
export function readAuthors(
  draft: Draft,
  { file, fields, line }: Document,
  owners: ReadonlyMap<string, string>,
): DraftAuthor[] {
  const notes = Array.isArray(fields.author_notes) ? fields.author_notes.map(readText) : [];
  return readList(fields.authors).flatMap((name, index) => {
    if (/^(?:and )?(?:others|et\.? al\.?)$/i.test(name)) {
      leave(draft, file, line('authors'), `${name}: write the other authors.`);
      return [];
    }
    const isEqual = /\bequal/i.test(notes[index] ?? '');
    return [writePlainAuthor(owners.get(name) ?? name, isEqual ? { equal: true } : {})];
  });
}
