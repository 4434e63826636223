import { formatApa } from '../../bibliography/apa.ts';
import { resolveLinks, type Facts, type Resolve } from '../../metadata/front-matter.ts';
import type { Frame } from '../../model/site.ts';
import { listAuthorDetails } from '../paper/data.ts';
import { listVersions } from './data.ts';
import { findOutputType } from './type.ts';
import type { OutputView } from './view.ts';

/** The facts of an output. */
export function listOutputFacts(output: OutputView, _: Frame, resolve: Resolve): Facts {
  const { title, language, address, authors, date, updated, tags, citation } = output;
  return {
    title,
    kind: findOutputType(output.type).label,
    language,
    address: resolve(address),
    authors,
    'author-details': listAuthorDetails(output),
    event: output.event,
    place: output.place,
    'public-since': date?.iso,
    updated,
    doi: output.doi,
    repository: output.repository,
    license: output.license?.title,
    versions: listVersions(output),
    tags: tags.map((tag) => tag.label),
    papers: resolveLinks(output.papers, resolve),
    threads: resolveLinks(output.threads, resolve),
    links: resolveLinks(output.externalLinks, resolve),
    pipeline: output.pipeline,
    citation: citation.hasAuthor ? formatApa(citation.work) : undefined,
  };
}
