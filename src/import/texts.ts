import type { TextName } from '../kinds/registry.ts';
import type { Link } from '../schema/link.ts';
import { convertBody, type Dialect } from './body.ts';
import { leave, chooseSlug, readFormer, type Draft } from './draft.ts';
import { type Document, readDate, readText } from './document.ts';
import { EntryFiles, findFile } from './links.ts';
import { buildPaper, dropUnset, type PaperFacts } from './paper.ts';

export interface TextOptions {
  dialect: Dialect;
  /** The name that its slug is made of. */
  name: string;
  /** The addresses that its page had. */
  formerly: readonly string[];
  /** Whether a text of one paragraph is the abstract of a paper. */
  isAbstract?: true;
}

/** The facts of a thread on another site. Empty texts and lists are not written. */
export interface ThreadFacts {
  title: string;
  started: string;
  ended: string;
  /** Its status here; a thread that has ended is completed. */
  status?: string;
  tags: string[];
  repository: string;
  /** The words below its title. They become its first paragraph. */
  lead: string;
  links: Link[];
}

/** The facts of a page on another site. */
interface PageFacts {
  title: string;
  date: string;
  /** The words below its title. They become its first paragraph. */
  lead: string;
  isInNavigation: boolean;
}

/** Whether a text is not public on the other site. It is then listed, and not read. */
export function isHidden(draft: Draft, { file, fields, line }: Document): boolean {
  const name = ['draft', 'published'].find(
    (one) => readText(fields[one]) !== '' || typeof fields[one] === 'boolean',
  );
  const isDraft = fields.draft === true || fields.published === false;
  if (isDraft) leave(draft, file, line(name ?? ''), 'A text that its old site does not publish.');
  return isDraft;
}

/** Adds a project as a thread. */
export function addThread(
  draft: Draft,
  document: Document,
  options: TextOptions,
  facts: ThreadFacts,
): void {
  const { title, started, ended, tags, repository, lead, links } = facts;
  const entry = openEntry(draft, 'thread', document, options);
  const lines = links.map(({ label, address }) => `- [${label}](${entry.link(address)})`);
  const body = [entry.read(lead), entry.body, lines.join('\n')].filter(Boolean).join('\n\n');
  const status = facts.status || (ended === '' ? '' : 'completed');
  closeEntry(
    draft,
    document,
    entry,
    dropUnset({ title, started, ended, status, tags, repository, formerly: entry.formerly }),
    body,
  );
}

/** Adds a text that is no work, such as a post, as a page. Its date is its first line. */
export function addPage(
  draft: Draft,
  document: Document,
  options: TextOptions,
  { title, date, lead, isInNavigation }: PageFacts,
): void {
  const entry = openEntry(draft, 'page', document, options);
  const body = [date, entry.read(lead), entry.body].filter(Boolean).join('\n\n');
  const navigation = isInNavigation ? '' : false;
  // Some programs do without the title of a page, and show the name of its file.
  const name = entry.slug.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  closeEntry(
    draft,
    document,
    entry,
    dropUnset({ title: title || name, navigation, formerly: entry.formerly }),
    body,
  );
}

/** Adds a publication as a paper. */
export function addPaper(
  draft: Draft,
  document: Document,
  options: TextOptions,
  facts: PaperFacts,
): void {
  const entry = openEntry(draft, 'paper', document, options);
  const links = facts.links.map(({ label, address }) => ({ label, address: entry.link(address) }));
  const isAbstract =
    options.isAbstract && facts.abstract === '' && /^[^\n#<![|>-][^\n]*$/.test(entry.body);
  const abstract = isAbstract ? entry.body : facts.abstract;
  const body = entry.body === abstract ? '' : entry.body;
  closeEntry(
    draft,
    document,
    entry,
    buildPaper({ ...facts, abstract, links, formerly: entry.formerly }),
    body,
  );
}

type OpenEntry = ReturnType<typeof openEntry>;

/** Begins an entry: its slug, its prose and its files. */
export function openEntry(
  draft: Draft,
  kind: TextName,
  document: Document,
  { dialect, name, formerly }: TextOptions,
) {
  const { file, fields, line } = document;
  if (readText(fields.date) !== '' && readDate(fields.date) === '')
    leave(draft, file, line('date'), `${readText(fields.date)}: not read as a date.`);
  const slug = chooseSlug(draft, kind, name, readText(fields.title));
  const files = new EntryFiles(slug);
  return {
    ...{ kind, slug, files },
    body: convertBody(draft, document, dialect, files),
    formerly: readFormer(draft, { kind, slug }, { file, line: line('permalink') }, formerly),
    read: (words: string) => convertBody(draft, { ...document, body: words }, dialect, files),
    link: (address: string) => {
      const found = findFile(draft, file, address);
      return found === undefined ? address : files.add(found);
    },
  };
}

/** Ends an entry with its fields and its prose. */
export function closeEntry(
  draft: Draft,
  { file }: Document,
  { kind, slug, files }: OpenEntry,
  fields: Record<string, unknown>,
  body: string,
): void {
  draft.entries.push({ kind, slug, fields, body, from: { file, line: 1 }, files: files.files });
}
