import { globSync } from 'node:fs';
import { readPages, type Page } from './page.ts';

/** A built site, and the content that it was built from. */
export interface BuiltSite {
  /** The whole path of the folder that it was built into. */
  folder: string;
  /** The folder of its host in which it stands, as `/` or `/portfolio/`. */
  base: string;
  /** The host that it was built for, as `https://example.org`; absent where none is set. */
  origin?: string | undefined;
  /** The whole path of the folder that holds its `content/`. */
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
