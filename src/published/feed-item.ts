import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toDay } from '../lib/date.ts';
import type { Change } from '../model/history.ts';
import type { PaperView } from '../model/paper.ts';
import type { ThreadView } from '../model/thread.ts';

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

/** A thread and its changes; `html` is its content, and its author is that of the site. */
export function buildThreadItems(
  thread: ThreadView,
  html: string,
  author: string | undefined,
  origin: string,
): FeedItem[] {
  const page = new URL(thread.address, origin);
  return buildItems(thread.history, {
    id: page.href,
    title: thread.title,
    updated: thread.updated,
    summary: thread.question.plain,
    html,
    authors: author === undefined ? [] : [author],
    tags: thread.tags.map(({ label }) => label),
  });
}

/** A paper and its changes; nothing without a date, for a feed is in the order of time. */
export function buildPaperItems(paper: PaperView, html: string, origin: string): FeedItem[] {
  if (paper.updated === undefined) return [];
  const page = new URL(paper.address, origin);
  return buildItems(paper.history, {
    id: page.href,
    title: paper.title,
    updated: paper.updated,
    ...(paper.date && { published: toDay(paper.date.iso) }),
    summary: paper.description,
    html,
    authors: paper.authors,
    tags: paper.tags.map(({ label }) => label),
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
