import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadEntry, type LoadedEntry } from './entries.ts';
import { parseEntryPath } from './files.ts';

/** Entries to load, by several threads at once. */
export interface Loading {
  root: string;
  files: readonly string[];
  keys: readonly string[];
  /** The index of the next file that no thread has taken. */
  next: Int32Array;
}

/** A thread starts in about the time in which this many entries are loaded. */
const mostAlone = 100;

/** Each thread loads the modules anew, so that a further one brings less. */
const mostThreads = 4;

/** Loads the entries of `files`. Where there are many, other threads help. `keys` are those of the bibliography. */
export async function loadOnThreads(
  root: string,
  files: readonly string[],
  keys: readonly string[],
): Promise<Map<string, LoadedEntry>> {
  const loading: Loading = { root, files, keys, next: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = files.length > mostAlone ? Math.min(availableParallelism(), mostThreads) - 1 : 0;
  const results = Array.from({ length: helpers }, async () => {
    const thread = new Worker(new URL('entry-thread.ts', import.meta.url), {
      workerData: { ...loading, compiled: getCompileCacheDir() },
    });
    const [entries] = (await once(thread, 'message')) as [Map<string, LoadedEntry>];
    return entries;
  });
  const own = loadUntaken(loading);
  const others = await Promise.all(results);
  return new Map([own, ...others].flatMap((entries) => [...entries]));
}

/** Loads one entry after another that no other thread has taken. */
export function loadUntaken({ root, files, keys, next }: Loading): Map<string, LoadedEntry> {
  const loaded = new Map<string, LoadedEntry>();
  for (;;) {
    const file = files[Atomics.add(next, 0, 1)];
    const path = file === undefined ? undefined : parseEntryPath(file);
    if (file === undefined || path === undefined) return loaded;
    loaded.set(file, loadEntry(root, file, path.kind, keys));
  }
}
