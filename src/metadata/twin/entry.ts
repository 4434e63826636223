import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { OwnCitation } from '../../model/citation.ts';
import type { Change } from '../../model/history.ts';
import type { PaperView } from '../../model/paper.ts';
import type { ListedReference } from '../../model/reference-list.ts';
import type { Frame } from '../../model/site.ts';
import type { ThreadView } from '../../model/thread.ts';
import {
  buildPaperContent,
  buildSection,
  buildThreadContent,
  type EntryBody,
} from '../entry-content.ts';
import { listPaperFacts, listThreadFacts } from './front-matter.ts';
import { buildResolver } from './resolver.ts';
import { formatTwin } from './twin.ts';

/** The page of a thread as Markdown; `origin` is that of the site, where it has one. */
export function formatThreadTwin(
  thread: ThreadView,
  body: EntryBody,
  frame: Frame,
  origin: string | undefined,
): string {
  const resolve = buildResolver(thread.address, origin);
  const content = [...buildThreadContent(thread, body), ...buildClosing(thread, body)];
  const { references } = body;
  return formatTwin(listThreadFacts(thread, frame, resolve), content, { references, resolve });
}

/** The page of a paper as Markdown. */
export function formatPaperTwin(
  paper: PaperView,
  body: EntryBody,
  origin: string | undefined,
): string {
  const resolve = buildResolver(paper.address, origin);
  const content = [...buildPaperContent(paper, body), ...buildClosing(paper, body)];
  const { references } = body;
  return formatTwin(listPaperFacts(paper, resolve), content, { references, resolve });
}

/** What ends the page of an entry. */
function buildClosing(
  { history, citation }: { history: Change[]; citation: OwnCitation },
  { references }: EntryBody,
): ElementContent[] {
  const bibtex = h('pre', { dataLanguage: 'bibtex' }, h('code', citation.bibtex));
  return [
    ...buildSection('History', history.length > 0 && h('ul', history.map(buildChange))),
    ...buildSection('References', references.length > 0 && h('ol', references.map(buildReference))),
    ...buildSection('How to cite', h('p', buildApa(citation.parts))),
    bibtex,
  ];
}

function buildChange({ date, label, note }: Change): ElementContent {
  return h('li', [`${date.label}: `, h('strong', `${label}.`), ` ${note}`]);
}

/** A work whole, after the key by which the text links to it, and with all its addresses. */
function buildReference({ key, id, parts, links }: ListedReference): ElementContent {
  return h('li', [
    h('a', { href: `#${id}` }, key),
    ' ',
    ...buildApa(parts),
    ...links.flatMap(({ address }) => [' ', h('a', { href: address }, address)]),
  ]);
}

/** A reference with its italics and its links. */
export function buildApa(parts: ListedReference['parts']): ElementContent[] {
  return parts.map(({ text, isItalic, address }) => {
    if (isItalic) return h('i', text);
    return address === undefined ? { type: 'text', value: text } : h('a', { href: address }, text);
  });
}
