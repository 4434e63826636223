import type { Element } from 'xast';
import { x } from 'xastscript';
import { mediaTypes, namedMediaTypes } from '../lib/media-types.ts';
import { formatInstant, type FeedItem } from './feed-item.ts';
import type { Feed } from './feed.ts';
import { formatXml } from '../metadata/xml.ts';

/**
 * Formats a feed as Atom (RFC 4287). Atom requires an author, which entries without authors inherit from the feed. If
 * no author is set, the title of the site takes that place, as the format allows.
 */
export function formatAtom(feed: Feed): string {
  const { address, page, title, description, language, author, siteTitle, updated, items } = feed;
  const file = `${address}.xml`;
  return formatXml(
    x(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
      x('id', file),
      x('title', title),
      x('subtitle', description),
      x('updated', formatInstant(updated)),
      x('link', { rel: 'self', type: namedMediaTypes['feed.xml'], href: file }),
      x('link', { rel: 'alternate', type: mediaTypes.html, href: page }),
      buildAuthor(author ?? siteTitle),
      ...items.map((item) => buildEntry(item, siteTitle)),
    ),
  );
}

function buildEntry(item: FeedItem, siteTitle: string): Element {
  const { id, title, updated, published, summary, html, authors, tags, language } = item;
  return x(
    'entry',
    language === undefined ? {} : { 'xml:lang': language },
    x('id', id),
    x('title', title),
    x('link', { rel: 'alternate', type: mediaTypes.html, href: id }),
    ...(published === undefined ? [] : [x('published', formatInstant(published))]),
    x('updated', formatInstant(updated)),
    ...(authors.length > 0 ? authors : [siteTitle]).map(buildAuthor),
    ...tags.map((term) => x('category', { term })),
    ...(summary === undefined ? [] : [x('summary', summary)]),
    x('content', { type: 'html' }, html),
  );
}

function buildAuthor(name: string): Element {
  return x('author', {}, x('name', name));
}
