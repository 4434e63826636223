import type { Fault } from '../lib/fault.ts';
import type { LocatedContent, LocatedEntry } from '../lib/located.ts';
import { listListPages, pagePaths, siteFolders } from './address.ts';
import { isPartOfList, listContentPages } from './page-links.ts';

/** Whether the site has a page or files of its own at an address. */
export function isOwnAddress(path: string, hasNews = true): boolean {
  if (path === pagePaths.news()) return hasNews;
  return listListPages().includes(path) || siteFolders.some((name) => path === `/${name}/`);
}

/** Finds free pages whose address the site uses itself. */
export function checkPageAddresses({ entries, hasNews = false }: LocatedContent): Fault[] {
  const pages = entries.filter(({ kind }) => kind === 'page');
  return pages
    .filter(({ slug }) => isOwnAddress(pagePaths.entry('page', slug), hasNews))
    .map((page) => describeTaken(page, pages));
}

function describeTaken({ file, slug }: LocatedEntry, pages: readonly LocatedEntry[]): Fault {
  const free = `${slug}-page`;
  return {
    rule: 'bad-slug',
    file,
    line: 1,
    column: 1,
    found: `${slug}.mdx`,
    expected: `a file name that is a free address; the site itself has ${pagePaths.entry('page', slug)}`,
    ...(pages.every((page) => page.slug !== free) && { nearest: `${free}.mdx` }),
    fix: 'Rename the file.',
  };
}

/** The files that a page is published as. */
const pageFiles = /^(?:index\.(?:html|md)|feed\.(?:xml|json))$/;

/** Files of the site that an author’s file cannot replace. */
const rootFiles = new Set(['/404.html', '/llms.txt', '/llms-full.txt']);

/** Finds files of `public/` that would take the place of a page. Some file systems do not tell capitals from small letters. */
export function checkPublicFiles(content: LocatedContent): Fault[] {
  const pages = new Set(listContentPages(content).map((page) => page.toLowerCase()));
  return content.publicFiles.flatMap((name) => {
    const path = `/${name.replaceAll('\\', '/')}`;
    const [, folder = '', file = ''] = /^(.*\/)([^/]*)$/.exec(path.toLowerCase()) ?? [];
    const isPage = pages.has(folder) || isPartOfList(folder, content.entries);
    if (!rootFiles.has(folder + file) && !(isPage && pageFiles.test(file))) return [];
    const [place, taken] = [`public${path}`, rootFiles.has(folder + file) ? folder + file : folder];
    return [
      {
        rule: 'taken-address',
        ...{ file: place, line: 1, column: 1, found: place },
        expected: `a file whose address is free; the site has ${taken}`,
        fix: 'Rename or remove the file.',
      },
    ];
  });
}
