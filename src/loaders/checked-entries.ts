import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hashFolder } from '../cache/code-version.ts';
import { buildKey, readCached, writeCached, type CachePlace } from '../cache/file-cache.ts';
import type { LoadedEntry } from './entries.ts';
import { loadOnThreads } from './entry-threads.ts';
import { parseEntryPath } from './files.ts';
import { readTranslationFile } from './originals.ts';
import { hasFile } from './own-entries.ts';

/** The loaded entries by their files. */
type Entries = ReadonlyMap<string, LoadedEntry>;

/**
 * Loads the entries of `files`, which are all of `content/`. `keys` are those of the bibliography. An entry comes from
 * `cache` if neither its own file nor another that it can name has changed: of other entries it knows the names alone.
 * Calls `onLoad` with the files that are not from the cache.
 */
export async function loadEntries(
  root: string,
  files: readonly string[],
  keys: readonly string[],
  cache?: CachePlace,
  onLoad?: (files: string[]) => void,
): Promise<Entries> {
  const entries = files.filter((file) => parseEntryPath(file) !== undefined);
  if (cache === undefined) return loadOnThreads(root, entries, keys);
  const place = buildKey(cache, 'entries', digestOthers(root, files));
  const kept = readCached(cache, place);
  const known = kept ? (deserialize(kept) as Map<string, LoadedEntry>) : new Map<string, never>();
  const names = new Map(
    entries.map((file) => {
      // A translation has the facts of its original.
      const sources = [file, readTranslationFile(file)?.original ?? []].flat();
      const texts = sources.map((one) => (hasFile(root, one) ? readFileSync(join(root, one)) : ''));
      return [file, buildKey(cache, file, ...texts)];
    }),
  );
  const changed = entries.filter((file) => !known.has(names.get(file) ?? ''));
  onLoad?.(changed);
  const loaded = await loadOnThreads(root, changed, keys);
  const all = new Map(
    [...names].flatMap(([file, name]) => {
      const entry = loaded.get(file) ?? known.get(name);
      return entry ? [[file, { name, entry }]] : [];
    }),
  );
  // They are kept in one file: a thousand files take a second to write.
  if (changed.length > 0)
    writeCached(
      cache,
      place,
      serialize(new Map(all.values().map(({ name, entry }) => [name, entry]))),
    );
  return new Map(all.entries().map(([file, { entry }]) => [file, entry]));
}

/** A digest of all that an entry can name: every file but the entries, and the names of these. */
function digestOthers(root: string, files: readonly string[]): Buffer {
  const others = createHash('sha256').update(hashFolder(join(root, 'public')));
  for (const file of files) {
    others.update(`${file}\0`);
    if (parseEntryPath(file) === undefined) others.update(readFileSync(join(root, file)));
  }
  return others.digest();
}
