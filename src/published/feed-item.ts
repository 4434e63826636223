import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { isYear, toDay } from '../lib/date.ts';
import type { EntryView } from '../model/entry.ts';
import { pagePaths, withBase } from '../model/address.ts';
import type { Change } from '../model/history.ts';
import type { NewsView } from '../model/news.ts';
import type { Frame } from '../model/site.ts';

/** A feed item for an entry or a change. */
export interface FeedItem {
  /** The absolute address. It identifies the item across builds. */
  id: string;
  title: string;
  /** A day, like every date of a feed: the first of a month or year that is all that is known. */
  updated: string;
  published?: string;
  summary?: string;
  html: string;
  /** The entry's own authors. */
  authors: string[];
  tags: string[];
  /** The language of the entry, if it is set. */
  language?: string;
}

/**
 * Builds the items of an entry and its changes. `html` is the content, and `author` is the author of the site. Empty
 * without a date, because feeds are chronological.
 */
export function buildEntryItems(
  entry: EntryView,
  html: string,
  author: string | undefined,
  origin: string,
): FeedItem[] {
  const { title, address, updated, date, description, authors, tags, history, language } = entry;
  if (updated === undefined) return [];
  return buildItems(history, {
    id: new URL(address, origin).href,
    title,
    updated: toDay(updated),
    ...(date && !isYear(date.iso) && { published: toDay(date.iso) }),
    summary: description,
    html,
    authors: authors ?? (author === undefined ? [] : [author]),
    tags: tags.map(({ label }) => label),
    ...(language !== undefined && { language }),
  });
}

function buildItems(history: readonly Change[], entry: FeedItem): FeedItem[] {
  const { title, authors, tags, language } = entry;
  const changes = history.map(({ id, date, label, note }) => {
    const day = toDay(date.iso);
    return {
      id: `${entry.id}#${id}`,
      title: `${title}: ${label}`,
      updated: day,
      ...(!isYear(date.iso) && { published: day }),
      html: toHtml(h('p', note)),
      authors,
      tags,
      ...(language !== undefined && { language }),
    };
  });
  return [...changes, entry];
}

/** Builds the items of the news. Their author is the author of the site, if it is set. */
export function buildNewsItems({ all }: NewsView, frame: Frame, origin: string): FeedItem[] {
  const { author, home } = frame;
  const page = new URL(withBase(home, pagePaths.news()), origin);
  return all.map(({ id, date, sentence, address }) => {
    const href = address === undefined ? undefined : new URL(address, origin).href;
    const { title: words, language } = sentence;
    return {
      id: `${page.href}#${id}`,
      title: words,
      updated: toDay(date.iso),
      ...(!isYear(date.iso) && { published: toDay(date.iso) }),
      html: toHtml(h('p', href === undefined ? words : h('a', { href }, words))),
      authors: author === undefined ? [] : [author],
      tags: [],
      ...(language !== undefined && { language }),
    };
  });
}

/** Formats a day as the instant at which it begins, because feeds require instants. */
export function formatInstant(day: string): string {
  return `${day}T00:00:00Z`;
}
