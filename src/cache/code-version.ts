import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Hashes all that can change a result for the same content: every file of `src/` below `project`, with its path,
 * the locked and the installed versions of packages, and the version and the machine of Node.
 */
export function hashCode(project: string, runtime = describeRuntime()): string {
  const locks = ['package-lock.json', 'node_modules/.package-lock.json'];
  const sum = createHash('sha256')
    .update(runtime)
    .update(hashFolder(join(project, 'src')));
  for (const file of locks) addFile(sum, file, join(project, file));
  return sum.digest('hex');
}

/** Hashes the paths and the bytes of all files of a folder, which may be absent. */
export function hashFolder(folder: string): string {
  const sum = createHash('sha256');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  const paths = files
    .filter((file) => !file.isDirectory())
    .map((file) => join(file.parentPath, file.name));
  for (const path of paths.toSorted()) addFile(sum, path.slice(folder.length), path);
  return sum.digest('hex');
}

function addFile(sum: Hash, name: string, path: string): void {
  const bytes = read(path);
  sum.update(`${name}\0${bytes.length}\0`).update(bytes);
}

function describeRuntime(): string {
  return JSON.stringify([process.versions, process.platform, process.arch]);
}

/** A lock file may be absent, and a link lead nowhere. */
function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
