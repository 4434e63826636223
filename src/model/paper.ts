import { formatProse } from '../lib/typography.ts';
import type { Paper } from '../schema/paper.ts';
import { pagePaths } from './address.ts';
import { buildContents, type PageText } from './contents.ts';
import { buildTagLinks, type EntryLink, type TagLink } from './entry.ts';
import type { Entry, Graph } from './graph.ts';
import { buildPublication, type Publication } from './publication.ts';

/** A paper as it is shown: every address and label finished. */
export interface PaperView extends EntryLink {
  slug: string;
  /** What it is called where space is short. */
  short: string;
  publication: Publication;
  abstract: string;
  authors: string[];
  tags: TagLink[];
  threads: EntryLink[];
  externalLinks: EntryLink[];
}

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildPaper(
  entry: Entry<Paper>,
  graph: Graph,
  address: (path: string) => string,
): PaperView {
  const { slug, data } = entry;
  return {
    slug,
    title: formatProse(data.title),
    short: formatProse(data.short ?? data.title),
    address: address(pagePaths.paper(slug)),
    publication: buildPublication(data.status, data.venue),
    abstract: formatProse(data.abstract),
    authors: data.authors.map(formatProse),
    tags: buildTagLinks(data.tags, address),
    threads: graph.threadsOf(entry).map((thread) => ({
      title: formatProse(thread.data.title),
      address: address(pagePaths.thread(thread.slug)),
    })),
    externalLinks: data.links.map(({ label, address }) => ({ title: label, address })),
  };
}

/** The contents of a paper's page: what it shows of itself, and the sections of its text. */
export function listPaperContents(
  paper: PaperView,
  { sections, references }: PageText,
): EntryLink[] {
  return buildContents({
    fields: { abstract: 'Abstract' },
    sections,
    closing: {
      threads: paper.threads.length > 0 ? 'Research threads' : undefined,
      references: references.length > 0 ? 'References' : undefined,
    },
  });
}
