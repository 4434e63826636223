import type { Frame } from '../model/site.ts';
import type { Edition } from '../model/edition.ts';
import { mediaTypes, namedMediaTypes } from '../lib/media-types.ts';
import { twinPath } from '../lib/twin.ts';
import { iconPath, iconSizes } from './icon.ts';
import { listAlternates } from './alternates.ts';
import { findColour, type Palettes } from './palette.ts';

/** An element of the head. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link';
  text?: string;
  [attribute: string]: string | undefined;
}

/** The facts that the head of a page states. */
export interface PageFacts {
  frame: Frame;
  /** The title of the page. The head appends the title of the site if it differs. */
  title: string;
  description: string;
  /** The served path of the page. */
  path: string;
  /** The origin of the site, if its address is set. */
  origin?: string | undefined;
  /** The page in all of its languages, if it has several; that of the original first. */
  editions?: readonly Edition[] | undefined;
  /** The address of the page's own feeds without extension, if it has any. */
  feed?: string | undefined;
  /** The social card. */
  card: { address: string; alt: string; width: number; height: number };
  palettes: Palettes;
  /** Facts about the work, on the page of an entry. */
  work?: WorkFacts | undefined;
  /** Excludes the page from search engines, such as the error page. */
  hidden?: boolean | undefined;
}

/** The facts of an entry for social networks and scholarly search. */
export interface WorkFacts {
  /** The full title; the title of the page may be shorter. */
  title: string;
  authors?: readonly string[];
  /** Days or months, if known. */
  published?: string | undefined;
  updated?: string | undefined;
  tags: readonly string[];
  /** Tags for scholarly search engines. */
  scholarly?: HeadTag[];
}

const longestDescription = 200;

/** The head of a page, in document order. */
export function pageHead(page: PageFacts): HeadTag[] {
  const { frame, title, path, palettes, feed, origin, editions = [], work, hidden } = page;
  const description = cut(page.description);
  return [
    { tag: 'title', text: title === frame.title ? title : `${title} · ${frame.title}` },
    named('viewport', 'width=device-width, initial-scale=1'),
    named('description', description),
    ...listAuthors(page).map((author) => named('author', author)),
    named('color-scheme', 'light dark'),
    ...(['light', 'dark'] as const).map((scheme) => ({
      ...named('theme-color', findColour(palettes[scheme], 'paper')),
      media: `(prefers-color-scheme: ${scheme})`,
    })),
    ...listIcons(frame.home),
    ...(hidden ? [named('robots', 'noindex')] : listAddresses(path, origin)),
    ...listAlternates(editions, origin).map((link): HeadTag => ({
      tag: 'link',
      rel: 'alternate',
      ...link,
    })),
    // The page's own feed comes first, because some feed readers take only the first.
    ...listFeeds(title, feed),
    ...listFeeds(frame.title, frame.feed),
    ...listPdf(frame.pdfs.get(path)),
    ...(hidden ? [] : [...describeShared(page, description), ...(work?.scholarly ?? [])]),
  ];
}

function named(name: string, content: string): HeadTag {
  return { tag: 'meta', name, content };
}

/** On the page of an entry its own authors, on any other the author of the site. */
function listAuthors({ frame: { author }, work }: PageFacts): readonly string[] {
  if (work) return work.authors ?? [];
  return author === undefined ? [] : [author];
}

function listIcons(home: string): HeadTag[] {
  const address = (path: string) => home.replace(/\/$/, '') + path;
  const { touch, small } = iconSizes;
  return [
    // Without sizes, Chromium prefers the PNG, whose ink does not adapt to dark themes.
    {
      tag: 'link',
      rel: 'icon',
      href: address('/favicon.svg'),
      type: mediaTypes.svg,
      sizes: 'any',
    },
    { tag: 'link', rel: 'icon', href: address(iconPath(small)), sizes: `${small}x${small}` },
    { tag: 'link', rel: 'apple-touch-icon', href: address(iconPath(touch)) },
    { tag: 'link', rel: 'manifest', href: address('/manifest.webmanifest') },
  ];
}

/** The canonical address and the Markdown twin. */
function listAddresses(path: string, origin: string | undefined): HeadTag[] {
  return [
    ...(origin === undefined
      ? []
      : [{ tag: 'link' as const, rel: 'canonical', href: new URL(path, origin).href }]),
    { tag: 'link', rel: 'alternate', href: twinPath(path), type: mediaTypes.md },
  ];
}

/** Links one feed in both formats, so that feed readers discover it. */
function listFeeds(title: string, feed: string | undefined): HeadTag[] {
  if (feed === undefined) return [];
  return [
    {
      tag: 'link',
      rel: 'alternate',
      href: `${feed}.xml`,
      type: namedMediaTypes['feed.xml'],
      title,
    },
    {
      tag: 'link',
      rel: 'alternate',
      href: `${feed}.json`,
      type: namedMediaTypes['feed.json'],
      title,
    },
  ];
}

/** Links the PDF of the page. The command that makes PDFs reads the address from here. */
function listPdf(address: string | undefined): HeadTag[] {
  if (address === undefined) return [];
  return [{ tag: 'link', rel: 'alternate', href: address, type: mediaTypes.pdf }];
}

/**
 * Open Graph tags (https://ogp.me/), which social networks show for a shared page. They require absolute addresses, so
 * a site without an address has no card.
 */
function describeShared(page: PageFacts, description: string): HeadTag[] {
  const { frame, title, path, origin, card, work } = page;
  const tag = (property: string, content: string): HeadTag => ({ tag: 'meta', property, content });
  // Open Graph requires a territory, which the language tag may lack.
  const { language, region: territory } = new Intl.Locale(frame.language);
  return [
    tag('og:title', work?.title ?? title),
    tag('og:description', description),
    tag('og:type', work ? 'article' : 'website'),
    ...(title === frame.title ? [] : [tag('og:site_name', frame.title)]),
    ...(territory === undefined ? [] : [tag('og:locale', `${language}_${territory}`)]),
    ...(work?.published === undefined ? [] : [tag('article:published_time', work.published)]),
    ...(work?.updated === undefined ? [] : [tag('article:modified_time', work.updated)]),
    ...(work?.tags.map((label) => tag('article:tag', label)) ?? []),
    ...(origin === undefined
      ? []
      : [
          tag('og:url', new URL(path, origin).href),
          tag('og:image', new URL(card.address, origin).href),
          tag('og:image:width', String(card.width)),
          tag('og:image:height', String(card.height)),
          tag('og:image:alt', card.alt),
          named('twitter:card', 'summary_large_image'),
        ]),
  ];
}

/** Cuts a long description after its last whole sentence, or after a word if the sentences are too short. */
export function cut(text: string): string {
  if (text.length <= longestDescription) return text;
  const start = text.slice(0, longestDescription);
  // A full stop after “al.”, “e.g.” or an initial does not end a sentence.
  const sentence = /^.*(?<!\b(?:al|cf|vs|e\.g|i\.e|Figs?|Eqs?|Secs?|\p{Lu}))[.?!](?=\s)/su.exec(
    start,
  )?.[0];
  if (sentence !== undefined && sentence.length >= longestDescription / 2) return sentence;
  return `${start.slice(0, start.lastIndexOf(' '))}…`;
}
