import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { CommandError } from './command-error.ts';

export const projectFolder = join(import.meta.dirname, '../..');

/** Returns the folder that holds the `content/` of a command: by default the project. */
export function findSource(source = ''): string {
  return resolve(projectFolder, source);
}

/**
 * Returns the absolute path of a folder that a command writes. Throws if a link is on the way: the
 * command would write outside the project.
 */
export function ownFolder(path: string): string {
  const parts = relative(projectFolder, join(projectFolder, path)).split(sep);
  for (const [index] of parts.entries()) {
    const part = parts.slice(0, index + 1).join('/');
    if (lstatSync(join(projectFolder, part), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CommandError(
        `${part} is a link, and commands do not write through links.\n` +
          `Remove the link (“rm ${part}”), and run the command again. It creates a folder of that name.`,
      );
  }
  return join(projectFolder, path);
}
