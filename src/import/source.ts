import { dirname, join, posix } from 'node:path';
import { statSync } from 'node:fs';
import { listFolder } from '../loaders/folder.ts';
import { readTextFile } from '../loaders/text-file.ts';

/** The folder of another site. Its files are named by their paths in it. */
export interface Source {
  /** The files, sorted. */
  files: readonly string[];
  /** The text of a file, with `\n` line ends; undefined if it is no text. */
  read: (file: string) => string | undefined;
  /** The path of a file on this machine. */
  locate: (file: string) => string;
}

/** Folders of packages and of built sites. */
const unread = /^(?:\.|node_modules$|_site$|vendor$)/;

/** Opens a folder, or the folder of a single file, of which only this file is read. */
export function openSource(path: string): Source {
  const isFolder = statSync(path).isDirectory();
  const root = isFolder ? path : dirname(path);
  const listed = isFolder
    ? [...listFolder(root, '.', (name) => !unread.test(name)).files.keys()]
    : [posix.basename(path.replaceAll('\\', '/'))];
  return {
    files: listed.map((file) => posix.normalize(file)).toSorted(),
    read: (file) => readTextFile(root, file).text,
    locate: (file) => join(root, file),
  };
}

/** The files of a folder that end in one of the extensions. */
export function listTextFiles({ files }: Source, folder: string, ending = /\.(?:md|markdown)$/i) {
  return files.filter((file) => file.startsWith(`${folder}/`) && ending.test(file));
}

/** The name of a text: that of its file, or of its folder if the file is an index. */
export function nameText(file: string): string {
  const { name, dir } = posix.parse(file);
  return /^_?index$/i.test(name) ? posix.basename(dir) : name;
}
