import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { checkProject, projectFolder } from './check.ts';

/** Editors write a file in several steps; a check waits until they have been quiet for so long, in ms. */
const quiet = 150;

/** `npm run dev`: serves the site while it is being written, and checks `content/` at each change. */
export async function run(): Promise<number> {
  if (!checkProject()) return 1;
  const server = await dev({ root: projectFolder, logLevel: 'warn' });
  console.log(`The site is at http://localhost:${server.address.port}/ and follows your changes.`);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(projectFolder, 'content'), { recursive: true }, () => {
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
