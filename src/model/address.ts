import {
  findTextPath,
  kindNames,
  kinds,
  mapKinds,
  type KindName,
  type TextName,
} from '../kinds/registry.ts';
import { slugify } from '../lib/slug.ts';

/** A list of more entries than these is divided by year into several pages. */
export const mostOnPage = 100;

/** The address of a part of a tag. */
export const tagPartPath = /^\/tags\/[^/]+\/(?:[a-z]+\/)?year-(?:\d{4}|none)\/$/;

/** The paths of pages from the root of the site. */
export const pagePaths = {
  home: () => '/',
  kind: (kind: KindName) => `/${kinds[kind].path}/`,
  /** A part of a list that is divided, such as /papers/year-2019/. */
  kindPart: (kind: KindName, part: string) => `/${kinds[kind].path}/${part}/`,
  /** The page of an entry, or a free page. */
  entry: (kind: TextName, slug: string) => findTextPath(kind, slug),
  news: () => '/news/',
  references: () => '/references/',
  contents: () => '/contents/',
  statement: () => '/statement/',
  tags: () => '/tags/',
  tag: (label: string) => `/tags/${slugify(label)}/`,
  taggedKind: (label: string, kind: KindName) => `/tags/${slugify(label)}/${kinds[kind].folder}/`,
};

/** The path of a page's feeds from the root of the site, without extension. */
export function feedPath(page: string): string {
  return `${page}feed`;
}

/** The path of a page's PDF. The file name identifies the document after a download. */
export function pdfPath(page: string): string {
  return `${page}${page.split('/').at(-2) || 'research'}.pdf`;
}

/** The paths of all pages that a site can have beside those of its entries and tags. */
export function listListPages(): string[] {
  const { home, kind, news, references, tags, contents, statement } = pagePaths;
  return [home(), ...kindNames.map(kind), references(), tags(), contents(), statement(), news()];
}

/** Folders of the site that hold other files than pages. */
export const siteFolders = ['cards', 'licences', 'search'];

/** Pages that a site can have beside its entries, their lists and their tags. */
export interface MorePages {
  /** The slugs of free pages. */
  freePages?: readonly string[];
  /** The paths of translations. */
  translations?: readonly string[];
  hasNews?: boolean;
}

/** The paths of all pages. A page that would list nothing does not exist. */
export function listPages(
  entries: Readonly<Partial<Record<KindName, readonly { slug: string; tags: string[] }[]>>>,
  citesWorks: boolean,
  { freePages = [], translations = [], hasNews = false }: MorePages = {},
): string[] {
  const listed = mapKinds((kind) => entries[kind] ?? []);
  const tags = kindNames.map((kind) => ({
    kind,
    labels: new Set(listed[kind].flatMap(({ tags }) => tags)),
  }));
  const labels = new Set(tags.flatMap((one) => [...one.labels]));
  const used = kindNames.filter((kind) => listed[kind].length > 0);
  return [
    pagePaths.home(),
    ...used.map(pagePaths.kind),
    ...(citesWorks ? [pagePaths.references()] : []),
    ...(labels.size > 0 ? [pagePaths.tags()] : []),
    ...(used.length + freePages.length > 0 ? [pagePaths.contents()] : []),
    ...(used.length > 0 ? [pagePaths.statement()] : []),
    ...kindNames.flatMap((kind) => listed[kind].map(({ slug }) => pagePaths.entry(kind, slug))),
    ...[...labels].map(pagePaths.tag),
    ...tags.flatMap(({ kind, labels }) =>
      [...labels].map((label) => pagePaths.taggedKind(label, kind)),
    ),
    ...freePages.map((slug) => pagePaths.entry('page', slug)),
    ...translations,
    ...(hasNews ? [pagePaths.news()] : []),
  ];
}

/** Puts a path below the base path and encodes it: `/portfolio` and `/tags/ж/` → `/portfolio/tags/%D0%B6/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}
