import { kinds } from '../kinds/registry.ts';
import { mediaTypes } from '../lib/media-types.ts';
import { isPdf } from './paper-links.ts';
import { referenceTypes } from './reference-export.ts';
import { findContact, locate, type DescribedPage, type Subject } from './subject.ts';

/** A link for machines, from a page to what it is about (FAIR Signposting, https://signposting.org/FAIR/). */
export interface Signpost {
  rel: 'cite-as' | 'author' | 'item' | 'describedby' | 'license' | 'type';
  href: string;
  /** The media type of what it leads to. */
  type?: string;
}

type EntrySubject = Extract<Subject, { kind: 'entry' }>;

/** The formats of an entry’s own citation that machines read. */
const citationFormats = ['bib', 'ris', 'json'] as const;

/** The links of an entry’s page, and of the first page for the site as a whole; other pages have none. */
export function listSignposts(page: DescribedPage): Signpost[] {
  const { frame, path, subject } = page;
  if (subject?.kind === 'entry') return listEntryLinks(subject, page);
  if (path !== frame.home) return [];
  return [
    ...listCiteAs(undefined, page),
    ...listAuthor([frame.author], page),
    ...listCitationFile(page),
    ...listData(page),
    ...listLicense(page),
  ];
}

function listEntryLinks({ entry }: EntrySubject, page: DescribedPage): Signpost[] {
  const { doi, address } = entry.citation.work;
  const { isOnPage, schemaType } = kinds[entry.kind];
  const authors = entry.authors ?? [page.frame.author];
  const files = entry.externalLinks.filter(isPdf);
  return [
    ...listCiteAs(doi === undefined ? undefined : address, page),
    ...listAuthor(authors, page),
    {
      rel: isOnPage ? 'item' : 'describedby',
      href: locate(`${entry.address}index.md`, page.origin),
      type: mediaTypes.md,
    },
    ...files.map((file): Signpost => ({
      rel: 'item',
      href: new URL(file.address).href,
      type: mediaTypes.pdf,
    })),
    ...citationFormats.map((format): Signpost => ({
      rel: 'describedby',
      href: locate(`${entry.address}citation.${format}`, page.origin),
      type: referenceTypes[format],
    })),
    ...listData(page),
    // A work elsewhere may have another licence than the texts of the site.
    ...(isOnPage ? listLicense(page) : []),
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaType}` },
  ];
}

/** A work is cited by its DOI, else by the address of its page, which is known once the site has one. */
function listCiteAs(doi: string | undefined, { path, origin }: DescribedPage): Signpost[] {
  const href = doi ?? (origin && locate(path, origin));
  return href === undefined ? [] : [{ rel: 'cite-as', href }];
}

/** The author of the site, where `names` has them and an ORCID iD tells them from others. */
function listAuthor(names: readonly (string | undefined)[], { frame }: DescribedPage): Signpost[] {
  const href = findContact(frame, 'https://orcid.org/');
  const isNamed = frame.author !== undefined && names.includes(frame.author);
  return isNamed && href !== undefined ? [{ rel: 'author', href }] : [];
}

/** How the site is cited, where it has an author to be cited by. */
function listCitationFile({ frame, origin }: DescribedPage): Signpost[] {
  if (frame.author === undefined) return [];
  const href = locate(`${frame.home}CITATION.cff`, origin);
  return [{ rel: 'describedby', href, type: mediaTypes.cff }];
}

/** The site as data, which describes all of it. */
function listData({ frame, origin }: DescribedPage): Signpost[] {
  const href = locate(`${frame.home}research.json`, origin);
  return [{ rel: 'describedby', href, type: mediaTypes.json }];
}

/** The licence of what is written here. */
function listLicense({ frame }: DescribedPage): Signpost[] {
  return frame.license ? [{ rel: 'license', href: frame.license.address }] : [];
}
