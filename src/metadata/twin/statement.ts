import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EntryLink } from '../../model/entry.ts';
import type { PaperView } from '../../model/paper.ts';
import type { SiteView } from '../../model/site.ts';
import type { Method } from '../../model/statement.ts';
import type { ThreadView } from '../../model/thread.ts';
import { buildText } from '../entry-content.ts';
import { formatPeriod, type PageContent } from './page.ts';

/** The work on one sheet; whose it is stands among the facts. */
export function buildStatement({
  frame,
  indexes,
  statement,
  threads,
  papers,
}: SiteView): PageContent {
  return {
    title: indexes.statement.title,
    content: [
      h('p', frame.intro),
      ...buildPart('Questions', threads.map(buildQuestion)),
      ...buildPart('Methods', statement.methods.map(buildMethod)),
      ...buildPart('Papers', papers.map(buildPaper)),
    ],
  };
}

function buildPart(heading: string, entries: readonly ElementContent[][]): ElementContent[] {
  return entries.length === 0 ? [] : [h('h2', heading), ...entries.flat()];
}

function buildQuestion(thread: ThreadView): ElementContent[] {
  const { badge, period, question } = thread;
  return [
    buildHeading(thread),
    h('p', `${badge}, ${formatPeriod(period)}`),
    h('p', buildText(question, 'shared')),
  ];
}

function buildMethod(method: Method): ElementContent[] {
  const { approach, lists } = method;
  const items = lists.map((list) => h('li', `${list.heading}: ${list.items.join(', ')}`));
  return [
    buildHeading(method),
    ...(approach ? [h('p', buildText(approach, 'shared'))] : []),
    ...(items.length > 0 ? [h('ul', items)] : []),
  ];
}

function buildPaper(paper: PaperView): ElementContent[] {
  const { authors, publication } = paper;
  return [
    buildHeading(paper),
    ...(authors.length > 0 ? [h('p', authors.join(', '))] : []),
    h('p', publication.line),
  ];
}

function buildHeading({ title, address }: EntryLink): ElementContent {
  return h('h3', h('a', { href: address }, title));
}
