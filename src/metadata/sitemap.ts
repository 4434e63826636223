import { x } from 'xastscript';
import type { DatedPage } from '../model/dated-page.ts';
import type { Edition } from '../model/edition.ts';
import { listAlternates } from './alternates.ts';
import { formatXml } from './xml.ts';

/** A text that can have pages in several languages. */
interface Text {
  editions?: readonly Edition[];
}

/** Formats a sitemap. A page has the day of its last change, if known, and links to the pages of `texts` in other languages. */
export function formatSitemap(
  pages: readonly Omit<DatedPage, 'twin'>[],
  texts: readonly Text[],
  origin: string,
): string {
  const editions = new Map(
    texts.flatMap(({ editions = [] }) => editions.map(({ address }) => [address, editions])),
  );
  return formatXml(
    x(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        ...(editions.size > 0 && { 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }),
      },
      ...pages.map(({ address, updated }) =>
        x(
          'url',
          {},
          x('loc', new URL(address, origin).href),
          ...(updated === undefined ? [] : [x('lastmod', updated)]),
          ...listAlternates(editions.get(address) ?? [], origin).map((alternate) =>
            x('xhtml:link', { rel: 'alternate', ...alternate }),
          ),
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
