import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CommandError, describeSystemError } from './command-error.ts';
import { loadFileSystem } from './file-system.ts';
import { projectFolder } from './project.ts';

/** Errors of file systems that cannot exchange folders atomically. */
const withoutExchange = new Set(['ENOSYS', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EPERM']);

/** The path to which a replacement in two steps moves the previous folder. */
function namePrevious(target: string): string {
  return join(dirname(target), `.${basename(target).replace(/^\./, '')}-previous`);
}

/** Throws if the folder at `target` cannot be replaced, before any work is done. */
export function checkReplaceable(target: string): void {
  const name = relative(projectFolder, target);
  const status = lstatSync(target, { throwIfNoEntry: false });
  if (status?.isSymbolicLink())
    throw new CommandError(
      `${name} is a link to ${readlinkSync(target)}. A build replaces the whole folder, and writes nothing ` +
        `through a link.\nRemove the link (“rm ${name}”), build, and copy the result, for example with ` +
        `“rsync -a --delete ${name}/ ${readlinkSync(target)}/”.`,
    );
  if (status !== undefined && !status.isDirectory())
    throw new CommandError(`${name} is a file, not a folder. Move it away, and build again.`);
  if (status !== undefined && isMountPoint(target))
    throw new CommandError(
      `Something is mounted at ${name}, so it cannot be replaced.\nBuild into another folder, for example with ` +
        `“npm run build -- --out .cache/site”, and copy that to ${name}.`,
    );
  for (const folder of [nearestFolder(dirname(target)), ...(status ? [target] : [])])
    accessSync(folder, constants.W_OK);
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

function isMountPoint(path: string): boolean {
  if (statSync(path).dev !== statSync(dirname(path)).dev) return true;
  // A folder of the same file system may be mounted too. Linux lists all mounts.
  const table = '/proc/self/mountinfo';
  if (!existsSync(table)) return false;
  const mounted = readFileSync(table, 'utf8').matchAll(/^\S+ \S+ \S+ \S+ (\S+) /gm);
  return mounted.some(([, place = '']) => unescapeMount(place) === path);
}

function unescapeMount(place: string): string {
  return place.replace(/\\([0-7]{3})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 8)),
  );
}

/**
 * Replaces the folder at `target`, if any, by `fresh`. If the system can exchange folders
 * atomically, there is always a complete one at `target`. Otherwise there is a moment without one;
 * `restoreFolder` completes a replacement that was interrupted then.
 */
export async function replaceFolder(
  fresh: string,
  target: string,
  exchange = loadFileSystem().swap,
): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const ready = moveBeside(fresh, target);
  if (!existsSync(target)) {
    renameSync(ready, target);
    return;
  }
  try {
    await exchange(ready, target);
  } catch (error) {
    if (!withoutExchange.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    replaceInTwoSteps(ready, target);
    return;
  }
  clearAway(ready);
}

/**
 * Removes a leftover folder. The site is published by now, so a failure leaves the folder to the
 * next build.
 */
function clearAway(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    console.error(`Left for the next build to remove: ${relative(projectFolder, folder)}/`);
    if (describeSystemError(error) === undefined) throw error;
  }
}

/** Moves a folder to the file system of `target`, on which it can be renamed. */
function moveBeside(fresh: string, target: string): string {
  if (statSync(fresh).dev === statSync(dirname(target)).dev) return fresh;
  const beside = join(dirname(target), `.${basename(target).replace(/^\./, '')}-next`);
  rmSync(beside, { recursive: true, force: true });
  cpSync(fresh, beside, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  return beside;
}

function replaceInTwoSteps(ready: string, target: string): void {
  const previous = namePrevious(target);
  rmSync(previous, { recursive: true, force: true });
  renameSync(target, previous);
  try {
    renameSync(ready, target);
  } catch (error) {
    renameSync(previous, target);
    throw error;
  }
  clearAway(previous);
}

/**
 * Whether the folder at `target` is missing because its replacement was interrupted, or is
 * running.
 */
export function isPutAside(target: string): boolean {
  return !existsSync(target) && existsSync(namePrevious(target));
}

/** Restores the folder at `target` after an interrupted replacement. Returns whether it did. */
export function restoreFolder(target: string): boolean {
  const previous = namePrevious(target);
  if (!existsSync(previous)) return false;
  if (existsSync(target)) {
    rmSync(previous, { recursive: true, force: true });
    return false;
  }
  renameSync(previous, target);
  return true;
}
