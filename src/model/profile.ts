import { formatFullName } from '../bibliography/names.ts';
import { formatPlain, parseInline } from '../lib/inline.ts';
import { formatOrcidUrl } from '../lib/orcid.ts';
import { photoPath, photoSizes } from '../lib/photo.ts';
import { profileNames, profileSites } from '../lib/profiles.ts';
import { hasOtherScript } from '../lib/script-names.ts';
import { formatProse } from '../lib/typography.ts';
import type { Affiliation } from '../schema/affiliation.ts';
import { roles } from '../schema/people.ts';
import type { SiteAuthor } from '../schema/site-author.ts';
import type { TextPart } from './citing-text.ts';
import type { EntryLink } from './entry.ts';
import type { Graph } from './graph.ts';
import { locateLinks, markText } from './marked-text.ts';
import type { Words } from '../words/words.ts';

/** A link of the author. */
export interface AuthorLink extends EntryLink {
  /** Whether its page is about the author, who owns it. */
  isIdentity: boolean;
}

/** The attributes of a square picture, which the site has in several sizes. */
interface Photo {
  src: string;
  srcset: string;
  width: number;
  height: number;
  alt: string;
}

/** People with one role. */
interface Group {
  title: string;
  people: { name: string; url?: string | undefined; affiliation?: string }[];
}

/** The facts about the author that a site tells beside the name. */
export interface Profile {
  /** The name in other scripts. Earlier names are not told. */
  otherScripts: string[];
  position?: string;
  affiliations: Affiliation[];
  /** The affiliations, each in one line. */
  institutions: string[];
  photo?: Photo;
  biography: TextPart[][];
  /** The biography in plain characters. */
  about: string;
  website?: string;
  links: AuthorLink[];
  groups: Group[];
}

/** Builds the profile of the author. Undefined if the settings have none of its facts, and no person has a role. */
export function buildProfile(
  { site: { author }, people, words }: Graph,
  address: (path: string) => string,
): Profile | undefined {
  const { position, affiliation = [], photo, biography = '', website, links = [] } = author;
  const paragraphs = biography
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => locateLinks(parseInline(paragraph.trim()), address));
  const groups = listGroups(people, words);
  const isTold =
    [position, photo, website, ...profileNames.map((name) => author[name])].some(
      (fact) => fact !== undefined,
    ) || [affiliation, links, paragraphs, groups].some(({ length }) => length > 0);
  if (!isTold) return undefined;
  return {
    otherScripts: listOtherScripts(author),
    ...(position !== undefined && { position: formatProse(position) }),
    affiliations: affiliation.map(formatAffiliation),
    institutions: affiliation.map(formatInstitution),
    ...(photo && { photo: buildPhoto(photo.alt, address) }),
    biography: paragraphs.map(markText),
    about: paragraphs.map(formatPlain).join(' '),
    ...(website !== undefined && { website }),
    links: listLinks(author, words),
    groups,
  };
}

function listOtherScripts({ name = '', otherNames = [] }: SiteAuthor): string[] {
  return otherNames.filter((one) => hasOtherScript(one, name));
}

function buildPhoto(alt: string, address: (path: string) => string): Photo {
  const largest = Math.max(...photoSizes);
  const locate = (size: number) => address(photoPath(size));
  return {
    src: locate(largest),
    srcset: photoSizes.map((size) => `${locate(size)} ${size}w`).join(', '),
    width: largest,
    height: largest,
    alt: formatProse(alt),
  };
}

/** The links of the author: their own pages first, then others of their choice. */
function listLinks(author: SiteAuthor, words: Words): AuthorLink[] {
  const { website, email, orcid, github, links = [] } = author;
  const own = (title: string, address: string | undefined): AuthorLink[] =>
    address === undefined ? [] : [{ title, address, isIdentity: true }];
  return [
    ...own(words.site.website, website),
    ...(email === undefined
      ? []
      : [{ title: email, address: `mailto:${email}`, isIdentity: false }]),
    ...own('ORCID', orcid && formatOrcidUrl(orcid)),
    ...own('GitHub', github && `https://github.com/${github}`),
    ...profileNames.flatMap((name) => own(profileSites[name].title, author[name])),
    ...links.map(({ label, address }) => ({
      title: formatProse(label),
      address,
      isIdentity: false,
    })),
  ];
}

function listGroups(people: Graph['people'], words: Words): Group[] {
  return roles.flatMap((role) => {
    const those = people.filter((person) => person.role === role);
    if (those.length === 0) return [];
    return {
      title: words.format(words.site[role], { count: those.length }),
      people: those.map(({ name, url, affiliation = [] }) => ({
        name: formatProse(formatFullName(name)),
        url,
        ...(affiliation.length > 0 && {
          affiliation: affiliation.map(formatInstitution).join('; '),
        }),
      })),
    };
  });
}

function formatAffiliation({ name, department, url }: Affiliation): Affiliation {
  return {
    name: formatProse(name),
    ...(department !== undefined && { department: formatProse(department) }),
    ...(url !== undefined && { url }),
  };
}

/** An affiliation in one line: “Department of Mathematics, University of London”. */
export function formatInstitution({ name, department }: Affiliation): string {
  return [department, name]
    .filter((part) => part !== undefined)
    .map(formatProse)
    .join(', ');
}
