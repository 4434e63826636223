import { kinds, type KindName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';

/** A page that lists something. */
export interface IndexPage {
  title: string;
  description: string;
  address: string;
}

/** The pages that list entries, works and tags of the whole site. One that would be empty is absent. */
export type IndexPages = Partial<
  Record<'news' | 'references' | 'tags' | 'contents' | 'statement', IndexPage>
>;

/** `address` turns a path from the root of the site into a link. `paths` are those of all pages. */
export function buildIndexPages(
  address: (path: string) => string,
  paths: ReadonlySet<string>,
  kindsInUse: readonly KindName[],
  hasFreePages: boolean,
): IndexPages {
  const plurals = [
    ...kindsInUse.map((kind) => kinds[kind].plural.toLowerCase()),
    ...(hasFreePages ? ['pages'] : []),
  ];
  const lists = [
    `${joinWords(plurals)} with their sections`,
    ...(paths.has(pagePaths.tags()) ? ['tags'] : []),
    ...(paths.has(pagePaths.references()) ? ['references'] : []),
  ];
  const summed = joinWords(kindsInUse.flatMap((kind) => kinds[kind].onStatement));
  const pages = {
    news: {
      title: 'News',
      description: 'All news, the newest first.',
    },
    references: {
      title: 'References',
      description: 'The works that this site cites, by author and year.',
    },
    tags: {
      title: 'Tags',
      description: 'All tags, with how many entries carry each.',
    },
    contents: {
      title: 'Contents',
      description: `Everything on this site: ${joinWords(lists)}.`,
    },
    statement: {
      title: 'Research Statement',
      description: `${summed.charAt(0).toUpperCase()}${summed.slice(1)}, on one sheet.`,
    },
  };
  return Object.fromEntries(
    Object.entries(pages)
      .map(([name, page]) => ({ name, page, path: pagePaths[name as keyof typeof pages]() }))
      .filter(({ path }) => paths.has(path))
      .map(({ name, page, path }) => [name, { ...page, address: address(path) }]),
  );
}

function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words);
}

/** The route of a page, with the page and `more` as its properties; none for an absent page. */
export function listPaths<Name extends keyof IndexPages, More extends object>(
  name: Name,
  indexes: IndexPages,
  more: More,
) {
  const page = indexes[name];
  if (page === undefined) return [];
  const { title, description } = page;
  return [{ params: { [name]: name }, props: { title, description, ...more } }];
}
