import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { Fault } from '../lib/fault.ts';

export interface SourceFile {
  /** The real path, behind all links. */
  path: string;
  size: number;
  /** The time of the last change, in ms. */
  changed: number;
}

/** The files of a folder, and a fault for each that is not read. */
export interface Listing {
  /** By path from the parent of the folder, as `content/site.yaml`. */
  files: Map<string, SourceFile>;
  faults: Fault[];
}

/**
 * Lists the files below `folder` of `root` whose names are wanted. The folder itself may be a
 * link. A link below it must stay inside: otherwise it would publish a foreign file.
 */
export function listFolder(
  root: string,
  folder: string,
  isWanted: (name: string) => boolean,
): Listing {
  const files: Listing['files'] = new Map();
  const faults: Fault[] = [];
  const top = join(root, folder);
  if (!existsSync(top)) return { files, faults };
  const home = realpathSync(top);

  const visit = (path: string, file: string, above: readonly string[]): void => {
    for (const item of readdirSync(path, { withFileTypes: true })) {
      const { name } = item;
      if (!isWanted(name)) continue;
      const innerFile = `${file}/${name}`;
      const entry = item.isFile()
        ? readFile(join(path, name))
        : readEntry(join(path, name), home, above);
      if ('expected' in entry) faults.push(describeForeign(innerFile, entry));
      else if (entry.stats.isDirectory() && folder === 'content' && hasFileName(name))
        faults.push(describeFolder(innerFile));
      else if (entry.stats.isDirectory()) visit(entry.real, innerFile, [...above, entry.real]);
      else {
        const { size, mtimeMs: changed } = entry.stats;
        files.set(innerFile, { path: entry.real, size, changed });
      }
    }
  };
  visit(home, folder, [home]);
  return { files, faults };
}

/** Whether a name is that of a file that the site reads or writes, which no folder can have. */
function hasFileName(name: string): boolean {
  return /\.(?:mdx|bib|ya?ml|html|svg|js|css)$/i.test(name);
}

/** Describes a folder that is named like a file. */
export function describeFolder(path: string): Fault {
  const nearest = path.replace(/\.[^./]+$/, '');
  return {
    rule: 'unexpected-file',
    file: path,
    line: 1,
    column: 1,
    found: `${path}/`,
    expected: 'a file of this name; this is a folder',
    nearest,
    fix: `Rename the folder, for example as ${nearest}.`,
  };
}

interface FileRefusal {
  found: string;
  expected: string;
  fix: string;
}

/**
 * Returns the entry at `path`, or the reason why it is not read. `above` are its parent folders.
 */
function readEntry(path: string, home: string, above: readonly string[]) {
  const target = readTarget(path);
  const refuse = (expected: string, fix: string): FileRefusal => {
    return { found: `a link to ${target}`, expected, fix };
  };
  if (target !== undefined && !existsSync(path))
    return refuse('a file; the target of this link does not exist', 'Remove the link.');
  const real = realpathSync(path);
  if (real !== home && !real.startsWith(home + sep))
    return refuse(
      'a file, or a link to one in the same folder; this link leads outside',
      'Replace the link by a copy of the file.',
    );
  if (above.includes(real))
    return refuse('a file; this link leads in a circle', 'Remove the link.');
  return readFile(real);
}

/** Returns the file or folder at `real`, a path without links, or the reason why it is not read. */
function readFile(real: string): FileRefusal | { real: string; stats: Stats } {
  const stats = statSync(real);
  if (!stats.isFile() && !stats.isDirectory())
    return {
      found: 'a device, a pipe or a socket',
      expected: 'a file or a folder',
      fix: 'Move it out of the folder.',
    };
  if (!isReadable(real))
    return {
      found: 'a file or folder that you may not read',
      expected: 'a file or folder that you may read',
      fix: 'Make it readable, for example with “chmod -R u+rX”, or move it out of the folder.',
    };
  return { real, stats };
}

function readTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function describeForeign(file: string, { found, expected, fix }: FileRefusal): Fault {
  return {
    rule: 'foreign-file',
    file,
    line: 1,
    column: 1,
    found,
    expected,
    fix,
  };
}
