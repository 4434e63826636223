import type {
  CreativeWork,
  CreativeWorkLeaf,
  IdReference,
  OrganizationLeaf,
  PersonLeaf,
} from 'schema-dts';
import { findKind } from '../../bibliography/kind.ts';
import { formatFullName, type Name } from '../../bibliography/names.ts';
import type { Reference } from '../../bibliography/reference.ts';
import { workKinds } from '../../bibliography/work-kinds.ts';
import { listIdentifiers } from '../paper-links.ts';
import type { NamedAuthor } from '../../model/entry.ts';
import type { DescribedPage } from '../subject.ts';
import { referToAuthor } from './identity.ts';

/** A cited work with the properties that identify it. */
export function describeWork(work: Reference): CreativeWork {
  const { schemaOrg, isEdited } = workKinds[findKind(work)];
  const people = work.authors.map(describeName);
  const [id] = listIdentifiers(work);
  const properties: Omit<CreativeWorkLeaf, '@type'> = {
    ...(id !== undefined && { '@id': id }),
    name: work.title,
    // A schema.org editor is a person, but an organisation can edit a work.
    ...(people.length > 0 && (isEdited ? { contributor: people } : { author: people })),
    ...(/^\d{4}$/.test(work.year) && { datePublished: work.year }),
    ...(id === undefined && work.url !== undefined && { url: work.url }),
  };
  return { '@type': schemaOrg, ...properties };
}

/** An author of a paper of the site. If it is the author of the site, returns a reference. */
export function describePerson(
  { name, isOwn, isGroup, orcid, url, affiliations, institutions }: NamedAuthor,
  page: DescribedPage,
): IdReference | PersonLeaf | OrganizationLeaf {
  // The node of the author of the site has the affiliations that the site states.
  const places = (isOwn ? affiliations : institutions).map((place) => ({
    '@type': 'Organization' as const,
    name: place,
  }));
  const more = { ...(url !== undefined && { url }), ...(orcid !== undefined && { sameAs: orcid }) };
  if (isGroup) return { '@type': 'Organization', name, ...more };
  const facts = { ...more, ...(places.length > 0 && { affiliation: places }) };
  const author = isOwn ? referToAuthor(page) : undefined;
  // A paper can spell the author of the site in another way, and tell more.
  const isKnown = name === page.frame.author && Object.keys(facts).length === 0;
  return author && isKnown ? author : { '@type': 'Person', ...author, name, ...facts };
}

/**
 * A contributor to a work of the bibliography. A name in one piece is an organisation. A name alone never identifies
 * the author of the site.
 */
function describeName(name: Name): PersonLeaf | OrganizationLeaf {
  if ('literal' in name) return { '@type': 'Organization', name: name.literal };
  return { '@type': 'Person', name: formatFullName(name) };
}
