import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { fetchBrowser } from './npm-browser.ts';

const cache = join(import.meta.dirname, '../../.cache/chromium');

/**
 * A browser for printing and testing, where it was found, and the environment variables it needs.
 */
export interface Browser {
  executablePath: string;
  origin: string;
  env?: Record<string, string>;
}

export function buildLaunchOptions({ executablePath, env }: Browser): LaunchOptions {
  return { executablePath, ...(env && { env: { ...process.env, ...env } }) };
}

/**
 * Returns the first of: the one in CHROMIUM_PATH, Playwright's own, the system's, the one from
 * npm.
 */
export function findBrowser(): Browser {
  return findInstalledBrowser() ?? fetchBrowser(cache);
}

/** Like `findBrowser`, but without npm. */
export function findInstalledBrowser(): Browser | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH is “${named}”, but there is no such file.`);
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
