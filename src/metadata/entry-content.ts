import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { figurePath } from '../lib/figure-file.ts';
import type { CitingText, TextPart } from '../model/citing-text.ts';
import type { EntryLink } from '../model/entry.ts';
import type { PaperView } from '../model/paper.ts';
import type { ListedReference } from '../model/reference-list.ts';
import type { ThreadView } from '../model/thread.ts';
import { hasClass, listElements } from './tree.ts';

/** What an entry holds below its fields. */
export interface EntryBody {
  /** Of its text as its page has it. */
  html: string;
  references: ListedReference[];
}

/** The body of the entry at `page`. */
export function findBody(bodies: ReadonlyMap<string, EntryBody>, page: string): EntryBody {
  const body = bodies.get(page);
  if (body === undefined) throw new Error(`The text of ${page} was not read.`);
  return body;
}

/** The page that shows an entry: its own, where works have numbers, or one that it shares with others. */
type Place = 'own' | 'shared';

const levels = { own: 2, shared: 4 } as const;

/** A thread in the order of its page, up to its history, as HTML whose addresses are those of the page. */
export function buildThreadContent(thread: ThreadView, { html }: EntryBody): ElementContent[] {
  const { repository, papers, related } = thread;
  return [
    ...buildThreadSections(thread, 'own'),
    ...(repository?.address === undefined
      ? []
      : [h('p', h('a', { href: repository.address }, repository.label))]),
    ...showPictures(parseHtml(html), thread.address),
    ...buildSection(papers?.heading, papers && buildLinks(papers.items)),
    ...buildSection(related?.heading, related && buildLinks(related.items)),
  ];
}

/** The sections of a thread that come from its fields. */
export function buildThreadSections(thread: ThreadView, place: Place): ElementContent[] {
  const { question, approach, phases, architectures, analyses } = thread;
  const section = (heading: string | undefined, content: ElementContent | undefined) =>
    buildSection(heading, content, levels[place]);
  const buildStep = ({ title, summary }: { title: string; summary: CitingText }) =>
    h('li', [h('strong', title), h('br'), ...buildText(summary, place)]);
  return [
    ...section('Research Question', h('p', buildText(question, place))),
    ...section('Approach', approach && h('p', buildText(approach, place))),
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
  ];
}

/** A paper in the order of its page, up to its history, as HTML whose addresses are those of the page. */
export function buildPaperContent(paper: PaperView, { html }: EntryBody): ElementContent[] {
  const { notice, publication, abstract, threads, related, externalLinks } = paper;
  return [
    ...(notice ? [h('p', h('strong', `${notice.date.label}: ${notice.note}`))] : []),
    h('p', publication.line),
    ...(externalLinks.length > 0 ? [buildLinks(externalLinks)] : []),
    ...buildSection('Abstract', h('p', buildText(abstract, 'own'))),
    ...buildSection('Research threads', threads.length > 0 && buildLinks(threads)),
    ...showPictures(parseHtml(html), paper.address),
    ...buildSection('Related papers', related.length > 0 && buildLinks(related)),
  ];
}

/** What stands under a heading; nothing where there is nothing. */
export function buildSection(
  heading: string | undefined,
  content: ElementContent | '' | false | undefined,
  level = 2,
): ElementContent[] {
  return content && heading !== undefined ? [h(`h${level}`, heading), content] : [];
}

/** A text of an entry's fields as a page has it. */
export function buildText({ byNumber, byAuthor }: CitingText, place: Place): ElementContent[] {
  return buildParts(place === 'own' ? byNumber : byAuthor);
}

function buildParts(parts: readonly TextPart[]): ElementContent[] {
  return parts.map((part) => {
    if (typeof part === 'string') return { type: 'text', value: part };
    if ('group' in part) return h('span', { className: ['cites'] }, buildParts(part.group));
    return h('a', { href: part.address }, part.text);
  });
}

/** A list of links. */
export function buildLinks(links: readonly EntryLink[]): ElementContent {
  return h(
    'ul',
    links.map(({ title, address }) => h('li', h('a', { href: address }, title))),
  );
}

/** HTML as a tree. */
export function parseHtml(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children as ElementContent[];
}

/** What the page at `page` draws by its style, as the files that show the same. */
function showPictures(content: ElementContent[], page: string): ElementContent[] {
  for (const figure of listElements(content, hasClass('interactive')))
    for (const panels of listElements([figure], hasClass('panels'))) {
      const drawings = listElements([panels], ({ tagName }) => tagName === 'svg');
      const alt = drawings.map(({ properties }) => properties.ariaLabel).join(' ');
      Object.assign(panels, h('img', { src: figurePath(page, String(figure.properties.id)), alt }));
    }
  return content;
}
