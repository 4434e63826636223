import { formatApa } from '../../bibliography/apa.ts';
import type { Frame } from '../../model/site.ts';
import { resolveLinks, type Facts, type Resolve } from '../../metadata/front-matter.ts';
import { kinds } from '../registry.ts';
import type { ThreadView } from './view.ts';

/** The facts of a thread. */
export function listThreadFacts(
  thread: ThreadView,
  { author, license }: Frame,
  resolve: Resolve,
): Facts {
  const { title, language, address, badge, period, tags, papers, related, pipeline } = thread;
  const { repository, citation } = thread;
  return {
    title,
    kind: kinds.thread.name,
    language,
    address: resolve(address),
    authors: author === undefined ? [] : [author],
    status: badge,
    started: period.started.iso,
    ended: period.ended?.iso,
    updated: thread.updated,
    tags: tags.map(({ label }) => label),
    papers: papers && resolveLinks(papers.items, resolve),
    related: related && resolveLinks(related.items, resolve),
    outputs: thread.outputs && resolveLinks(thread.outputs.items, resolve),
    pipeline,
    repository: repository?.address,
    license: license?.title,
    citation: citation.hasAuthor ? formatApa(citation.work) : undefined,
  };
}
