import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hashFolder } from '../cache/code-version.ts';
import { buildKey, readCached, writeCached, type CachePlace } from '../cache/file-cache.ts';
import type { KindName } from '../kinds/registry.ts';
import { loadEntry, type LoadedEntry } from './entries.ts';
import { parseEntryPath } from './files.ts';

interface Loading {
  load: (file: string, kind: KindName) => LoadedEntry;
  /** Keeps the loaded entries for the next check. Returns how many are new. */
  keep: () => number;
}

/**
 * Prepares to load entries of `files`, all of `content/`. An entry comes from `cache` if neither its own file nor another
 * that it can name has changed: of other entries it knows the names alone. All are kept in one file: a thousand files take
 * a second to write.
 */
export function startLoading(
  root: string,
  files: readonly string[],
  keys: readonly string[],
  cache?: CachePlace,
): Loading {
  if (cache === undefined)
    return { load: (file, kind) => loadEntry(root, file, kind, keys), keep: () => 0 };
  const others = createHash('sha256').update(hashFolder(join(root, 'public')));
  for (const file of files) {
    others.update(`${file}\0`);
    if (parseEntryPath(file) === undefined) others.update(readFileSync(join(root, file)));
  }
  const place = buildKey(cache, 'entries', others.digest());
  const kept = readCached(cache, place);
  const known = kept ? (deserialize(kept) as Map<string, LoadedEntry>) : new Map<string, never>();
  const loaded = new Map<string, LoadedEntry>();
  return {
    load: (file, kind) => {
      const key = buildKey(cache, file, readFileSync(join(root, file)));
      const entry = known.get(key) ?? loadEntry(root, file, kind, keys);
      loaded.set(key, entry);
      return entry;
    },
    keep: () => {
      const added = [...loaded.keys()].filter((key) => !known.has(key)).length;
      if (added > 0) writeCached(cache, place, serialize(loaded));
      return added;
    },
  };
}
