import { kindNames, type TextData, type TextName } from '../kinds/registry.ts';
import { buildAccent } from '../lib/accent.ts';
import { formatOrcidUrl } from '../lib/orcid.ts';
import { buildTint, type Tint } from '../lib/tint.ts';
import { formatProse } from '../lib/typography.ts';
import { pagePaths } from './address.ts';
import type { EntryLink } from './entry.ts';
import type { Entry, Graph } from './graph.ts';
import { buildLicense } from './license.ts';
import { markTitles } from './marked-text.ts';
import { buildNavigation } from './navigation.ts';
import { buildProfile } from './profile.ts';
import type { Frame } from './site.ts';
import type { Words } from '../words/words.ts';

/** The accent of pages that have none of their own, with its attributes; absent if the author chose none. */
export interface SiteAccent {
  accent?: string;
  tint?: Tint;
}

/** Builds the frame of a site whose pages are at `paths`, without the parts that come from its entries. */
export function buildFrame(
  graph: Graph,
  paths: ReadonlySet<string>,
  address: (path: string) => string,
): Omit<Frame, 'pdfs' | 'feed'> {
  const { site, words } = graph;
  const profile = buildProfile(graph, address);
  const marked = markTitles(site, ['title', 'eyebrow', 'intro']);
  return {
    title: marked.title.title,
    eyebrow: marked.eyebrow.title,
    intro: marked.intro.title,
    marked,
    language: site.language,
    words,
    ...(hasOtherLanguage(graph) && { isMultilingual: true }),
    ...(site.picture && { picture: site.picture }),
    ...buildSiteAccent(site),
    home: address(pagePaths.home()),
    ...(paths.has(pagePaths.contents()) && { contents: address(pagePaths.contents()) }),
    ...(paths.has(pagePaths.statement()) && { statement: address(pagePaths.statement()) }),
    ...(site.author.name !== undefined && { author: formatProse(site.author.name) }),
    contacts: buildContacts(site.author, words),
    ...(profile && { profile }),
    ...(site.license !== undefined && { license: buildLicense(site.license) }),
    navigation: buildNavigation(graph, paths, address),
  };
}

function buildSiteAccent({ accent: written }: Graph['site']): SiteAccent {
  if (written === undefined) return {};
  const accent = buildAccent(written);
  return { accent, tint: buildTint(accent) };
}

/** Whether an entry or a page has another language than the site. */
function hasOtherLanguage({ site, entries, freePages, translations }: Graph): boolean {
  const texts = [
    ...kindNames.flatMap((kind): Entry<TextData<TextName>>[] => entries[kind]),
    ...freePages,
    ...translations,
  ];
  return texts.some(({ data: { language = site.language } }) => language !== site.language);
}

function buildContacts(
  { github, orcid, email }: Graph['site']['author'],
  words: Words,
): EntryLink[] {
  return [
    ...(github === undefined ? [] : [{ title: 'GitHub', address: `https://github.com/${github}` }]),
    ...(orcid === undefined ? [] : [{ title: 'ORCID', address: formatOrcidUrl(orcid) }]),
    ...(email === undefined ? [] : [{ title: words.site.email, address: `mailto:${email}` }]),
  ];
}

/** The website and the contacts of the author with their addresses as titles. */
export function listPrinted({
  profile,
  contacts,
}: Pick<Frame, 'profile' | 'contacts'>): EntryLink[] {
  return [profile?.website, ...contacts.map(({ address }) => address)]
    .filter((address) => address !== undefined)
    .map((address) => ({ title: address.replace(/^(https:\/\/|mailto:)/, ''), address }));
}
