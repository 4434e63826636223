import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { checkProject, projectFolder } from './check.ts';

/**
 * Checks the content and builds the site into `folder`, as it is to stand at `address`. It is built in a
 * folder of its own, and takes the place of the last good one only when all went well. Says whether it did.
 * `folder` is `dist` or one in `.cache/`: what stands there is replaced. `complete` adds what is made of a
 * built site, and throws where it cannot.
 */
export async function buildProject(
  folder = 'dist',
  address?: string,
  complete?: (built: string) => Promise<void>,
): Promise<boolean> {
  if (!/^(dist|\.cache\/[\w/-]+)$/.test(folder)) {
    console.error(`The site is built into dist or a folder of .cache/, not into “${folder}”.`);
    return false;
  }
  if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
    console.error(
      `An address is wanted, as https://account.github.io/portfolio/, not “${address}”.`,
    );
    return false;
  }
  if (address !== undefined) process.env.SITE_ADDRESS = address;
  if (!checkProject()) return false;
  const target = join(projectFolder, folder);
  const fresh = join(projectFolder, '.cache/build/fresh');
  const previous = join(projectFolder, '.cache/build/previous');
  rmSync(fresh, { recursive: true, force: true });
  try {
    await build({ root: projectFolder, outDir: fresh, logLevel: 'error' });
    await complete?.(fresh);
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

/**
 * `npm run build [-- --address https://example.org/portfolio/]`; the tests build into other folders by `--out`, and the example
 * by `--source tests/fixtures/example`, the folder that holds its `content/`.
 */
export async function run(
  args: string[],
  complete?: (built: string) => Promise<void>,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { address: { type: 'string' }, out: { type: 'string' }, source: { type: 'string' } },
  });
  if (values.source !== undefined) process.env.SITE_SOURCE = values.source;
  return (await buildProject(values.out, values.address, complete)) ? 0 : 1;
}
