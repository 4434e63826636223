import { globSync } from 'node:fs';
import { readPages, type Page } from './page.ts';

/** A built site and its source. */
export interface BuiltSite {
  /** The absolute path of the build. */
  folder: string;
  /** The path of the site on its host, as `/` or `/portfolio/`. */
  base: string;
  /** The origin of the site, as `https://example.org`; absent if it has no address. */
  origin?: string | undefined;
  /** The absolute path of the folder that holds its `content/`. */
  source: string;
  pages: Page[];
  /** The pages at former addresses, which lead elsewhere at once. */
  redirects: Page[];
}

/** Reads every page of a built site. */
export function readSite(site: Omit<BuiltSite, 'pages' | 'redirects'>): BuiltSite {
  const paths = globSync('**/*.html', { cwd: site.folder }).map((file) =>
    file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'),
  );
  const all = readPages(site.folder, paths.toSorted());
  const leadsOn = ({ root }: Page) => root.querySelector('meta[http-equiv="refresh"]') !== null;
  return {
    ...site,
    pages: all.filter((page) => !leadsOn(page)),
    redirects: all.filter(leadsOn),
  };
}
