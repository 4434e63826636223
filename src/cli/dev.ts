import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { findSource } from '../loaders/files.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { checkProject, projectFolder } from './check.ts';

/** Editors write a file in several steps; a check waits until they have been quiet for so long, in ms. */
const quiet = 150;

/**
 * `npm run dev`: serves the site while it is being written, and checks `content/` at each change.
 * `--source` names another folder that holds a `content/`, as that of the example.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { source: { type: 'string' } } });
  if (values.source !== undefined) process.env.SITE_SOURCE = values.source;
  const source = findSource(projectFolder);
  if (!checkProject()) return 1;
  const server = await dev({ root: projectFolder, logLevel: 'warn' });
  const { base } = loadSiteAddress(source);
  console.log(
    `The site is at http://localhost:${server.address.port}${base} and follows your changes.`,
  );
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(source, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(checkProject, quiet);
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  watcher.close();
  await server.stop();
  return 0;
}
