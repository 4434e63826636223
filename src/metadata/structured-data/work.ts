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
import type { DescribedPage } from '../subject.ts';
import { referToAuthor } from './identity.ts';

/** A work that a page cites: what names it, and no more of it. */
export function describeWork(work: Reference): CreativeWork {
  const { schemaOrg, isEdited } = workKinds[findKind(work)];
  const people = work.authors.map(describeName);
  const [id] = listIdentifiers(work);
  const properties: Omit<CreativeWorkLeaf, '@type'> = {
    ...(id !== undefined && { '@id': id }),
    name: work.title,
    // For schema.org an editor is a person, and some works are edited by an organisation.
    ...(people.length > 0 && (isEdited ? { contributor: people } : { author: people })),
    ...(/^\d{4}$/.test(work.year) && { datePublished: work.year }),
    ...(id === undefined && work.url !== undefined && { url: work.url }),
  };
  return { '@type': schemaOrg, ...properties };
}

/** Who wrote a paper of the site; the author of the site is referred to. */
export function describePerson(name: string, page: DescribedPage): IdReference | PersonLeaf {
  const author = name === page.frame.author ? referToAuthor(page) : undefined;
  return author ?? { '@type': 'Person', name };
}

/**
 * One of those who wrote a work of the bibliography, where a name in one piece is that of an organisation. Nobody
 * is taken for the author of the site by a name alone.
 */
function describeName(name: Name): PersonLeaf | OrganizationLeaf {
  if ('literal' in name) return { '@type': 'Organization', name: name.literal };
  return { '@type': 'Person', name: formatFullName(name) };
}
