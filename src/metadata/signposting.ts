import { kinds } from '../kinds/registry.ts';
import type { EntryView } from '../model/entry.ts';
import { mediaTypes } from '../lib/media-types.ts';
import { isPdf } from './paper-links.ts';
import { referenceTypes } from './reference-export.ts';
import { findContact, locate, type DescribedPage, type Subject } from './subject.ts';

/** A typed link from a page (FAIR Signposting, https://signposting.org/FAIR/). */
export interface Signpost {
  rel: 'cite-as' | 'author' | 'item' | 'describedby' | 'license' | 'type';
  href: string;
  /** The media type of the target. */
  type?: string;
}

type EntrySubject = Extract<Subject, { kind: 'entry' }>;

/** The machine-readable citation formats of an entry. */
const citationFormats = ['bib', 'ris', 'json'] as const;

/** The links of an entry's page, or of the home page for the whole site. Other pages have none. */
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
  const { isOnPage } = kinds[entry.kind];
  const { people, schemaType } = entry;
  const authors = people?.map(({ name, isOwn }) => (isOwn ? page.frame.author : name)) ?? [
    page.frame.author,
  ];
  const files = entry.externalLinks.filter(isPdf);
  return [
    ...listCiteAs(doi === undefined ? undefined : address, {
      ...page,
      // A translation is cited as its original.
      path: entry.editions?.[0]?.address ?? page.path,
    }),
    ...listAuthor(authors, page),
    {
      rel: isOnPage ? 'item' : 'describedby',
      href: locate(`${entry.address}index.md`, page.origin),
      type: mediaTypes.md,
    },
    ...files.map((file): Signpost => ({
      rel: 'item',
      href: URL.parse(file.address)?.href ?? locate(file.address, page.origin),
      type: mediaTypes.pdf,
    })),
    ...(entry.citation.hasAuthor ? citationFormats : []).map((format): Signpost => ({
      rel: 'describedby',
      href: locate(`${entry.address}citation.${format}`, page.origin),
      type: referenceTypes[format],
    })),
    ...listData(page),
    // A work on another site may have another licence than the texts of this one.
    ...(isOnPage ? listLicense(page) : listOwnLicense(entry.license)),
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaType}` },
  ];
}

/** A work is cited by its DOI, or by the address of its page if the site has an address. */
function listCiteAs(doi: string | undefined, { path, origin }: DescribedPage): Signpost[] {
  const href = doi ?? (origin && locate(path, origin));
  return href === undefined ? [] : [{ rel: 'cite-as', href }];
}

/** Links the author of the site if `names` includes them and they have an ORCID iD. */
function listAuthor(names: readonly (string | undefined)[], { frame }: DescribedPage): Signpost[] {
  const href = findContact(frame, 'https://orcid.org/');
  const isNamed = frame.author !== undefined && names.includes(frame.author);
  return isNamed && href !== undefined ? [{ rel: 'author', href }] : [];
}

/** Links the citation file, which requires an author. */
function listCitationFile({ frame, origin }: DescribedPage): Signpost[] {
  if (frame.author === undefined) return [];
  const href = locate(`${frame.home}CITATION.cff`, origin);
  return [{ rel: 'describedby', href, type: mediaTypes.cff }];
}

/** Links `research.json`. */
function listData({ frame, origin }: DescribedPage): Signpost[] {
  const href = locate(`${frame.home}research.json`, origin);
  return [{ rel: 'describedby', href, type: mediaTypes.json }];
}

function listOwnLicense(license: EntryView['license']): Signpost[] {
  return license?.address === undefined ? [] : [{ rel: 'license', href: license.address }];
}

/** Links the licence of the site's texts. */
function listLicense({ frame }: DescribedPage): Signpost[] {
  return frame.license ? [{ rel: 'license', href: frame.license.address }] : [];
}
