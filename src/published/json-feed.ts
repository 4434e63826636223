import { formatInstant, type FeedItem } from './feed-item.ts';
import type { Feed } from './feed.ts';

/** A feed as a file of JSON Feed, version 1.1. */
export function formatJsonFeed(feed: Feed): string {
  const { address, page, title, description, language, items } = feed;
  const file = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: `${address}.json`,
    description,
    language,
    items: items.map(buildItem),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function buildItem(item: FeedItem) {
  const { id, title, updated, published, summary, html, authors, tags, language } = item;
  return {
    id,
    url: id,
    title,
    content_html: html,
    ...(summary !== undefined && { summary }),
    ...(published !== undefined && { date_published: formatInstant(published) }),
    date_modified: formatInstant(updated),
    // The feed itself names no authors, because items without authors would inherit them.
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(tags.length > 0 && { tags }),
    ...(language !== undefined && { language }),
  };
}
