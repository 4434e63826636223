import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadFileSystem } from './file-system.ts';
import { ownFolder } from './project.ts';

/** The process that holds a lock. */
interface Holder {
  pid: number;
  /** The command as the author typed it. */
  command: string;
  /** The local time of its start. */
  since: string;
}

/** The interval between attempts to acquire a lock, in ms. */
const interval = 200;

/** Errors of file systems without locks. */
const withoutLocks = new Set(['ENOLCK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

/**
 * Runs `work` while no other process of this project holds the lock `name`. Waits for the holder
 * of the lock and prints its command. The system releases the lock of any ended process. A killed
 * process leaves its name behind, so the next one knows that it must clean up.
 */
export async function withLock<Result>(
  name: string,
  command: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const folder = ownFolder('.cache/locks');
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, `${name}.json`);
  const descriptor = openSync(join(folder, `${name}.lock`), 'a');
  try {
    await acquire(descriptor, holderFile);
    const last = readHolder(holderFile);
    if (last !== undefined)
      console.error(`${formatHolder(last)} was interrupted; its leftovers are removed.`);
    const since = new Date().toLocaleString('sv');
    const holder: Holder = { pid: process.pid, command, since };
    writeFileSync(holderFile, JSON.stringify(holder));
    try {
      return await work();
    } finally {
      rmSync(holderFile, { force: true });
    }
  } finally {
    // Closing the file releases the lock.
    closeSync(descriptor);
  }
}

async function acquire(descriptor: number, holderFile: string): Promise<void> {
  let isTold = false;
  while (!tryLock(descriptor)) {
    const holder = readHolder(holderFile);
    if (!isTold && holder !== undefined) {
      console.error(`Waiting for ${formatHolder(holder)}, which is running in this project.`);
      isTold = true;
    }
    await wait(interval);
  }
}

/**
 * Locks an open file until this process closes it or ends. Returns false if another process has
 * locked it.
 */
export function tryLock(descriptor: number): boolean {
  try {
    return loadFileSystem().tryLock(descriptor);
  } catch (error) {
    if (!withoutLocks.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return true;
  }
}

function formatHolder({ pid, command, since }: Holder): string {
  return `“${command}” (process ${pid}, since ${since})`;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
