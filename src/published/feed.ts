import type { SiteView } from '../model/site.ts';
import { buildEntryItems, buildNewsItems, type FeedItem } from './feed-item.ts';

/** The feed of the site, an entry or a tag. */
export interface Feed {
  /** The path of its files without extension. */
  path: string;
  /** The absolute form of `path`. */
  address: string;
  /** The absolute address of its page. */
  page: string;
  title: string;
  description: string;
  language: string;
  /** The author of the site, if set. Items name their own authors. */
  author?: string;
  siteTitle: string;
  /** The day of its newest item. */
  updated: string;
  items: FeedItem[];
}

/** The maximum number of items in a feed. Older items are dropped. */
const mostItems = 30;

/**
 * Builds the feeds of the site, of each entry that can be followed, and of each tag; none if the site has no address.
 * `contents` is the HTML of entries by their address.
 */
export function buildFeeds(
  { frame, entries, selections, news }: SiteView,
  contents: ReadonlyMap<string, string>,
  origin: string,
): Feed[] {
  const find = (address: string): string => {
    const content = contents.get(address);
    if (content === undefined) throw new Error(`The page ${address} was not built.`);
    return content;
  };
  const items = new Map(
    entries.map((entry) => [
      entry.address,
      buildEntryItems(entry, find(entry.address), frame.author, origin),
    ]),
  );
  const followed = [
    { ...frame, description: frame.intro, entries, news: buildNewsItems(news, frame, origin) },
    ...entries.map((entry) => ({ ...entry, entries: [entry, ...entry.followed], news: [] })),
    ...selections.tagged.map((page) => ({ ...page, entries: page.selection.rows, news: [] })),
  ];
  return followed.flatMap(({ feed, title, description, entries, news }): Feed[] => {
    const newest = [...entries.flatMap(({ address }) => items.get(address) ?? []), ...news]
      .toSorted((a, b) => b.updated.localeCompare(a.updated, 'en'))
      .slice(0, mostItems);
    if (feed === undefined || newest[0] === undefined) return [];
    const address = new URL(feed, origin).href;
    return [
      {
        path: feed,
        address,
        page: new URL('.', address).href,
        title: title === frame.title ? title : `${title} · ${frame.title}`,
        description,
        language: frame.language,
        ...(frame.author !== undefined && { author: frame.author }),
        siteTitle: frame.title,
        updated: newest[0].updated,
        items: newest,
      },
    ];
  });
}
