import type { SiteView } from '../model/site.ts';
import { buildEntryItems, type FeedItem } from './feed-item.ts';

/** The feed of the site, an entry or a tag. */
export interface Feed {
  /** Where its files are on the host, without their endings. */
  path: string;
  /** The same as a whole address. */
  address: string;
  /** The whole address of the page that it belongs to. */
  page: string;
  title: string;
  description: string;
  language: string;
  /** Whose feed it is, where the site says so; who wrote an item, it says itself. */
  author?: string;
  siteTitle: string;
  /** The day of its newest item. */
  updated: string;
  items: FeedItem[];
}

/** How many items a feed holds, the newest; what is older stands on the site. */
const mostItems = 30;

/**
 * The feeds of the site, of each entry that can be followed, and of each tag: none while the site has no
 * address. `contents` are the HTML of entries by their address.
 */
export function buildFeeds(
  { frame, entries, selections }: SiteView,
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
    { ...frame, description: frame.intro, entries },
    ...entries.map((entry) => ({ ...entry, entries: [entry, ...entry.followed] })),
    ...selections.tagged.map((page) => ({ ...page, entries: page.selection.rows })),
  ];
  return followed.flatMap(({ feed, title, description, entries }): Feed[] => {
    const newest = entries
      .flatMap(({ address }) => items.get(address) ?? [])
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
