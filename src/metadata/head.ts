/** One element of the head: its name, its attributes, and its text where it has any. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link';
  text?: string;
  [attribute: string]: string | undefined;
}

/** What the head says of a page. */
export interface PageFacts {
  /** The title of the page; that of the site follows it where it is another. */
  title: string;
  siteTitle: string;
  description: string;
  /** The path of the page as it is served. */
  path: string;
  /** The path of the icon as it is served. */
  icon: string;
  /** The origin of the site, when its address is set. */
  origin?: string | undefined;
  /** Where the feeds of the site are, without their endings, when there are any. */
  siteFeed?: string | undefined;
  /** Where those of this page alone are. */
  feed?: string | undefined;
  /** The picture that stands for the page where it is shared. */
  card?: { address: string; alt: string; width: number; height: number } | undefined;
  /** A page that is not to be found by search, as the one for what is not there. */
  hidden?: boolean | undefined;
}

const longestDescription = 200;

/** The head of a page, in the order in which it is written. */
export function pageHead(page: PageFacts): HeadTag[] {
  const { title, siteTitle, description, path, icon, siteFeed, feed, origin, card, hidden } = page;
  return [
    { tag: 'title', text: title === siteTitle ? title : `${title} · ${siteTitle}` },
    { tag: 'meta', name: 'viewport', content: 'width=device-width, initial-scale=1' },
    { tag: 'meta', name: 'description', content: cut(description) },
    { tag: 'meta', name: 'color-scheme', content: 'light dark' },
    { tag: 'link', rel: 'icon', href: icon, type: 'image/svg+xml' },
    ...(hidden ? [{ tag: 'meta' as const, name: 'robots', content: 'noindex' }] : []),
    ...(origin && !hidden
      ? [{ tag: 'link' as const, rel: 'canonical', href: new URL(path, origin).href }]
      : []),
    ...listFeeds(siteTitle, siteFeed),
    ...listFeeds(title, feed),
    ...(origin && !hidden && card ? cardTags(card, origin) : []),
  ];
}

/** One feed in both formats, so that a reader finds it by the address of the page. */
function listFeeds(title: string, feed: string | undefined): HeadTag[] {
  if (feed === undefined) return [];
  return [
    { tag: 'link', rel: 'alternate', href: `${feed}.xml`, type: 'application/atom+xml', title },
    { tag: 'link', rel: 'alternate', href: `${feed}.json`, type: 'application/feed+json', title },
  ];
}

/** Networks take whole addresses alone, so a site without one has no card in its head. */
function cardTags(
  { address, alt, width, height }: NonNullable<PageFacts['card']>,
  origin: string,
): HeadTag[] {
  return [
    { tag: 'meta', property: 'og:image', content: new URL(address, origin).href },
    { tag: 'meta', property: 'og:image:width', content: String(width) },
    { tag: 'meta', property: 'og:image:height', content: String(height) },
    { tag: 'meta', property: 'og:image:alt', content: alt },
    { tag: 'meta', name: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** Cuts a long description after its last whole sentence or word that fits. */
function cut(text: string): string {
  if (text.length <= longestDescription) return text;
  const start = text.slice(0, longestDescription);
  const sentence = /^.*[.?!](?=\s)/s.exec(start)?.[0];
  return sentence ?? `${start.slice(0, start.lastIndexOf(' '))}…`;
}
