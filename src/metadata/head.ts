import type { Frame } from '../model/site.ts';
import { mediaTypes, namedMediaTypes } from '../lib/media-types.ts';
import { twinPath } from '../lib/twin.ts';
import { iconPath, iconSizes } from './icon.ts';
import { findColour, type Palettes } from './palette.ts';

/** One element of the head: its name, its attributes, and its text where it has any. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link';
  text?: string;
  [attribute: string]: string | undefined;
}

/** What the head says of a page. */
export interface PageFacts {
  frame: Frame;
  /** The title of the page; that of the site follows it where it is another. */
  title: string;
  description: string;
  /** The path of the page as it is served. */
  path: string;
  /** The origin of the site, when its address is set. */
  origin?: string | undefined;
  /** Where the feeds of this page alone are, without their endings, when there are any. */
  feed?: string | undefined;
  /** The picture that stands for the page where it is shared. */
  card: { address: string; alt: string; width: number; height: number };
  palettes: Palettes;
  /** What the page of an entry says of its work. */
  work?: WorkFacts | undefined;
  /** A page that is not to be found by search, as the one for what is not there. */
  hidden?: boolean | undefined;
}

/** An entry as networks and scholarly search know it. */
export interface WorkFacts {
  /** The whole title, which the page's own may be short for. */
  title: string;
  authors?: readonly string[];
  /** Days or months, where they are known. */
  published?: string | undefined;
  updated?: string | undefined;
  tags: readonly string[];
  /** What scholarly search asks for. */
  scholarly?: HeadTag[];
}

const longestDescription = 200;

/** The head of a page, in the order in which it is written. */
export function pageHead(page: PageFacts): HeadTag[] {
  const { frame, title, path, palettes, feed, origin, work, hidden } = page;
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
    // Some readers take the first.
    ...listFeeds(title, feed),
    ...listFeeds(frame.title, frame.feed),
    ...listPdf(frame.pdfs.get(path)),
    ...(hidden ? [] : [...describeShared(page, description), ...(work?.scholarly ?? [])]),
  ];
}

function named(name: string, content: string): HeadTag {
  return { tag: 'meta', name, content };
}

/** Of an entry those whom it names; all else is by whose the site is. */
function listAuthors({ frame: { author }, work }: PageFacts): readonly string[] {
  if (work) return work.authors ?? [];
  return author === undefined ? [] : [author];
}

function listIcons(home: string): HeadTag[] {
  const address = (path: string) => home.replace(/\/$/, '') + path;
  const { touch, small } = iconSizes;
  return [
    // Without sizes Chromium takes the other one, which keeps its ink in the dark.
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

/** Where search is to find the page, and where the page is as plain text. */
function listAddresses(path: string, origin: string | undefined): HeadTag[] {
  return [
    ...(origin === undefined
      ? []
      : [{ tag: 'link' as const, rel: 'canonical', href: new URL(path, origin).href }]),
    { tag: 'link', rel: 'alternate', href: twinPath(path), type: mediaTypes.md },
  ];
}

/** One feed in both formats, so that a reader finds it by the address of the page. */
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

/** The page as a file for paper; the command that makes the file reads its address here. */
function listPdf(address: string | undefined): HeadTag[] {
  if (address === undefined) return [];
  return [{ tag: 'link', rel: 'alternate', href: address, type: mediaTypes.pdf }];
}

/**
 * What networks show of a page that is shared: Open Graph (https://ogp.me/). They take whole addresses alone,
 * so a site without one has no card in its head.
 */
function describeShared(page: PageFacts, description: string): HeadTag[] {
  const { frame, title, path, origin, card, work } = page;
  const tag = (property: string, content: string): HeadTag => ({ tag: 'meta', property, content });
  // A territory is no part of the site's language unless the author says so, and the format wants both.
  const [language, territory] = frame.language.split('-');
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

/** Cuts a long description after its last whole sentence, if what is left says enough, or word that fits. */
export function cut(text: string): string {
  if (text.length <= longestDescription) return text;
  const start = text.slice(0, longestDescription);
  // A full stop after “al.”, “e.g.” or an initial ends no sentence.
  const sentence = /^.*(?<!\b(?:al|cf|vs|e\.g|i\.e|Figs?|Eqs?|Secs?|\p{Lu}))[.?!](?=\s)/su.exec(
    start,
  )?.[0];
  if (sentence !== undefined && sentence.length >= longestDescription / 2) return sentence;
  return `${start.slice(0, start.lastIndexOf(' '))}…`;
}
