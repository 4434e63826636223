import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Where the site is published: its origin, when `address` is set in `content/site.yaml`, and the folder
 * below it, which begins and ends with a slash. `SITE_BASE` in the environment names another folder.
 */
export function loadSiteAddress(root: string): { origin?: string; base: string } {
  const site = parse(readFileSync(join(root, 'content/site.yaml'), 'utf8')) as {
    address?: string;
  } | null;
  const address = site?.address ? new URL(site.address) : undefined;
  const base = process.env.SITE_BASE || address?.pathname || '/';
  return {
    ...(address && { origin: address.origin }),
    base: `/${base}/`.replace(/\/{2,}/g, '/'),
  };
}
