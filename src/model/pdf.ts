import { pagePaths, pdfPath } from './address.ts';
import type { Graph } from './graph.ts';

/** The pages that one prints, keeps or sends, and where each lies as PDF, as paths from the site's root. */
export function listPdfs({ threads, papers }: Graph): { page: string; file: string }[] {
  return [
    pagePaths.home(),
    pagePaths.statement(),
    ...threads.map(({ slug }) => pagePaths.thread(slug)),
    ...papers.map(({ slug }) => pagePaths.paper(slug)),
  ].map((page) => ({ page, file: pdfPath(page) }));
}
