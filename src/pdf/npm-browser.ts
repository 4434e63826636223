import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './browser.ts';

/** A package and lockfile that pin the browser by digest. */
const pinned = join(import.meta.dirname, 'chromium');
const packageName = '@sparticuz/chromium';

const advice =
  'No browser was found, and none could be installed from npm.\n' +
  'Install Chromium or Chrome, or run “npx playwright install chromium”, or set CHROMIUM_PATH to the\n' +
  'file of a browser based on Chromium. Then run this again.';

/**
 * Installs Chromium from npm into a folder of `cache`. The package includes its libraries, so it
 * runs on a bare machine without root.
 */
export function fetchBrowser(cache: string): Browser {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(advice);
  const version = readVersion();
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    console.log(`No browser was found. Installing ${packageName} ${version} (67 MB) from npm …`);
    install(folder);
  }
  const libraries = [`${folder}/al2023/lib`, process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: `${folder}/chromium`,
    origin: `${packageName} ${version}, from npm`,
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: `${folder}/fonts.conf` },
  };
}

function readVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(join(pinned, 'package.json'), 'utf8')) as {
    dependencies: Record<typeof packageName, string>;
  };
  return dependencies[packageName];
}

function install(folder: string): void {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(pinned, fresh, { recursive: true });
  // Installs only packages from the lockfile, and checks their digests.
  run('npm', ['ci', '--prefix', fresh, '--ignore-scripts']);
  // The package unpacks itself into TMPDIR, and its libraries only if it believes it runs on AWS
  // Lambda.
  const unpack = `import chromium from '${packageName}'; await chromium.executablePath()`;
  run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: fresh,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  const fonts = [`${folder}/fonts`, '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`);
  writeFileSync(`${fresh}/fonts.conf`, `<fontconfig>${fonts.join('')}</fontconfig>`);
  renameSync(fresh, folder);
}

function run(command: string, args: string[], options = {}): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${advice}\n\n${error?.message ?? stderr}`);
}
