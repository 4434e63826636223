import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { slugify } from '../lib/slug.ts';

/** The kinds of page, and where each is, from the root of the site. */
export const pagePaths = {
  home: () => '/',
  kind: (kind: KindName) => `/${kinds[kind].path}/`,
  entry: (kind: KindName, slug: string) => `/${kinds[kind].path}/${slug}/`,
  references: () => '/references/',
  contents: () => '/contents/',
  statement: () => '/statement/',
  tags: () => '/tags/',
  tag: (label: string) => `/tags/${slugify(label)}/`,
  taggedKind: (label: string, kind: KindName) => `/tags/${slugify(label)}/${kinds[kind].folder}/`,
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
export function listPages(
  entries: Readonly<Record<KindName, readonly { slug: string; tags: string[] }[]>>,
): string[] {
  const tags = kindNames.map((kind) => ({
    kind,
    labels: new Set(entries[kind].flatMap(({ tags }) => tags)),
  }));
  const labels = new Set(tags.flatMap((one) => [...one.labels]));
  return [
    pagePaths.home(),
    ...kindNames.map(pagePaths.kind),
    pagePaths.references(),
    pagePaths.tags(),
    pagePaths.contents(),
    pagePaths.statement(),
    ...kindNames.flatMap((kind) => entries[kind].map(({ slug }) => pagePaths.entry(kind, slug))),
    ...[...labels].map(pagePaths.tag),
    ...tags.flatMap(({ kind, labels }) =>
      [...labels].map((label) => pagePaths.taggedKind(label, kind)),
    ),
  ];
}

/**
 * `path` below the folder that the site is published in, as browsers write it: `/portfolio` and `/tags/ж/`
 * → `/portfolio/tags/%D0%B6/`.
 */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}
