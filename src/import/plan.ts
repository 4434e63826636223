import { posix } from 'node:path';
import { listCitations, parseCitations } from '../bibliography/cite.ts';
import { formatBibtex, parseSources } from '../bibliography/export.ts';
import { parseBibliography } from '../bibliography/parse.ts';
import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { contentFiles, entryFolder } from '../loaders/files.ts';
import {
  buildPage,
  createDraft,
  leave,
  type Draft,
  type DraftEntry,
  type DraftWorks,
  type Unplaced,
} from './draft.ts';
import { formatEntry } from './entry-text.ts';
import type { Generator, ReadOptions } from './generator.ts';
import { generators } from './generators.ts';
import { linkPages, localize } from './links.ts';
import { planNews } from './news.ts';
import { formatSite } from './site-text.ts';
import { settleEntries } from './settle.ts';
import type { Source } from './source.ts';

/** A file of this site, and its origin in the other one. */
export interface PlannedFile {
  /** The path, from the folder that holds `content/`. */
  path: string;
  from: { file: string; line: number };
  /** The text of the file; without it, the file is a copy of its origin. */
  text?: string;
}

/** The import of a site. */
export interface Plan {
  program: string;
  files: PlannedFile[];
  /** Files that are not written, because the site has a file of this name. */
  taken: PlannedFile[];
  /** Settings of the other site that `site.yaml` does not have, as lines of YAML. */
  settings: string;
  unplaced: Unplaced[];
}

/** The site that an import writes into. */
export interface Target {
  has: (path: string) => boolean;
  read: (path: string) => string;
}

/** Returns the program that a source is a site of. */
export function findGenerator(source: Source): Generator | undefined {
  return generators.find(({ detect }) => detect(source));
}

/** Plans the import of a source into a site. Writes nothing. */
export function planImport(
  source: Source,
  { name, read }: Generator,
  target: Target,
  options: ReadOptions,
): Plan {
  const draft = createDraft(source);
  read(draft, options);
  settleEntries(draft);
  const find = indexPages(draft);
  const entries = draft.entries.map((entry) => ({
    ...entry,
    body: linkPages(entry.body, (address) => find(address, entry.from.file)),
  }));
  const groups = entries.map(planEntry);
  const isTaken = (files: readonly PlannedFile[]) => files.some(({ path }) => target.has(path));
  const references = planReferences(draft, entries, target);
  const news = planNews(draft, target, (address) => find(address, ''));
  const { file, lines } = formatSite(draft, target);
  return {
    program: name,
    files: [...file, ...groups.filter((files) => !isTaken(files)).flat(), ...news, ...references],
    taken: groups.filter(isTaken).flat(),
    settings: lines,
    unplaced: draft.unplaced.toSorted(
      (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
    ),
  };
}

/** The addresses that the lists of entries usually have on other sites. */
const listNames: Readonly<Record<KindName, readonly string[]>> = {
  thread: ['/project', '/projects', '/portfolio'],
  paper: ['/publication', '/publications'],
  output: ['/talks', '/software'],
};

/** Returns a function that finds the page here for an address in a text of the other site. */
function indexPages({
  entries,
  settings,
}: Draft): (address: string, file: string) => string | undefined {
  const lists = kindNames
    .filter((kind) => entries.some((entry) => entry.kind === kind))
    .flatMap((kind) => listNames[kind].map((name) => [name, `/${kinds[kind].path}/`] as const));
  const own = entries.flatMap((entry) => {
    const former = (entry.fields.formerly ?? []) as string[];
    return [...former.map(simplify), entry.from.file].map(
      (address) => [address, buildPage(entry)] as const,
    );
  });
  const pages = new Map([...lists, ...own]);
  return (address, file) => {
    const local = localize(settings.address, address);
    if (local === '') return undefined;
    const path = local.startsWith('/') ? local : posix.join('/', posix.dirname(file), local);
    return pages.get(simplify(path)) ?? pages.get(path.slice(1));
  };
}

/** An address without the ending that hosts leave out. */
function simplify(address: string): string {
  return address
    .replace(/(?:index)?\.html$/, '')
    .replace(/(?<=.)\/$/, '')
    .toLowerCase();
}

function planEntry({ kind, slug, fields, body, from, files }: DraftEntry): PlannedFile[] {
  const folder = entryFolder(kind);
  return [
    { path: `${folder}/${slug}.mdx`, from, text: formatEntry(fields, body) },
    ...Array.from(files, ([name, file]) => ({
      path: `${folder}/${slug}/${name}`,
      from: { file, line: 1 },
    })),
  ];
}

/** Adds works to the list of references: those of other `.bib` files, and own ones that a text cites. */
function planReferences(
  draft: Draft,
  entries: readonly DraftEntry[],
  target: Target,
): PlannedFile[] {
  const path = contentFiles.references;
  const before = target.has(path) ? target.read(path) : '';
  const cited = new Set(
    entries
      .flatMap(({ body }) => parseCitations(body).flatMap(listCitations))
      .map(({ key }) => key.toLowerCase()),
  );
  const own = draft.ownWorks.map((works) => ({
    ...works,
    entries: works.entries.filter(({ key }) => cited.has(key.toLowerCase())),
  }));
  const known = new Map(
    parseBibliography(before, path).entries.map((entry) => [entry.key.toLowerCase(), entry.source]),
  );
  const added = [...draft.works, ...own]
    .map((works) => addWorks(draft, works, known))
    .filter(Boolean);
  const [first] = [...draft.works, ...own].filter(({ entries }) => entries.length > 0);
  if (added.length === 0 || first === undefined) return [];
  const text = [before.trimEnd(), ...added].filter(Boolean).join('\n\n');
  return [{ path, from: { file: first.file, line: 1 }, text: `${text.trimEnd()}\n` }];
}

/** The works of a file whose keys are not `known`, as BibTeX. */
function addWorks(
  draft: Draft,
  { file, text, entries }: DraftWorks,
  known: Map<string, string>,
): string {
  const news = entries.filter(({ key, source, line }) => {
    const same = known.get(key.toLowerCase());
    if (same !== undefined && same.trim() !== source.trim())
      leave(draft, file, line, `${key}: references.bib has another work with this key.`);
    if (same === undefined) known.set(key.toLowerCase(), source);
    return same === undefined;
  });
  return news.length === 0 ? '' : formatBibtex(news, parseSources(text)).trimEnd();
}
