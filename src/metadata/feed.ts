import type { SiteView } from '../model/site.ts';
import { findBody, type EntryBody } from './entry-content.ts';
import { buildPaperItems, buildThreadItems, type FeedItem } from './feed-item.ts';

/** What can be followed: the site, a thread, or a tag. */
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
 * The feeds of the site, of each thread with its papers, and of each tag: none while the site has no
 * address. `bodies` are by the address of their entry.
 */
export function buildFeeds(
  { frame, threads, papers, selections }: SiteView,
  bodies: ReadonlyMap<string, EntryBody>,
  origin: string,
): Feed[] {
  const items = new Map([
    ...threads.map(
      (one) =>
        [
          one.address,
          buildThreadItems(one, findBody(bodies, one.address), frame.author, origin),
        ] as const,
    ),
    ...papers.map(
      (one) => [one.address, buildPaperItems(one, findBody(bodies, one.address), origin)] as const,
    ),
  ]);
  const followed = [
    { ...frame, description: frame.intro, entries: [...threads, ...papers] },
    ...threads.map((thread) => ({
      ...thread,
      description: thread.question.plain,
      entries: [thread, ...(thread.papers?.items ?? [])],
    })),
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
