import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { buildConfig } from '../astro-config.ts';
import { hashCode } from '../cache/code-version.ts';
import { removeUnused } from '../cache/file-cache.ts';
import { compressSite } from '../hosting/compress.ts';
import { CommandError, describeSystemError } from './command-error.ts';
import { rememberSite } from './last-site.ts';
import { startProgress, type Progress } from './progress.ts';
import { ownFolder, projectFolder } from './project.ts';
import { replaceFolder } from './replace-folder.ts';

/** A built site that is not published yet: its full path, and its source. */
type FreshSite = Pick<SiteOptions, 'root' | 'folder' | 'address'>;

/** Adds to a built site, and throws where it cannot. */
export type Complete = (site: FreshSite, progress: Progress) => Promise<void>;

/** How a site is built. */
export interface SiteOptions {
  /** The folder that holds the copies of `content/` and `public/` that it is built from. */
  root: string;
  /** The folder of the project that it is built into, as `dist`. */
  folder: string;
  /** The address of the site, in place of the one in `content/site.yaml`. */
  address?: string | undefined;
  /** Whether pages name the PDFs that `complete` adds. */
  hasPdfs?: boolean | undefined;
  complete?: Complete | undefined;
  /** Says whether the site can be published; it is given its folder, from that of the project. */
  inspect?: (site: string, progress: Progress) => Promise<boolean>;
}

/** A folder of `.cache/` for the intermediate files of `folder`. */
export function nameWorkFolder(kind: 'work' | 'build' | 'astro' | 'made', folder: string): string {
  return `.cache/${kind}/${folder.replaceAll('/', '-').replace(/^\./, '')}`;
}

/**
 * Builds the site into `folder`: in a folder of its own, which takes the place of the last good one only when
 * all went well. Says whether it did.
 */
export async function publish(options: SiteOptions): Promise<boolean> {
  const { root, folder, address, hasPdfs, complete, inspect } = options;
  const site = nameWorkFolder('build', folder);
  const fresh = ownFolder(site);
  const cacheDir = ownFolder(nameWorkFolder('astro', folder));
  const target = join(projectFolder, folder);
  const start = Date.now();
  const cache = {
    folder: ownFolder(nameWorkFolder('made', folder)),
    version: hashCode(projectFolder),
  };
  const last = rememberSite(cache, options, target);
  if (last.isCurrent()) {
    console.log(`Nothing has changed since the last build. ${countPages(folder)}`);
    return true;
  }
  // Vite builds other code where the machine sets “development” for all programs.
  process.env.NODE_ENV = 'production';
  rmSync(fresh, { recursive: true, force: true });
  // Pictures are kept with the other results, which depend on the code too.
  rmSync(join(cacheDir, 'assets'), { recursive: true, force: true });
  const progress = startProgress();
  try {
    progress.tell('Building the pages');
    const config = buildConfig({ root, address, hasPdfs, cache });
    await build({ configFile: false, ...config, outDir: fresh, cacheDir, logLevel: 'error' });
    await complete?.({ root, address, folder: fresh }, progress);
    if (inspect !== undefined && !(await inspect(site, progress))) {
      console.error(`\n${folder}/ is as it was; what was built is in ${site}/.`);
      return false;
    }
    progress.tell('Compressing the texts');
    await compressSite(fresh);
    progress.tell(`Putting the site into ${folder}/`);
    await replaceFolder(fresh, target);
    last.keep();
    removeUnused(cache, start);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    progress.end();
    console.error(
      describeSystemError(error) ?? ((error instanceof Error && error.message) || error),
    );
    console.error(`\nThe site was not built; ${folder}/ is as it was.`);
    return false;
  } finally {
    progress.end();
  }
  console.log(countPages(folder));
  return true;
}

function countPages(folder: string): string {
  const pages = globSync('**/*.html', { cwd: join(projectFolder, folder) }).length;
  return `Pages built: ${pages}, in ${folder}/.`;
}
