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

/** What is made on the way to `folder` is kept under this name, so that builds into two folders can run at once. */
export function nameWorkFolder(folder: string): string {
  return folder.replaceAll('/', '-').replace(/^\./, '');
}

/**
 * Builds the site into `folder`: in a folder of its own, which takes the place of the last good one only when
 * all went well. Says whether it did.
 */
export async function publish(folder: string, { complete, inspect }: Steps): Promise<boolean> {
  const name = nameWorkFolder(folder);
  const site = `.cache/build/${name}`;
  const fresh = join(projectFolder, site);
  const previous = join(projectFolder, '.cache/previous', name);
  const target = join(projectFolder, folder);
  rmSync(fresh, { recursive: true, force: true });
  try {
    // The cache holds the content too, which may be another's.
    const cacheDir = join(projectFolder, '.cache/astro', name);
    await build({ root: projectFolder, outDir: fresh, cacheDir, logLevel: 'error' });
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
  for (const path of [target, previous]) mkdirSync(dirname(path), { recursive: true });
  if (existsSync(target)) renameSync(target, previous);
  renameSync(fresh, target);
  rmSync(previous, { recursive: true, force: true });
  const pages = globSync('**/*.html', { cwd: target }).length;
  console.log(`Pages built: ${pages}, in ${folder}/.`);
  return true;
}
