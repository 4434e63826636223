import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PaperView } from '../model/paper.ts';
import type { ThreadView } from '../model/thread.ts';
import {
  buildPaperContent,
  buildSection,
  buildThreadContent,
  type EntryBody,
} from './entry-content.ts';
import { makePortable } from './portable-html.ts';

/** A thread whole, as HTML that can be read anywhere; `page` is its absolute address. */
export function formatThreadContent(thread: ThreadView, body: EntryBody, page: URL): string {
  return formatContent(buildThreadContent(thread, body), body, page);
}

/** A paper whole, as HTML that can be read anywhere; `page` is its absolute address. */
export function formatPaperContent(paper: PaperView, body: EntryBody, page: URL): string {
  return formatContent(buildPaperContent(paper, body), body, page);
}

function formatContent(content: ElementContent[], { references }: EntryBody, page: URL): string {
  const list = references.map(({ parts, links }) =>
    h('li', [
      ...parts.map((part) => (part.isItalic ? h('i', part.text) : part.text)),
      ...links.flatMap(({ title, address }) => [' ', h('a', { href: address }, title)]),
    ]),
  );
  const closing = buildSection('References', list.length > 0 && h('ol', list));
  return toHtml(makePortable(h(null, [...content, ...closing]), page));
}
