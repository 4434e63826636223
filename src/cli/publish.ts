import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { projectFolder } from './check.ts';

/** Adds what is made of a built site, and throws where it cannot; it is given the folder of the site. */
export type Complete = (folder: string) => Promise<void>;

interface Steps {
  complete?: Complete | undefined;
  /** Says whether a site can be published; it is given its folder, from that of the project. */
  inspect?: (site: string) => Promise<boolean>;
}

/**
 * Builds the site into `folder`: in a folder of its own, which takes the place of the last good one only when
 * all went well. Says whether it did.
 */
export async function publish(folder: string, { complete, inspect }: Steps): Promise<boolean> {
  const site = '.cache/build/fresh';
  const fresh = join(projectFolder, site);
  const previous = join(projectFolder, '.cache/build/previous');
  const target = join(projectFolder, folder);
  rmSync(fresh, { recursive: true, force: true });
  try {
    await build({ root: projectFolder, outDir: fresh, logLevel: 'error' });
    await complete?.(fresh);
    if (inspect !== undefined && !(await inspect(site))) {
      console.error(`\n${folder}/ is as it was; what was built is in ${site}/.`);
      return false;
    }
  } catch (error) {
    console.error((error instanceof Error && error.message) || error);
    console.error(`\nThe site was not built; ${folder}/ is as it was.`);
    return false;
  }
  rmSync(previous, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, previous);
  renameSync(fresh, target);
  rmSync(previous, { recursive: true, force: true });
  const pages = globSync('**/*.html', { cwd: target }).length;
  console.log(`Pages built: ${pages}, in ${folder}/.`);
  return true;
}
