import { kindNames } from '../kinds/registry.ts';
import { pagePaths, pdfPath } from './address.ts';
import type { Graph } from './graph.ts';

/** The pages with a PDF, as paths from the root of the site. */
export function listPdfs({ entries }: Graph): { page: string; file: string }[] {
  const pages = kindNames.flatMap((kind) =>
    entries[kind].map(({ slug }) => pagePaths.entry(kind, slug)),
  );
  return [pagePaths.home(), ...(pages.length > 0 ? [pagePaths.statement()] : []), ...pages].map(
    (page) => ({ page, file: pdfPath(page) }),
  );
}
