import { x } from 'xastscript';
import type { DatedPage } from '../model/dated-page.ts';
import { formatXml } from './xml.ts';

/** Formats a sitemap. A page has the day of its last change, if known. */
export function formatSitemap(pages: readonly Omit<DatedPage, 'twin'>[], origin: string): string {
  return formatXml(
    x(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...pages.map(({ address, updated }) =>
        x(
          'url',
          {},
          x('loc', new URL(address, origin).href),
          ...(updated === undefined ? [] : [x('lastmod', updated)]),
        ),
      ),
    ),
  );
}

/** Allows crawlers everything, and names the sitemap if there is one. */
export function formatRobots(sitemap: string | undefined): string {
  const rules = 'User-agent: *\nAllow: /\n';
  return sitemap === undefined ? rules : `${rules}\nSitemap: ${sitemap}\n`;
}
