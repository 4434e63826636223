import { kindNames, kinds } from '../kinds/registry.ts';
import { readTarget } from '../lib/target.ts';
import type { NavigationItem } from '../schema/navigation.ts';
import { listListPages, pagePaths } from './address.ts';
import type { Graph } from './graph.ts';
import { markTitle } from './marked-text.ts';
import { findTarget } from './target.ts';
import type { Words } from '../words/words.ts';

/** A link of the header. */
export interface NavigationLink {
  label: string;
  address: string;
}

/** The links of the header. */
export interface Navigation {
  links: NavigationLink[];
  /** Those that a menu holds, because they would need too much space. */
  folded: NavigationLink[];
}

/** The most links that a line has room for, beside the name of the site and its buttons. */
const mostInLine = 5;

/** The links of the header where its author lists none: the first page and the lists of the site. */
const listUsual = (words: Words): NavigationItem[] => [
  { label: words.site.research, page: pagePaths.home() },
  ...kindNames
    .filter((kind) => !kinds[kind].isOnPage)
    .map((kind) => ({ label: words.kinds[kind].plural, page: pagePaths.kind(kind) })),
  { label: words.works.references, page: pagePaths.references() },
  { label: words.list.tags, page: pagePaths.tags() },
];

/** Builds the links of the header of a site whose pages are at `paths`. Free pages that are not listed come last. */
export function buildNavigation(
  { site, words, freePages }: Graph,
  paths: ReadonlySet<string>,
  address: (path: string) => string,
): Navigation {
  const listed = (site.navigation ?? listUsual(words))
    .map(({ label, page, address = '' }) => ({ label, text: page ?? address }))
    .filter(({ text }) => !isEmptyList(text, paths))
    .map(({ label, text }) => ({ label, address: findTarget(text, address) }));
  const known = new Set(listed.map((link) => readPath(link.address)));
  const others = freePages
    .filter(({ data }) => data.navigation !== false)
    .map(({ slug, data: { title, label = title } }) => ({
      label: markTitle(label).title,
      address: address(pagePaths.entry('page', slug)),
    }))
    .filter((link) => !known.has(link.address));
  const links = [...listed, ...others];
  // On a site of one page, the link to that page leads nowhere else.
  if (paths.size === 1 && links.every((link) => link.address === address(pagePaths.home())))
    return { links: [], folded: [] };
  if (links.length <= mostInLine) return { links, folded: [] };
  return { links: links.slice(0, mostInLine - 1), folded: links.slice(mostInLine - 1) };
}

/** Whether an item leads to a list that would be empty, which does not exist. */
function isEmptyList(text: string, paths: ReadonlySet<string>): boolean {
  const { kind, address } = readTarget(text);
  const path = readPath(address);
  return kind === 'page' && listListPages().includes(path) && !paths.has(path);
}

const readPath = (page: string): string => page.replace(/[?#].*$/, '');
