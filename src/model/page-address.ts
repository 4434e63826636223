import type { Fault } from '../lib/fault.ts';
import type { LocatedContent, LocatedEntry } from '../lib/located.ts';
import { listListPages, pagePaths, siteFolders } from './address.ts';

/** Finds free pages whose address the site uses itself. */
export function checkPageAddresses({ entries, hasNews, publicPages }: LocatedContent): Fault[] {
  const lists = listListPages().filter((path) => hasNews === true || path !== pagePaths.news());
  const own = new Set([...lists, ...siteFolders.map((name) => `/${name}/`)]);
  const open = new Set(publicPages.map((file) => file.replaceAll('\\', '/').toLowerCase()));
  const pages = entries.filter(({ kind }) => kind === 'page');
  return pages.flatMap((page) => {
    const path = pagePaths.entry('page', page.slug);
    if (own.has(path)) return [describeTaken(page, pages, `the site itself has ${path}`)];
    const file = `${page.slug}/index.html`;
    return open.has(file) ? [describeTaken(page, pages, `public/${file} has it`)] : [];
  });
}

function describeTaken(
  { file, slug }: LocatedEntry,
  pages: readonly LocatedEntry[],
  reason: string,
): Fault {
  const free = `${slug}-page`;
  return {
    rule: 'bad-slug',
    file,
    line: 1,
    column: 1,
    found: `${slug}.mdx`,
    expected: `a file name that is a free address; ${reason}`,
    ...(pages.every((page) => page.slug !== free) && { nearest: `${free}.mdx` }),
    fix: 'Rename the file.',
  };
}
