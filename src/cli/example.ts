import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './command-error.ts';
import { run as serve } from './dev.ts';
import { projectFolder } from './project.ts';

const folder = 'examples';

/** `npm run example [-- name]`: serves a made-up site, by default the one that shows every feature. */
export async function run(_: object, words: readonly string[]): Promise<number> {
  const names = readdirSync(join(projectFolder, folder));
  const [name = 'showcase', ...more] = words;
  if (more.length > 0 || !names.includes(name))
    throw new UsageError(
      `There is no example “${words.join(' ')}”. The examples are: ${names.join(', ')}.`,
    );
  return await serve({ source: join(folder, name) });
}
