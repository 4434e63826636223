import { slugify } from '../lib/slug.ts';

/** The kinds of page, and where each is, from the root of the site. */
export const pagePaths = {
  home: () => '/',
  threads: () => '/research/',
  thread: (slug: string) => `/research/${slug}/`,
  papers: () => '/papers/',
  paper: (slug: string) => `/papers/${slug}/`,
  references: () => '/references/',
  contents: () => '/contents/',
  statement: () => '/statement/',
  tags: () => '/tags/',
  tag: (label: string) => `/tags/${slugify(label)}/`,
  taggedKind: (label: string, kind: 'threads' | 'papers') => `/tags/${slugify(label)}/${kind}/`,
};

/** Where the feeds of a page are, beside it and without their endings, from the root of the site. */
export function feedPath(page: string): string {
  return `${page}feed`;
}

/** Where a page lies as PDF, by a name that tells what it is wherever it is saved. */
export function pdfPath(page: string): string {
  return `${page}${page.split('/').at(-2) || 'research'}.pdf`;
}

/** The path of every page of the site, from its root. */
export function listPages(content: {
  threads: { slug: string; tags: string[] }[];
  papers: { slug: string; tags: string[] }[];
}): string[] {
  const threadTags = new Set(content.threads.flatMap(({ tags }) => tags));
  const paperTags = new Set(content.papers.flatMap(({ tags }) => tags));
  return [
    pagePaths.home(),
    pagePaths.threads(),
    pagePaths.papers(),
    pagePaths.references(),
    pagePaths.tags(),
    pagePaths.contents(),
    pagePaths.statement(),
    ...content.threads.map(({ slug }) => pagePaths.thread(slug)),
    ...content.papers.map(({ slug }) => pagePaths.paper(slug)),
    ...[...threadTags.union(paperTags)].map(pagePaths.tag),
    ...[...threadTags].map((tag) => pagePaths.taggedKind(tag, 'threads')),
    ...[...paperTags].map((tag) => pagePaths.taggedKind(tag, 'papers')),
  ];
}

/**
 * `path` below the folder that the site is published in, as browsers write it: `/portfolio` and `/tags/ж/`
 * → `/portfolio/tags/%D0%B6/`.
 */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}
