import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toDay } from '../lib/date.ts';
import type { EntryView } from '../model/entry.ts';
import type { Change } from '../model/history.ts';

/** A feed item for an entry or a change. */
export interface FeedItem {
  /** The absolute address. It identifies the item across builds. */
  id: string;
  title: string;
  /** A day, like every date of a feed. */
  updated: string;
  published?: string;
  summary?: string;
  html: string;
  /** The entry's own authors. */
  authors: string[];
  tags: string[];
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
  const { title, address, updated, date, description, authors, tags, history } = entry;
  if (updated === undefined) return [];
  return buildItems(history, {
    id: new URL(address, origin).href,
    title,
    updated,
    ...(date && { published: toDay(date.iso) }),
    summary: description,
    html,
    authors: authors ?? (author === undefined ? [] : [author]),
    tags: tags.map(({ label }) => label),
  });
}

function buildItems(history: readonly Change[], entry: FeedItem): FeedItem[] {
  const { title, authors, tags } = entry;
  const changes = history.map(({ id, date, label, note }) => {
    const day = toDay(date.iso);
    return {
      id: `${entry.id}#${id}`,
      title: `${title}: ${label}`,
      updated: day,
      published: day,
      html: toHtml(h('p', note)),
      authors,
      tags,
    };
  });
  return [...changes, entry];
}

/** Formats a day as the instant at which it begins, because feeds require instants. */
export function formatInstant(day: string): string {
  return `${day}T00:00:00Z`;
}
