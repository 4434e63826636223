import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { fetchBrowser } from './npm-browser.ts';

const cache = join(import.meta.dirname, '../../.cache/chromium');

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
  return findInstalledBrowser() ?? fetchBrowser(cache);
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
