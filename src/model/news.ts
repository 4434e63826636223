import { buildDate, type CalendarDate } from '../lib/date.ts';
import { pagePaths } from './address.ts';
import type { EntryLink } from './entry.ts';
import type { Graph } from './graph.ts';
import { markTitle, type MarkedText } from './marked-text.ts';
import { findTarget } from './target.ts';

/** A piece of news, ready to be shown. */
export interface NewsItem {
  /** Its id on the page of all news. It stays the same when others are added. */
  id: string;
  date: CalendarDate;
  sentence: MarkedText;
  /** The target of the sentence. */
  address?: string;
}

/** The news of a site, the newest first. */
export interface NewsView {
  all: NewsItem[];
  /** Those that the Research page shows. */
  latest: NewsItem[];
  /** The link to all of them, if some are not shown. */
  rest?: EntryLink;
}

/** The most news that the Research page shows. */
const mostLatest = 3;

/** Builds the news, the newest first; of one date, the one written last. */
export function buildNews(
  { site, news, words }: Graph,
  address: (path: string) => string,
): NewsView {
  const counts = new Map<string, number>();
  const all = news
    .map((item) => {
      const count = (counts.get(item.date) ?? 0) + 1;
      counts.set(item.date, count);
      return { ...item, id: `news-${item.date}${count === 1 ? '' : `-${count}`}` };
    })
    .toReversed()
    .toSorted((a, b) => b.date.localeCompare(a.date, 'en'))
    .map(({ id, date, sentence, language, link }) => ({
      id,
      date: buildDate(date, words.language),
      sentence: markTitle(sentence, '', language === site.language ? undefined : language),
      ...(link !== undefined && { address: findTarget(link, address) }),
    }));
  return {
    all,
    latest: all.slice(0, mostLatest),
    ...(all.length > mostLatest && {
      rest: { title: words.list.allNews, address: address(pagePaths.news()) },
    }),
  };
}
