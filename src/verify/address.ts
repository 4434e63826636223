import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** Stands for the host of a site without an address. */
const noHost = 'https://host.invalid';

/**
 * A location on the site: a path from its root, and the id of an element if the address has one.
 */
interface Target {
  path: string;
  id?: string;
}

/** Formats the address of a page, absolute if the site has an address. */
export function formatAddress(
  { path }: Pick<Page, 'path'>,
  { origin = '', base }: Pick<BuiltSite, 'origin' | 'base'>,
): string {
  return origin + base + encodeURI(path.slice(1));
}

/** Parses an address of the site. Returns undefined for other sites. */
export function parseOwn(
  address: string,
  { origin, base }: Pick<BuiltSite, 'origin' | 'base'>,
): Target | undefined {
  const url = URL.parse(address, origin === undefined ? noHost : undefined);
  const isOwn = url?.origin === (origin ?? noHost) && url.pathname.startsWith(base);
  if (!isOwn) return undefined;
  const path = `/${decodePart(url.pathname.slice(base.length))}`;
  return url.hash === '' ? { path } : { path, id: decodePart(url.hash.slice(1)) };
}

/** Returns the faults of an address in a file that is read away from the site. */
export function checkAddress(address: string, site: BuiltSite): string[] {
  const target = parseOwn(address, site);
  // Without a host, a path counts as absolute.
  if (target && (site.origin !== undefined || address.startsWith('/')))
    return checkTarget(target, site).map((fault) => `It links to ${address}, but ${fault}`);
  if (/^(https?:\/\/[^/]|mailto:\S+@)/.test(address)) return [];
  return [`It links to “${address}”, which is not a whole address.`];
}

function checkTarget({ path, id }: Target, { pages, folder }: BuiltSite): string[] {
  const page = pages.find((one) => one.path === path);
  if (page === undefined)
    return existsSync(join(folder, path)) && !path.endsWith('/') ? [] : ['there is no such file.'];
  return id === undefined || listIds(page).has(id) ? [] : [`that page has no id “${id}”.`];
}

const known = new WeakMap<Page, Set<string>>();

/** Lists the ids of a page. Its tree lacks those within formulas and drawings. */
export function listIds(page: Page): Set<string> {
  const ids =
    known.get(page) ??
    new Set(Array.from(page.html.matchAll(/\sid="([^"]*)"/g), ([, id = '']) => decode(id)));
  known.set(page, ids);
  return ids;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
