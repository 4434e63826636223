import { basename, posix } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { nearest } from '../lib/nearest.ts';
import { countBytes, longestName, suggestSlug } from '../lib/slug.ts';
import { listFolder, type Listing } from './folder.ts';

/** Where the author's files are, from the folder that holds `content/`. */
export const contentFiles = {
  site: 'content/site.yaml',
  references: 'content/references.bib',
  threads: 'content/threads',
  papers: 'content/papers',
};

/** Whether a path, from the folder that holds `content/`, leads to what the author publishes. */
export function isContent(path: string): boolean {
  return posix.normalize(path.replaceAll('\\', '/')).startsWith('content/');
}

/** What is said of a file that a text names, and that lies elsewhere. */
export function describeOutside(address: string): Pick<Fault, 'expected' | 'fix'> {
  return {
    expected: `a file below content/, for nothing else is published; “${address}” leads out of it`,
    fix: 'Copy the file beside the entry, and write its name with ./ before it.',
  };
}

/** What ends a name or stands for another in an address, and what a file system cannot hold. */
const misread = /^\.|[#?%\\:*"<>|\p{Cc}\p{Cf}]|[. ]$/u;

/** Whether the build finds the file that `path` names, with every name in it as it stands. */
export function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every(
      (name) => /^\.{0,2}$/.test(name) || (!misread.test(name) && countBytes(name) <= longestName),
    );
}

/** What is said of a file whose name the build cannot take. */
export const misnamed: Pick<Fault, 'rule' | 'expected' | 'fix'> = {
  rule: 'bad-address',
  expected: `a file name of at most ${longestName} bytes that does not begin with a dot and holds none of # ? % \\ : * " < > |`,
  fix: 'Rename it in letters, digits and hyphens, and write its new name here.',
};

/** A text that lies where none is read, and where it must have been meant to lie. */
export interface MisplacedFile {
  file: string;
  place?: string;
  slug?: string;
}

const entryPattern = /^content\/(threads|papers)\/[^/]+\.mdx$/;
const settings = /\.ya?ml$/i;
const bibliography = /\.bib(tex)?$/i;
const document = /\.(mdx?|markdown|mdown|rst|txt|tex|docx?|odt|rtf|html?)$/i;

/** The files of `content/` below `root` that the author can see, and a fault for each that is not to be read. */
export function listContent(root: string): Listing {
  return listFolder(root, 'content', (name) => !/^\.|~$/.test(name));
}

/** The path of every file of `content/` that is read, from the project's folder. */
export function listFiles(root: string): string[] {
  return [...listContent(root).files.keys()].sort();
}

export function listEntries(files: readonly string[], folder: string): string[] {
  return files.filter((file) => entryPattern.test(file) && file.startsWith(`${folder}/`));
}

export function listMisplaced(files: readonly string[]): MisplacedFile[] {
  const { site, references } = contentFiles;
  return files
    .filter((file) => !entryPattern.test(file) && file !== site && file !== references)
    .flatMap((file): MisplacedFile[] => {
      // The data of an entry may lie beside it.
      if (settings.test(file))
        return /^content\/(threads|papers)\//.test(file) ? [] : [{ file, place: site }];
      if (bibliography.test(file)) return [{ file, place: references }];
      if (!document.test(file)) return [];
      const slug = basename(file).replace(/(\.[a-z]+)+$/i, '');
      const folder = file
        .split('/')
        .slice(1, -1)
        .map((name) => nearest(name, ['threads', 'papers']))
        .find((name) => name !== undefined);
      return [
        { file, slug, ...(folder && { place: `content/${folder}/${suggestSlug(slug)}.mdx` }) },
      ];
    });
}

export function describeMisplaced({ file, place }: MisplacedFile, files: readonly string[]): Fault {
  return {
    rule: 'unexpected-file',
    file,
    line: 1,
    column: 1,
    found: file,
    expected:
      'site.yaml, references.bib, or an entry as threads/name.mdx or papers/name.mdx; this would not be published',
    ...(place !== undefined && !files.includes(place) && { nearest: place }),
    fix: 'Rename or move the file; what is no part of the site can lie outside content/.',
  };
}

export function describeEmpty(file: string, expected: string): Fault {
  return {
    rule: 'empty-collection',
    file,
    line: 1,
    column: 1,
    found: 'nothing',
    expected,
    fix: 'Add one; README.md has a whole example.',
  };
}
