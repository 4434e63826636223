import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toDay } from '../lib/date.ts';
import type { EntryView } from '../model/entry.ts';
import type { Change } from '../model/history.ts';

/** An entry, or a change of one, as readers of feeds show it. */
export interface FeedItem {
  /** Its absolute address, by which it is known from one build to the next. */
  id: string;
  title: string;
  /** A day, as every date of a feed. */
  updated: string;
  published?: string;
  summary?: string;
  html: string;
  /** Those whom it names itself. */
  authors: string[];
  tags: string[];
}

/**
 * An entry and its changes. `html` is its content, and `author` that of the site. Empty without a date, because a feed
 * is in the order of time.
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

/** A day as feeds write it, which know only instants: its beginning. */
export function formatInstant(day: string): string {
  return `${day}T00:00:00Z`;
}
