import { formatApa } from '../../bibliography/apa.ts';
import type { Frame } from '../../model/site.ts';
import { resolveLinks, type Facts, type Resolve } from '../../metadata/front-matter.ts';
import type { PaperView } from './view.ts';

/** The facts of a paper. */
export function listPaperFacts(paper: PaperView, _: Frame, resolve: Resolve): Facts {
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
