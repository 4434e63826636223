import { formatApa } from '../../bibliography/apa.ts';
import type { Frame } from '../../model/site.ts';
import { resolveLinks, type Facts, type Resolve } from '../../metadata/front-matter.ts';
import { listAuthorDetails, listContributorNames } from './data.ts';
import type { PaperView } from './view.ts';

/** The facts of a paper. */
export function listPaperFacts(paper: PaperView, _: Frame, resolve: Resolve): Facts {
  const { title, language, address, publication, notice, authors, date, updated, tags } = paper;
  const { threads, related, externalLinks, pipeline, citation } = paper;
  return {
    title,
    kind: 'Paper',
    language,
    address: resolve(address),
    authors,
    'author-details': listAuthorDetails(paper),
    ...listContributorNames(paper),
    status: publication.badge,
    notice: notice && { date: notice.date.iso, note: notice.note },
    venue: publication.venue,
    'public-since': date?.iso,
    updated,
    tags: tags.map(({ label }) => label),
    threads: resolveLinks(threads, resolve),
    related: resolveLinks(related, resolve),
    outputs: resolveLinks(paper.outputs, resolve),
    links: resolveLinks(externalLinks, resolve),
    pipeline,
    citation: citation.hasAuthor ? formatApa(citation.work) : undefined,
  };
}
