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
}

/** Reads every page of a built site. */
export function readSite(site: Omit<BuiltSite, 'pages'>): BuiltSite {
  const paths = globSync('**/*.html', { cwd: site.folder }).map((file) =>
    file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'),
  );
  return { ...site, pages: readPages(site.folder, paths.toSorted()) };
}
