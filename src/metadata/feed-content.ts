import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { CitingText } from '../model/citing-text.ts';
import type { EntryLink } from '../model/entry.ts';
import type { PaperView } from '../model/paper.ts';
import type { ListedReference } from '../model/reference-list.ts';
import type { ThreadView } from '../model/thread.ts';
import { makePortable } from './portable-html.ts';

/** What an entry holds below its fields. */
export interface EntryBody {
  /** Of its text as its page has it. */
  html: string;
  references: ListedReference[];
}

/** A thread whole, as HTML that can be read anywhere; `page` is its absolute address. */
export function formatThreadContent(thread: ThreadView, body: EntryBody, page: URL): string {
  const { question, approach, phases, architectures, analyses, papers, repository } = thread;
  return formatContent(page, body, [
    ...section('Research Question', h('p', buildText(question))),
    ...section('Approach', approach && h('p', buildText(approach))),
    ...section(phases?.heading, phases && h('ol', phases.items.map(buildStep))),
    ...section(
      architectures?.heading,
      architectures &&
        h(
          'ul',
          architectures.items.map(({ name, family }) => h('li', `${name} (${family})`)),
        ),
    ),
    ...section(analyses?.heading, analyses && h('ul', analyses.items.map(buildStep))),
    ...section(papers?.heading, papers && buildLinks(papers.items)),
    ...(repository?.address === undefined
      ? []
      : [h('p', h('a', { href: repository.address }, repository.label))]),
  ]);
}

/** A paper whole, as HTML that can be read anywhere; `page` is its absolute address. */
export function formatPaperContent(paper: PaperView, body: EntryBody, page: URL): string {
  const { notice, publication, abstract, threads, externalLinks } = paper;
  return formatContent(page, body, [
    ...(notice ? [h('p', h('strong', `${notice.date.label}: ${notice.note}`))] : []),
    h('p', publication.line),
    ...section('Abstract', h('p', buildText(abstract))),
    ...section('Research threads', threads.length > 0 && buildLinks(threads)),
    ...(externalLinks.length > 0 ? [buildLinks(externalLinks)] : []),
  ]);
}

function formatContent(page: URL, { html, references }: EntryBody, fields: ElementContent[]) {
  const text = fromHtml(html, { fragment: true });
  const list = references.map(({ parts, links }) =>
    h('li', [
      ...parts.map((part) => (part.isItalic ? h('i', part.text) : part.text)),
      ...links.flatMap(({ title, address }) => [' ', h('a', { href: address }, title)]),
    ]),
  );
  const closing = section('References', list.length > 0 && h('ol', list));
  return toHtml(makePortable(h(null, [...fields, ...text.children, ...closing]), page));
}

/** What stands under a heading; nothing where there is nothing. */
function section(heading: string | undefined, content: ElementContent | '' | false | undefined) {
  return content && heading !== undefined ? [h('h2', heading), content] : [];
}

function buildStep({ title, summary }: { title: string; summary: CitingText }): ElementContent {
  return h('li', [h('strong', title), h('br'), ...buildText(summary)]);
}

/** A text with the numbers that the list of references explains. */
function buildText({ byNumber }: CitingText): (ElementContent | string)[] {
  return byNumber
    .flatMap((part) => (typeof part === 'object' && 'group' in part ? part.group : part))
    .map((part) => (typeof part === 'string' ? part : h('a', { href: part.address }, part.text)));
}

function buildLinks(links: readonly EntryLink[]): ElementContent {
  return h(
    'ul',
    links.map(({ title, address }) => h('li', h('a', { href: address }, title))),
  );
}
