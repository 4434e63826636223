import type { IdReference, OrganizationLeaf, PersonLeaf, WebSiteLeaf } from 'schema-dts';
import type { Profile } from '../../model/profile.ts';
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
  const { author, contacts, home, profile } = page.frame;
  if (author === undefined) return [];
  const email = findContact(page.frame, 'mailto:');
  const links = profile?.links.filter(({ isIdentity }) => isIdentity) ?? contacts;
  const profiles = links.map(({ address }) => address).filter((address) => address !== email);
  return [
    {
      '@type': 'Person',
      '@id': identify(home, 'author', page),
      name: author,
      ...(profile && describeProfile(profile, page)),
      ...(email !== undefined && { email }),
      ...(profiles.length > 0 && { sameAs: profiles }),
    },
  ];
}

/** The position, the affiliations, the largest copy of the photograph, and on the home page the biography. */
function describeProfile(
  profile: Profile,
  { frame, path, origin }: DescribedPage,
): Partial<PersonLeaf> {
  const { otherScripts, position, affiliations, photo, about, website } = profile;
  return {
    ...(otherScripts.length > 0 && { alternateName: otherScripts }),
    ...(website !== undefined && { url: website }),
    ...(position !== undefined && { jobTitle: position }),
    ...(affiliations.length > 0 && { affiliation: affiliations.map(describeOrganization) }),
    ...(photo && { image: locate(photo.src, origin) }),
    ...(about !== '' && path === frame.home && { description: about }),
  };
}

function describeOrganization({
  name,
  department,
  url,
}: Profile['affiliations'][number]): OrganizationLeaf {
  return {
    '@type': 'Organization',
    name,
    ...(url !== undefined && { url }),
    ...(department !== undefined && {
      department: { '@type': 'Organization', name: department },
    }),
  };
}

/** A reference to the author of the site, whose full node is on every page. */
export function referToAuthor(page: DescribedPage): IdReference | undefined {
  if (page.frame.author === undefined) return undefined;
  return { '@id': identify(page.frame.home, 'author', page) };
}
