import { kindNames, kinds, mapKinds, type KindName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';

/** A page that lists something. */
export interface IndexPage {
  title: string;
  description: string;
  address: string;
}

/** The pages that list entries, works and tags of the whole site. */
export type IndexPages = ReturnType<typeof buildIndexPages>;

/** `address` turns a path from the root of the site into a link. */
export function buildIndexPages(address: (path: string) => string) {
  return {
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
      description: `Everything on this site: ${kindNames.map((kind) => kinds[kind].plural.toLowerCase()).join(' and ')} with their sections, tags, and references.`,
      address: address(pagePaths.contents()),
    },
    statement: {
      title: 'Research Statement',
      description: 'Research questions, methods, and papers with where each stands, on one sheet.',
      address: address(pagePaths.statement()),
    },
  } satisfies Record<string, IndexPage>;
}

/** The list page of each kind. */
export type KindPages = Record<KindName, IndexPage>;

export function buildKindPages(address: (path: string) => string): KindPages {
  return mapKinds((kind) => {
    const { plural: title, description } = kinds[kind];
    return { title, description, address: address(pagePaths.kind(kind)) };
  });
}
