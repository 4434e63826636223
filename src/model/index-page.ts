import type { KindName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';
import type { Words } from '../words/words.ts';

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
  words: Words,
): IndexPages {
  const { list, works } = words;
  const plurals = [
    ...kindsInUse.map((kind) => words.kinds[kind].inSentence),
    ...(hasFreePages ? [list.pagesInSentence] : []),
  ];
  const lists = [
    words.format(list.withSections, { list: words.join(plurals) }),
    ...(paths.has(pagePaths.tags()) ? [list.tagsInSentence] : []),
    ...(paths.has(pagePaths.references()) ? [works.inSentence] : []),
  ];
  const summed = words.join(kindsInUse.flatMap((kind) => words.kinds[kind].onStatement));
  const pages = {
    news: {
      title: list.news,
      description: list.newsAbout,
    },
    references: {
      title: works.references,
      description: works.about,
    },
    tags: {
      title: list.tags,
      description: list.tagsAbout,
    },
    contents: {
      title: words.site.contents,
      description: words.format(list.everything, { list: words.join(lists) }),
    },
    statement: {
      title: list.statement,
      description: capitalise(words.format(list.statementAbout, { list: summed })),
    },
  };
  return Object.fromEntries(
    Object.entries(pages)
      .map(([name, page]) => ({ name, page, path: pagePaths[name as keyof typeof pages]() }))
      .filter(({ path }) => paths.has(path))
      .map(({ name, page, path }) => [name, { ...page, address: address(path) }]),
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
