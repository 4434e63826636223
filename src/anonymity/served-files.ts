import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** A file of a built site. */
export interface ServedFile {
  /** Its path in the site, with forward slashes. */
  name: string;
  load: () => Buffer;
}

/**
 * Every file below `folder`, hidden ones too, and those that links lead to. What can be listed but is no file, as a
 * link to nothing, is among them, and cannot be loaded.
 */
export function listServedFiles(folder: string): ServedFile[] {
  // Paths are bytes, for a name need not be text.
  const list = (path: Buffer, parents: readonly string[]): ServedFile[] => {
    const real = realpathSync(path);
    // A link may lead to a folder that it is in.
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
  // To read what is no file, as a pipe, would never end.
  if (!statSync(path).isFile()) throw new Error('It is no file.');
  return readFileSync(path);
}
