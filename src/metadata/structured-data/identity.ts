import type { IdReference, PersonLeaf, WebSiteLeaf } from 'schema-dts';
import { findContact, locate, type DescribedPage } from '../subject.ts';

/**
 * The fragment of an `@id`. A node has the same `@id` on every page: the address of the page about it, and a fragment.
 */
type Fragment = 'site' | 'author' | 'work' | 'breadcrumbs' | 'term' | 'terms';

/** The `@id` of the node `fragment` of the page at `address`. */
export function identify(address: string, fragment: Fragment, { origin }: DescribedPage): string {
  return locate(`${address}#${fragment}`, origin);
}

/** The site and, if set, its author. */
export function describeSite(page: DescribedPage): [WebSiteLeaf, ...PersonLeaf[]] {
  const { frame, origin } = page;
  const author = referToAuthor(page);
  const site: WebSiteLeaf = {
    '@type': 'WebSite',
    '@id': identify(frame.home, 'site', page),
    url: locate(frame.home, origin),
    name: frame.title,
    ...(page.path === frame.home && { description: frame.intro }),
    inLanguage: frame.language,
    ...(author && { author }),
    ...(frame.license && { license: frame.license.address }),
  };
  return [site, ...describeAuthor(page)];
}

function describeAuthor(page: DescribedPage): PersonLeaf[] {
  const { author, contacts, home } = page.frame;
  if (author === undefined) return [];
  const email = findContact(page.frame, 'mailto:');
  const profiles = contacts.map(({ address }) => address).filter((address) => address !== email);
  return [
    {
      '@type': 'Person',
      '@id': identify(home, 'author', page),
      name: author,
      ...(email !== undefined && { email }),
      ...(profiles.length > 0 && { sameAs: profiles }),
    },
  ];
}

/** A reference to the author of the site, whose full node is on every page. */
export function referToAuthor(page: DescribedPage): IdReference | undefined {
  if (page.frame.author === undefined) return undefined;
  return { '@id': identify(page.frame.home, 'author', page) };
}
