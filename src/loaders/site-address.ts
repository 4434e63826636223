import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Where the site is published: its origin, when its address is known, and the folder below it, which begins
 * and ends with a slash. `given` takes the place of `address` in `content/site.yaml`; it may be the folder
 * alone, as `/portfolio/`.
 */
export function loadSiteAddress(root: string, given?: string): { origin?: string; base: string } {
  const address = given ?? readAddress(join(root, 'content/site.yaml'));
  const url = URL.parse(address ?? '');
  const folder = url?.pathname ?? address ?? '';
  return { ...(url && { origin: url.origin }), base: `/${folder}/`.replace(/\/{2,}/g, '/') };
}

function readAddress(file: string): string | undefined {
  const site = parse(readFileSync(file, 'utf8')) as { address?: string } | null;
  return site?.address;
}
