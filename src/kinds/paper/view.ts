import { buildDate, findNewest } from '../../lib/date.ts';
import { formatPipeline } from '../../lib/pipeline.ts';
import { formatProse, formatTitle } from '../../lib/typography.ts';
import type { ChangeKind } from '../../schema/history.ts';
import type { Paper } from './schema.ts';
import type { PaperStatus } from '../../schema/status.ts';
import { pagePaths } from '../../model/address.ts';
import { listRelatedPapers, listThreadsOf } from './threads.ts';
import { buildPaperCitation } from './citation.ts';
import { buildProse, type CitingText } from '../../model/citing-text.ts';
import { buildTagLinks, listParts, type EntryLink, type EntryView } from '../../model/entry.ts';
import type { Entry, Graph } from '../../model/graph.ts';
import { buildHistory, type Change } from '../../model/history.ts';
import { buildPublication, type Publication } from './publication.ts';

/** A paper as its pages show it. */
export interface PaperView extends EntryView {
  publication: Publication;
  /** The change that withdrew or retracted the paper, if its history has one. */
  notice?: Change;
  abstract: CitingText;
  authors: string[];
  threads: EntryLink[];
  related: EntryLink[];
}

/** The change that took its standing from a paper of a status. */
const fall: Partial<Record<PaperStatus, ChangeKind>> = {
  withdrawn: 'withdrawal',
  retracted: 'retraction',
};

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildPaper(
  entry: Entry<Paper>,
  graph: Graph,
  address: (path: string) => string,
): PaperView {
  const { slug, data } = entry;
  const publication = buildPublication(data.status, data.venue);
  const history = buildHistory(data.history, graph.site.language);
  const notice = history.find(({ kind }) => kind === fall[data.status]);
  const dates = data.history.map(({ date }) => date);
  const updated = findNewest(data.date === undefined ? dates : [data.date, ...dates]);
  const page = address(pagePaths.entry('paper', slug));
  const readProse = buildProse(data, page, (key) => graph.findReference(entry, key));
  const abstract = readProse('abstract');
  const authors = data.authors.map(formatProse);
  const threads = listThreadsOf(graph, entry).map((thread) => ({
    title: formatProse(thread.data.title),
    address: address(pagePaths.entry('thread', thread.slug)),
  }));
  const related = listRelatedPapers(graph, entry).map((paper) => ({
    title: formatTitle(paper.data.title, paper.data.status),
    address: address(pagePaths.entry('paper', paper.slug)),
  }));
  return {
    kind: 'paper',
    slug,
    title: formatTitle(data.title, data.status),
    short: formatTitle(data.short ?? data.title, data.status),
    address: page,
    publication,
    badge: publication.badge,
    standing: publication.line,
    when: publication.badge,
    ...(!publication.isStanding && notice && { notice }),
    ...(data.date !== undefined && { date: buildDate(data.date, graph.site.language) }),
    summary: abstract,
    abstract,
    description: (publication.isStanding ? '' : `${publication.badge}. `) + abstract.plain,
    authors,
    ...(data.pipeline && { pipeline: formatPipeline(data.pipeline, formatProse) }),
    tags: buildTagLinks(data.tags, address),
    threads,
    related,
    partOf: threads,
    siblings: related,
    followed: [],
    externalLinks: data.links.map(({ label, address }) => ({ title: label, address })),
    history,
    citation: buildPaperCitation(entry, graph.site, page),
    ...(updated !== undefined && { updated }),
    parts: {
      before: listParts({
        abstract: 'Abstract',
        threads: threads.length > 0 ? 'Research threads' : undefined,
      }),
      after: listParts({ papers: related.length > 0 ? 'Related papers' : undefined }),
    },
    search: {
      context: publication.badge,
      text: [authors.join(', '), abstract.plain, publication.line].filter(Boolean).join(' '),
      sections: [],
    },
  };
}
