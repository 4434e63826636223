import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { buildConfig } from '../astro-config.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { checkSnapshot } from './check.ts';
import { withLock } from './lock.ts';
import { findSource, ownFolder } from './project.ts';
import { takeSnapshot } from './snapshot.ts';

/** Editors write a file in several steps; a check waits until they have been quiet for so long, in ms. */
const quiet = 150;

/**
 * `npm run dev`: serves the site while it is being written, and checks `content/` at each change.
 * `--source` names another folder that holds a `content/`, as that of the example.
 */
export async function run({ source }: { source?: string }): Promise<number> {
  return await withLock('dev', 'npm run dev', () => serve(findSource(source)));
}

async function serve(source: string): Promise<number> {
  const root = ownFolder('.cache/work/dev');
  if (!checkSnapshot(await takeSnapshot(source, root))) return 1;
  const config = buildConfig({ root });
  const server = await dev({ configFile: false, ...config, logLevel: 'warn' });
  const { base } = loadSiteAddress(root);
  console.log(
    `The site is at http://localhost:${server.address.port}${base} and follows your changes.`,
  );
  let timer: NodeJS.Timeout | undefined;
  const follow = async () => checkSnapshot(await takeSnapshot(source, root));
  const watcher = watch(join(source, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), quiet);
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  watcher.close();
  await server.stop();
  return 0;
}
