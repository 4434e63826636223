import type { Reference } from '../bibliography/reference.ts';
import type { PaperView } from '../model/paper.ts';
import type { Frame } from '../model/site.ts';
import type { ThreadView } from '../model/thread.ts';
import { buildPaperCard, buildThreadCard } from './card/card.ts';
import { listHighwire } from './highwire.ts';

/** What the frame of a thread's page says of it. `works` are those that the page cites or lists. */
export function describeThread(thread: ThreadView, frame: Frame, works: readonly Reference[]) {
  const { title, question, accent, feed, updated, tags } = thread;
  return {
    title,
    description: question.plain,
    accent,
    feed,
    card: buildThreadCard(thread, frame),
    subject: { kind: 'thread' as const, entry: thread, works },
    work: {
      title,
      ...(frame.author !== undefined && { authors: [frame.author] }),
      updated,
      tags: tags.map(({ label }) => label),
    },
  };
}

/**
 * What the frame of a paper's page says of it. `works` are those that the paper cites; `site` is where the
 * site is, when it has an address.
 */
export function describePaper(
  paper: PaperView,
  frame: Frame,
  works: readonly Reference[],
  site: URL | undefined,
) {
  const { title, short, description, authors, date, updated, tags } = paper;
  return {
    title: short,
    description,
    card: buildPaperCard(paper, frame),
    subject: { kind: 'paper' as const, entry: paper, works },
    work: {
      title,
      authors,
      published: date?.iso,
      updated,
      tags: tags.map(({ label }) => label),
      scholarly: listHighwire(paper, works, site && new URL(paper.address, site)),
    },
  };
}
