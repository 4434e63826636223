import { pagePaths } from './address.ts';

/** A page that lists something, under its title. */
export interface IndexPage {
  title: string;
  description: string;
  address: string;
}

/** The pages that list what the whole site has of something. */
export type IndexPages = ReturnType<typeof buildIndexPages>;

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildIndexPages(address: (path: string) => string) {
  return {
    threads: {
      title: 'Threads',
      description: 'All research threads, with when each went on.',
      address: address(pagePaths.threads()),
    },
    papers: {
      title: 'Papers',
      description: 'All papers, with where each stands.',
      address: address(pagePaths.papers()),
    },
    references: {
      title: 'References',
      description: 'The works that this site cites, by author and year.',
      address: address(pagePaths.references()),
    },
    tags: {
      title: 'Tags',
      description: 'All tags, with how many entries carry each.',
      address: address(pagePaths.tags()),
    },
    contents: {
      title: 'Contents',
      description:
        'Everything on this site: threads and papers with their sections, tags, and references.',
      address: address(pagePaths.contents()),
    },
    statement: {
      title: 'Research Statement',
      description: 'Research questions, methods, and papers with where each stands, on one sheet.',
      address: address(pagePaths.statement()),
    },
  } satisfies Record<string, IndexPage>;
}
