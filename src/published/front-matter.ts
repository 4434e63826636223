import { stringify } from 'yaml';
import { formatApa } from '../bibliography/apa.ts';
import type { EntryLink } from '../model/entry.ts';
import type { PaperView } from '../model/paper.ts';
import type { Frame, SiteView } from '../model/site.ts';
import type { ThreadView } from '../model/thread.ts';

/** Facts in the order of the front matter, which leaves out those that are undefined or empty. */
export interface Facts {
  title: string;
  [name: string]: unknown;
}

type Resolve = (address: string) => string;

/** The facts of a thread. */
export function listThreadFacts(
  thread: ThreadView,
  { author, license }: Frame,
  resolve: Resolve,
): Facts {
  const { title, address, badge, period, tags, papers, related, pipeline } = thread;
  const { repository, citation } = thread;
  return {
    title,
    kind: 'Research thread',
    address: resolve(address),
    authors: author === undefined ? [] : [author],
    status: badge,
    started: period.started.iso,
    ended: period.ended?.iso,
    updated: thread.updated,
    tags: tags.map(({ label }) => label),
    papers: papers && resolveLinks(papers.items, resolve),
    related: related && resolveLinks(related.items, resolve),
    pipeline,
    repository: repository?.address,
    license: license?.title,
    citation: formatApa(citation.work),
  };
}

/** The facts of a paper. */
export function listPaperFacts(paper: PaperView, resolve: Resolve): Facts {
  const { title, address, publication, notice, authors, date, updated, tags } = paper;
  const { threads, related, externalLinks, pipeline, citation } = paper;
  return {
    title,
    kind: 'Paper',
    address: resolve(address),
    authors,
    status: publication.badge,
    notice: notice && { date: notice.date.iso, note: notice.note },
    venue: publication.venue,
    'public-since': date?.iso,
    updated,
    tags: tags.map(({ label }) => label),
    threads: resolveLinks(threads, resolve),
    related: resolveLinks(related, resolve),
    links: resolveLinks(externalLinks, resolve),
    pipeline,
    citation: formatApa(citation.work),
  };
}

/** The facts of a page that is not that of an entry. */
export function listPageFacts(
  address: string,
  title: string,
  { frame, pages }: Pick<SiteView, 'frame' | 'pages'>,
  resolve: Resolve,
): Facts {
  return {
    title,
    site: title === frame.title ? undefined : frame.title,
    address: resolve(address),
    author: frame.author,
    contacts: frame.contacts,
    updated: pages.find((page) => page.address === address)?.updated,
  };
}

function resolveLinks(links: readonly EntryLink[], resolve: Resolve): EntryLink[] {
  return links.map(({ title, address }) => ({ title, address: resolve(address) }));
}

/** Facts as the front matter of a Markdown file. */
export function formatFrontMatter(facts: Facts): string {
  const known = Object.entries(facts).filter(
    ([, fact]) => fact !== undefined && !(Array.isArray(fact) && fact.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`;
}
