import { basename, posix } from 'node:path';
import { findTextPath, textNames, texts, type TextName } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import { nearest } from '../lib/nearest.ts';
import { countBytes, longestName, suggestSlug } from '../lib/slug.ts';
import { listFolder, type Listing } from './folder.ts';

/** The author's files, relative to the folder that holds `content/`. */
export const contentFiles = {
  site: 'content/site.yaml',
  people: 'content/people.yaml',
  references: 'content/references.bib',
  own: 'content/own.bib',
  news: 'content/news.yaml',
};

const named: readonly string[] = Object.values(contentFiles);

const settingFiles = named.filter((file) => file.endsWith('.yaml'));

const folders: readonly string[] = textNames.map((name) => texts[name].folder);

/** The folder of the entries of a kind, or of the pages, relative to the folder that holds `content/`. */
export function entryFolder(kind: TextName): string {
  return `content/${texts[kind].folder}`;
}

/** The kind and the slug of the entry or page in `file`. */
export function parseEntryPath(file: string): { kind: TextName; slug: string } | undefined {
  const [, folder, slug = ''] = /^content\/([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const kind = textNames.find((name) => texts[name].folder === folder);
  return kind && { kind, slug };
}

/** The path of the page of the entry or page in `file`, from the root of the site. */
export function findPagePath(file: string): string | undefined {
  const text = parseEntryPath(file);
  return text && findTextPath(text.kind, text.slug);
}

/** Whether a path, relative to the folder that holds `content/`, is inside it. */
export function isContent(path: string): boolean {
  return posix.normalize(path.replaceAll('\\', '/')).startsWith('content/');
}

/** Describes a file outside `content/` that a text names. */
export function describeOutside(address: string): Pick<Fault, 'expected' | 'fix'> {
  return {
    expected: `a file in content/, since nothing else is published; “${address}” is outside`,
    fix: 'Copy the file beside the entry, and write ./ before its name.',
  };
}

/** Characters that have a meaning in addresses or are invalid in file names. */
const misread = /^\.|[#?%\\:*"<>|\p{Cc}\p{Cf}]|[. ]$/u;

/** Whether the build can find the file at `path` under its literal name. */
export function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every(
      (name) => /^\.{0,2}$/.test(name) || (!misread.test(name) && countBytes(name) <= longestName),
    );
}

/** Describes a file whose name the build cannot use. */
export const misnamed: Pick<Fault, 'rule' | 'expected' | 'fix'> = {
  rule: 'bad-address',
  expected: `a file name of at most ${longestName} bytes that does not begin with a dot and contains none of # ? % \\ : * " < > |`,
  fix: 'Rename the file with letters, digits and hyphens, and write its new name here.',
};

/** A text in a location where none is read, and its probable right path. */
export interface MisplacedFile {
  file: string;
  place?: string;
  slug?: string;
}

const entryPattern = new RegExp(`^content/(${folders.join('|')})/[^/]+\\.mdx$`);
const besideEntry = new RegExp(`^content/(${folders.join('|')})/`);
const settings = /\.ya?ml$/i;
const isPeople = /(?:people|person|team|member|author)[^/]*$/i;
const bibliography = /\.bib(tex)?$/i;
const markdown = /\.(mdx?|markdown|mdown|txt)$/i;
const document = /\.(mdx?|markdown|mdown|rst|txt|tex|docx?|odt|rtf|html?)$/i;

/**
 * Lists the visible files of `content/` below `root`, with a fault for each that cannot be read.
 */
export function listContent(root: string): Listing {
  return listFolder(root, 'content', (name) => !/^\.|~$/.test(name));
}

/** Returns the path of every file of `content/` that is read, sorted. */
export function listFiles(root: string): string[] {
  return [...listContent(root).files.keys()].sort();
}

export function listEntries(files: readonly string[], folder: string): string[] {
  return files.filter((file) => entryPattern.test(file) && file.startsWith(`${folder}/`));
}

export function listMisplaced(files: readonly string[]): MisplacedFile[] {
  const { references } = contentFiles;
  return files
    .filter((file) => !entryPattern.test(file) && !named.includes(file))
    .flatMap((file): MisplacedFile[] => {
      // Files of an entry may be in a folder of its name, and data beside it.
      if (isOfEntry(file, files)) return [];
      if (settings.test(file))
        return besideEntry.test(file) ? [] : [{ file, place: findSettings(file) }];
      if (bibliography.test(file)) return [{ file, place: references }];
      if (!document.test(file)) return [];
      // A file “index” in a folder has the name of the folder.
      const [parent = '', whole = ''] = file.split('/').slice(-2);
      const isIndex = /^_?index\.[a-z]+$/i.test(whole) && !folders.includes(parent);
      const slug = isIndex ? parent : whole.replace(/(\.[a-z]+)+$/i, '');
      const folder = file
        .split('/')
        .slice(1, isIndex ? -2 : -1)
        .map((name) => nearest(name, folders))
        .find((name) => name !== undefined);
      return [
        { file, slug, ...(folder && { place: `content/${folder}/${suggestSlug(slug)}.mdx` }) },
      ];
    });
}

/** The file of settings that one in a wrong place is meant for. */
function findSettings(file: string): string {
  const place = `content/${basename(file)
    .toLowerCase()
    .replace(/\.yml$/, '.yaml')}`;
  if (settingFiles.includes(place)) return place;
  return isPeople.test(file) ? contentFiles.people : contentFiles.site;
}

export function describeMisplaced({ file, place }: MisplacedFile, files: readonly string[]): Fault {
  // Another name makes no Markdown of it.
  const isForeign = document.test(file) && !markdown.test(file);
  return {
    rule: 'unexpected-file',
    file,
    line: 1,
    column: 1,
    found: file,
    expected: `${listPlaces()}; other texts are not published`,
    ...(place !== undefined && !isForeign && !files.includes(place) && { nearest: place }),
    fix: isForeign
      ? `Write its text as Markdown in ${place ?? 'one of these files'}, and move the file out of content/.`
      : 'Rename or move the file. Files that are not part of the site belong outside content/.',
  };
}

/** The files and folders that the site reads. */
function listPlaces(): string {
  const places = [
    ...named.map((file) => basename(file)),
    ...folders.map((folder) => `${folder}/name.mdx`),
  ];
  return `${places.slice(0, -1).join(', ')} or ${places.at(-1)}`;
}

/** Whether a file is in the folder of an entry, such as `content/papers/titan/notes.txt`. */
function isOfEntry(file: string, files: readonly string[]): boolean {
  const [content, kind = '', name = '', ...rest] = file.split('/');
  return rest.length > 0 && files.includes(`${content}/${kind}/${name}.mdx`);
}

/** Lists the files among `files` that no entry uses, and that are no text in a wrong place. */
export function listUnlinked(
  files: readonly string[],
  misplaced: readonly MisplacedFile[],
): string[] {
  const known = new Set([...named, ...misplaced.map(({ file }) => file)]);
  return files.filter((file) => !entryPattern.test(file) && !known.has(file));
}

export function describeUnlinked(file: string): Fault {
  return {
    rule: 'unlinked-file',
    file,
    line: 1,
    column: 1,
    found: file,
    expected: 'a link to the file, such as [words](./name.pdf); without one it is not published',
    fix: 'Link to it in an entry, or move it out of content/.',
  };
}
