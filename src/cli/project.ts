import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { CommandError } from './command-error.ts';

export const projectFolder = join(import.meta.dirname, '../..');

/** The folder that holds the `content/` of a command: the project's own, unless `source` names another. */
export function findSource(source = ''): string {
  return resolve(projectFolder, source);
}

/**
 * The path of a folder of this project that a command writes. Throws where a link stands on the way to it, for
 * then the command would write somewhere else.
 */
export function ownFolder(path: string): string {
  const parts = relative(projectFolder, join(projectFolder, path)).split(sep);
  for (const [index] of parts.entries()) {
    const part = parts.slice(0, index + 1).join('/');
    if (lstatSync(join(projectFolder, part), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CommandError(
        `${part} is a link, and nothing is written through links.\n` +
          `Remove the link (“rm ${part}”), and run the command again: it makes a folder of that name.`,
      );
  }
  return join(projectFolder, path);
}
