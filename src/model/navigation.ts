import { kindNames, kinds } from '../kinds/registry.ts';
import { findFilePath, readTarget } from '../lib/target.ts';
import type { NavigationItem } from '../schema/navigation.ts';
import { listListPages, pagePaths } from './address.ts';
import type { Graph } from './graph.ts';
import { markTitle } from './marked-text.ts';

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
const usual: NavigationItem[] = [
  { label: 'Research', page: pagePaths.home() },
  ...kindNames
    .filter((kind) => !kinds[kind].isOnPage)
    .map((kind) => ({ label: kinds[kind].plural, page: pagePaths.kind(kind) })),
  { label: 'References', page: pagePaths.references() },
  { label: 'Tags', page: pagePaths.tags() },
];

/** Builds the links of the header of a site whose pages are at `paths`. Free pages that are not listed come last. */
export function buildNavigation(
  { site, freePages }: Graph,
  paths: ReadonlySet<string>,
  address: (path: string) => string,
): Navigation {
  const listed = (site.navigation ?? usual).flatMap(({ label, ...item }) => {
    const target = findTarget(item, paths, address);
    return target === undefined ? [] : [{ label, address: target }];
  });
  const known = new Set(listed.map((link) => readPath(link.address)));
  const others = freePages
    .filter(({ data }) => data.navigation !== false)
    .map(({ slug, data: { title, label = title } }) => ({
      label: markTitle(label).title,
      address: address(pagePaths.entry('page', slug)),
    }))
    .filter((link) => !known.has(link.address));
  const links = [...listed, ...others];
  if (links.length <= mostInLine) return { links, folded: [] };
  return { links: links.slice(0, mostInLine - 1), folded: links.slice(mostInLine - 1) };
}

/** The address of an item; undefined if it leads to a list that would be empty, which does not exist. */
function findTarget(
  item: Pick<NavigationItem, 'page' | 'address'>,
  paths: ReadonlySet<string>,
  address: (path: string) => string,
): string | undefined {
  const target = readTarget(item.page ?? item.address ?? '');
  if (target.kind === 'outside') return target.address;
  if (target.kind === 'file') return address(encodeURI(findFilePath(target.address)));
  const path = readPath(target.address);
  return listListPages().includes(path) && !paths.has(path) ? undefined : address(target.address);
}

const readPath = (page: string): string => page.replace(/[?#].*$/, '');
