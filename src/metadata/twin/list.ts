import type { CitedWork } from '../../model/bibliography.ts';
import type { Overview } from '../../model/overview.ts';
import type { SiteView } from '../../model/site.ts';
import { findBody, type EntryBody } from '../entry-content.ts';
import { formatPaperTwin, formatThreadTwin } from './entry.ts';
import {
  buildContents,
  buildHome,
  buildList,
  buildReferences,
  buildTagPage,
  buildTags,
  type PageContent,
} from './page.ts';
import { buildResolver } from './resolver.ts';
import { buildStatement } from './statement.ts';
import { formatTwin, type Twin } from './twin.ts';

/** What the pages show beside what is in the fields of the entries. */
export interface WrittenMatter {
  /** By the address of their entry. */
  bodies: ReadonlyMap<string, EntryBody>;
  overview: Overview;
  works: readonly CitedWork[];
}

/** The twins of all entries, in the order of the Research page. */
export function buildEntryTwins(
  { frame, threads, papers }: SiteView,
  bodies: WrittenMatter['bodies'],
  origin: string | undefined,
): Twin[] {
  return [
    ...threads.map((thread) => {
      const { address: page } = thread;
      return { page, text: formatThreadTwin(thread, findBody(bodies, page), frame, origin) };
    }),
    ...papers.map((paper) => {
      const { address: page } = paper;
      return { page, text: formatPaperTwin(paper, findBody(bodies, page), origin) };
    }),
  ];
}

/** The twins of all pages. */
export function buildTwins(
  site: SiteView,
  { bodies, overview, works }: WrittenMatter,
  origin: string | undefined,
): Twin[] {
  const { frame, indexes, selections, tags } = site;
  const contents: [page: string, content: PageContent][] = [
    [frame.home, buildHome(site)],
    [indexes.threads.address, buildList(indexes.threads, selections.threads.rows)],
    [indexes.papers.address, buildList(indexes.papers, selections.papers.rows)],
    [indexes.references.address, buildReferences(indexes.references, works)],
    [indexes.tags.address, buildTags(indexes.tags, tags)],
    [indexes.contents.address, buildContents(indexes.contents, overview)],
    [indexes.statement.address, buildStatement(site)],
    ...selections.tagged.map((page): [string, PageContent] => [page.address, buildTagPage(page)]),
  ];
  return [
    ...contents.map(([page, content]) => {
      return { page, text: formatPage(site, page, content, origin) };
    }),
    ...buildEntryTwins(site, bodies, origin),
  ];
}

function formatPage(
  { frame, pages }: SiteView,
  page: string,
  { title, content }: PageContent,
  origin: string | undefined,
): string {
  const resolve = buildResolver(page, origin);
  const facts = {
    title,
    site: title === frame.title ? undefined : frame.title,
    address: resolve(page),
    author: frame.author,
    contacts: frame.contacts,
    updated: pages.find(({ address }) => address === page)?.updated,
  };
  return formatTwin(facts, content, { references: [], resolve });
}
