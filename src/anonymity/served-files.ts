import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

export interface ServedFile {
  /** The path in the site, with forward slashes. */
  name: string;
  load: () => Buffer;
}

/**
 * Lists every file below `folder`, including hidden ones and the targets of links. An entry that
 * is not a regular file, such as a broken link, is listed too; loading it throws.
 */
export function listServedFiles(folder: string): ServedFile[] {
  // Paths are bytes: a name need not be valid UTF-8.
  const list = (path: Buffer, parents: readonly string[]): ServedFile[] => {
    const real = realpathSync(path);
    // A link may lead to a folder that contains it.
    if (parents.includes(real)) return [];
    return readdirSync(path, { encoding: 'buffer' }).flatMap((entry) => {
      const inner = Buffer.concat([path, Buffer.from(sep), entry]);
      if (isFolder(inner)) return list(inner, [...parents, real]);
      const name = inner
        .toString('utf8')
        .slice(folder.length + 1)
        .replaceAll(sep, '/');
      return [{ name, load: () => loadFile(inner) }];
    });
  };
  return list(Buffer.from(folder), []);
}

function isFolder(path: Buffer): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function loadFile(path: Buffer): Buffer {
  // Reading a pipe would never end.
  if (!statSync(path).isFile()) throw new Error('It is no file.');
  return readFileSync(path);
}
