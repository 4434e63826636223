import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Hashes all that can change a result for the same content: every file of `src/` below `project`, with its path,
 * the locked and the installed versions of packages, and the version and the machine of Node.
 */
export function hashCode(project: string, runtime = describeRuntime()): string {
  const sum = createHash('sha256').update(runtime);
  const files = globSync('src/**', { cwd: project, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .toSorted();
  const locks = ['package-lock.json', 'node_modules/.package-lock.json'];
  for (const file of [...files, ...locks.map((name) => join(project, name))]) {
    const bytes = read(file);
    sum.update(`${file.slice(project.length)}\0${bytes.length}\0`).update(bytes);
  }
  return sum.digest('hex');
}

function describeRuntime(): string {
  return JSON.stringify([process.versions, process.platform, process.arch]);
}

/** A lock file may be absent. */
function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
