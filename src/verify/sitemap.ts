import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAddress } from './address.ts';
import { formatAmount, type Check } from './check.ts';
import { checkSitemap } from './formats.ts';
import { decode } from './page.ts';
import type { BuiltSite } from './site.ts';

const place = '/sitemap.xml';

/** Checks the sitemap against its format and the indexed pages. */
export const sitemap: Check = {
  claim: 'The sitemap lists every page for search engines, and no other',
  run: (site) => {
    const listed = site.pages.filter(({ root }) => !root.querySelector('meta[name="robots"]'));
    const addresses = listed.map((page) => formatAddress(page, site));
    const messages =
      site.origin === undefined ? checkAbsence(site) : checkPresence(addresses, site);
    const problems = messages.map((message) => ({ place, message }));
    return { extent: formatAmount(listed.length, 'page'), problems };
  },
};

function readFile({ folder }: BuiltSite, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** A sitemap requires absolute addresses. */
function checkAbsence(site: BuiltSite): string[] {
  const isNamed = readFile(site, 'robots.txt')?.includes('Sitemap: ');
  const isThere = readFile(site, 'sitemap.xml') !== undefined;
  return isNamed || isThere ? ['The site has a sitemap but no address.'] : [];
}

function checkPresence(addresses: readonly string[], site: BuiltSite): string[] {
  const xml = readFile(site, 'sitemap.xml');
  if (xml === undefined) return ['It does not exist.'];
  const told = Array.from(xml.matchAll(/<loc>([^<]*)/g), ([, address = '']) => decode(address));
  const line = `Sitemap: ${formatAddress({ path: place }, site)}`;
  const isNamed = readFile(site, 'robots.txt')?.split('\n').includes(line);
  return [
    ...listFaults(xml),
    ...addresses.filter((one) => !told.includes(one)).map((one) => `It lacks ${one}.`),
    ...told
      .filter((one) => !addresses.includes(one))
      .map((one) => `It lists ${one}, which does not exist.`),
    ...(isNamed ? [] : [`robots.txt lacks the line “${line}”.`]),
  ];
}

function listFaults(xml: string): string[] {
  try {
    checkSitemap(xml);
    return [];
  } catch (error) {
    return [`It is not a valid sitemap: ${(error as Error).message.trim().replaceAll('\n', ' ')}`];
  }
}
