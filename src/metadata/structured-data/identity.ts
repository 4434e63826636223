import type { IdReference, PersonLeaf, WebSiteLeaf } from 'schema-dts';
import { findContact, locate, type DescribedPage } from '../subject.ts';

/** What a thing is known by on every page of the site: the page that is about it, and a fragment. */
type Fragment = 'site' | 'author' | 'work' | 'breadcrumbs' | 'term' | 'terms';

/** The `@id` of what is called `fragment` on the page at `address`. */
export function identify(address: string, fragment: Fragment, { origin }: DescribedPage): string {
  return locate(`${address}#${fragment}`, origin);
}

/** The site, and its author where one is set. */
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

/** The author of the site, who is described once on each page. */
export function referToAuthor(page: DescribedPage): IdReference | undefined {
  if (page.frame.author === undefined) return undefined;
  return { '@id': identify(page.frame.home, 'author', page) };
}
