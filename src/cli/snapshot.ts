import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../lib/fault.ts';
import { listContent } from '../loaders/files.ts';
import { listFolder, type Listing } from '../loaders/folder.ts';
import { projectFolder } from './project.ts';

/** A copy of the author's files that does not change during a command. */
export interface Snapshot {
  /** The folder that holds the copies of `content/` and `public/`. */
  root: string;
  /** The faults of files that are not copied. */
  faults: Fault[];
}

/** Editors write a file in several steps. Files younger than this, in ms, are waited for. */
const quiet = 100;

/** How often changing folders are read again: for about ten seconds. */
const mostAttempts = 100;

/**
 * Copies `content/` of `source` and `public/` of the project into `root`, resolving links.
 * Unchanged copies are kept, and those of deleted files removed.
 */
export async function takeSnapshot(source: string, root: string): Promise<Snapshot> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === mostAttempts;
    const listing = listSource(source);
    if (listing !== undefined && (isLast || isQuiet(listing)) && copyFiles(listing, root)) {
      const again = listSource(source);
      if (again !== undefined && (isLast || formatListing(again) === formatListing(listing)))
        return { root, faults: listing.faults };
    }
    if (isLast) throw new Error('The files of content/ keep changing.');
    await wait(quiet);
  }
}

/** Returns undefined if a file disappears meanwhile. */
function listSource(source: string): Listing | undefined {
  return unlessGone(() => {
    const content = listContent(source);
    const shared = listFolder(projectFolder, 'public', () => true);
    return {
      files: new Map([...content.files, ...shared.files]),
      faults: [...content.faults, ...shared.faults],
    };
  });
}

function unlessGone<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isQuiet({ files }: Listing): boolean {
  const now = Date.now();
  // A time in the future is meaningless.
  return files.values().every(({ changed }) => now - changed > quiet || changed > now);
}

function formatListing({ files }: Listing): string {
  return Array.from(files, ([file, { path, size, changed }]) =>
    [file, path, size, changed].join('\t'),
  )
    .toSorted()
    .join('\n');
}

/**
 * Makes `content/` and `public/` of `root` hold exactly the files of a listing. Returns false if
 * one has disappeared.
 */
export function copyFiles({ files }: Pick<Listing, 'files'>, root: string): boolean {
  for (const folder of ['content', 'public']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const file = path.slice(root.length + 1).replaceAll('\\', '/');
      if (!entry.isDirectory() && !files.has(file)) rmSync(path);
    }
  }
  // Outside the folder, so that watchers see each file complete.
  const fresh = `${root}.fresh`;
  const folders = new Set<string>();
  const copied = unlessGone(() => {
    for (const [file, { path, size, changed }] of files) {
      const copy = join(root, file);
      const last = statSync(copy, { throwIfNoEntry: false });
      if (last?.size === size && Math.abs(last.mtimeMs - changed) < 1) continue;
      if (last?.isDirectory()) rmSync(copy, { recursive: true });
      const folder = dirname(copy);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      copyFileSync(path, fresh);
      chmodSync(fresh, 0o644);
      utimesSync(fresh, changed / 1000, changed / 1000);
      renameSync(fresh, copy);
    }
    return true;
  });
  return copied ?? false;
}
