import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Where the site is published: its origin, when its address is known, and the folder below it, which begins
 * and ends with a slash. `SITE_ADDRESS` in the environment takes the place of `address` in
 * `content/site.yaml`.
 */
export function loadSiteAddress(root: string): { origin?: string; base: string } {
  const address = process.env.SITE_ADDRESS || readAddress(join(root, 'content/site.yaml'));
  if (address === undefined) return { base: '/' };
  const { origin, pathname } = new URL(address);
  return { origin, base: `/${pathname}/`.replace(/\/{2,}/g, '/') };
}

function readAddress(file: string): string | undefined {
  const site = parse(readFileSync(file, 'utf8')) as { address?: string } | null;
  return site?.address;
}
