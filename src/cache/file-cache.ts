import { createHash, hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where results of earlier builds are kept, as data that can pass into the code that Vite bundles. */
export interface CachePlace {
  folder: string;
  /** Identifies the code that makes the results: see `hashCode`. */
  version: string;
}

/** The bytes of a SHA-256 digest, which precedes each result in its file. */
const digestLength = 32;

/** Opening a link fails. Windows has no such flag. */
const readOnly = constants.O_RDONLY | ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/**
 * Names a result by everything that it depends on: the code, the kind of result, and its inputs. Each part is
 * preceded by its length, so that no two lists of parts have one name.
 */
export function buildKey({ version }: CachePlace, ...parts: (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of [version, ...parts]) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    sum.update(`${bytes.length}:`).update(bytes);
  }
  return sum.digest('hex');
}

/** Returns the result of this key, or undefined where there is none or its file is damaged. */
export function readCached({ folder }: CachePlace, key: string): Buffer<ArrayBuffer> | undefined {
  try {
    const file = openSync(join(folder, key), readOnly);
    try {
      const bytes = readFileSync(file);
      const result = bytes.subarray(digestLength);
      if (!digest(result).equals(bytes.subarray(0, digestLength))) return undefined;
      const now = Date.now() / 1000;
      // A file that a build used survives its `removeUnused`.
      futimesSync(file, now, now);
      return result;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * Keeps a result. Builds that run at once may write one key: each writes a whole file of its own and renames it.
 * Without room or permission nothing is kept, and the next build makes the result again.
 */
export function writeCached({ folder }: CachePlace, key: string, result: Uint8Array): void {
  const fresh = join(folder, `${key}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(fresh, Buffer.concat([digest(result), result]), { flag: 'wx' });
    renameSync(fresh, join(folder, key));
  } catch {
    rmSync(fresh, { force: true });
  }
}

/** Returns the result of these parts from the cache, or makes and keeps it. */
export async function remember(
  place: CachePlace | undefined,
  parts: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (place === undefined) return await make();
  const key = buildKey(place, ...parts);
  const known = readCached(place, key);
  if (known !== undefined) return known;
  const result = await make();
  writeCached(place, key, result);
  return result;
}

/** Removes the results that no build has used since `start`, in ms since 1970. */
export function removeUnused({ folder }: CachePlace, start: number): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats && !(stats.isFile() && stats.mtimeMs >= start))
        rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // A folder that is absent or cannot be changed costs room alone.
  }
}

function digest(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
