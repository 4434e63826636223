import { readPages as readBuiltPages, type Page } from '../../src/verify/page.ts';
import { exampleBuild, portfolioBuild, rootBuild, type Build } from './builds.ts';

export {
  decode,
  listFetched,
  listHeadings,
  listScripts,
  readHeading,
  validator,
} from '../../src/verify/page.ts';

export type Document = Page;

export function readPages({ folder, pages }: Build): Document[] {
  return readBuiltPages(folder, pages);
}

/** Every page of the site at the root of its host. */
export const documents = readPages(rootBuild);

/** Every page of the site with an address, in a folder of its host. */
export const portfolioDocuments = readPages(portfolioBuild);

/** Every page of the example. */
export const exampleDocuments = readPages(exampleBuild);

/** Throws if there is no page at `path`. */
export function findPage(path: string, pages: readonly Document[]): Document {
  const page = pages.find((document) => document.path === path);
  if (page === undefined) throw new Error(`There is no page ${path}.`);
  return page;
}

export const researchPage = findPage('/', documents);
