import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { checkProject, projectFolder } from './check.ts';

/**
 * Checks the content and builds the site into `folder`, below the path `base` of its host. It is built
 * beside the last good one, which is replaced only when all went well. Says whether it did.
 */
export async function buildSite(folder = 'dist', base?: string): Promise<boolean> {
  if (!checkProject()) return false;
  if (base !== undefined) process.env.BASE_PATH = base;
  const target = join(projectFolder, folder);
  const fresh = `${target}.new`;
  const previous = `${target}.old`;
  for (const leftover of [fresh, previous]) rmSync(leftover, { recursive: true, force: true });
  try {
    await build({ root: projectFolder, outDir: fresh, logLevel: 'error' });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    console.error((error instanceof Error && error.message) || error);
    console.error(`\nThe site was not built; ${folder}/ is as it was.`);
    return false;
  }
  if (existsSync(target)) renameSync(target, previous);
  renameSync(fresh, target);
  rmSync(previous, { recursive: true, force: true });
  const pages = globSync('**/*.html', { cwd: target }).length;
  console.log(`Pages built: ${pages}, in ${folder}/.`);
  return true;
}

/** `npm run build [-- --base /portfolio/] [-- --out folder]` */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { base: { type: 'string' }, out: { type: 'string' } },
  });
  return (await buildSite(values.out, values.base)) ? 0 : 1;
}
