import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { formatBracketed } from '../bibliography/format.ts';
import { parseWorkId } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import { figurePath } from '../lib/figure-file.ts';
import { withBase } from '../model/address.ts';
import { isPageOnly } from './page-only.ts';
import { hasClass, listElements, replaceElements } from './tree.ts';

/** A page that Astro wrote. */
export interface FinishedPage {
  /** Its path in links. */
  address: string;
  html: string;
  /** The parsed page; each node has its position in `html`. */
  tree: Root;
}

/** A page before it is parsed, with the path of its file below the folder of its site. */
export interface RawPage extends Pick<FinishedPage, 'address' | 'html'> {
  file: string;
}

/** A work in the list of references of a page. */
export interface PageWork {
  key: string;
  /** The id of its item in the list. */
  id: string;
  number: string;
  /** The name in brackets when it has no number, such as “Doe & Roe, 2020”. */
  bracketed: string;
  /** The address of the work itself. */
  address?: string;
}

/** Reads `file`, the `index.html` of a page, from `folder`. The site has the base path `base`. */
export function readPage(folder: string, file: string, base: string): RawPage {
  const html = readFileSync(join(folder, file), 'utf8');
  const path = file.replaceAll('\\', '/').replace(/index\.html$/, '');
  return { address: withBase(base, `/${path}`), file, html };
}

export function parsePage(address: string, html: string): FinishedPage {
  return { address, html, tree: fromHtml(html, { verbose: true }) };
}

/** The works in the numbered list of a page. */
export function listWorks(
  { tree }: Pick<FinishedPage, 'tree'>,
  references: ReadonlyMap<string, Reference>,
): PageWork[] {
  const items = listElements([tree], hasClass('cited')).flatMap((list) =>
    listElements(list.children, ({ tagName }) => tagName === 'li'),
  );
  return items.map((item, index) => {
    const id = String(item.properties.id);
    const key = parseWorkId(id) ?? id;
    const work = references.get(key);
    if (work === undefined) throw new Error(`A page lists “${key}”, which is no work.`);
    const address = findLink(item);
    return {
      key,
      id,
      number: String(index + 1),
      bracketed: formatBracketed(work),
      ...(address !== undefined && { address }),
    };
  });
}

/** Names a cited work away from its page, where numbers are meaningless: the link “[1, §3]” → “Doe, 2001, §3”. */
export function nameCitation(link: Element, works: readonly PageWork[]) {
  // Works that are cited together share one pair of brackets.
  const text = toString(link).replace(/^\[|\]$/g, '');
  const work = works.find(({ id }) => link.properties.href === `#${id}`);
  if (work === undefined) return { work, text };
  // Words before the number are the author's: “see 1, §3”.
  const number = new RegExp(`(?<=^|\\s)${work.number}(?=,|$)`);
  return { work, text: text.replace(number, () => work.bracketed) };
}

function findLink(item: Element): string | undefined {
  const [link] = item.children
    .flatMap((child) => listElements([child], (node) => isPageOnly(node) || node.tagName === 'a'))
    .filter((node) => !isPageOnly(node));
  return link && String(link.properties.href);
}

/** The main content of a page. The drawings of each interactive figure become a picture beside the page. */
export function readMain({ address, tree }: FinishedPage): Element {
  const [main] = listElements([tree], ({ tagName }) => tagName === 'main');
  if (main === undefined) throw new Error(`The page ${address} has no <main>.`);
  const children = replaceElements(main.children, (node) => {
    if (!isFigure(node)) return undefined;
    const figure = unfold(node);
    return [
      { ...figure, children: replaceElements(figure.children, showPicture(address, figure)) },
    ];
  });
  return { ...main, children };
}

/** The interactive figures of a page, each with its title. */
export function listFigures({ tree }: Pick<FinishedPage, 'tree'>): Element[] {
  return listElements([tree], isFigure).map(unfold);
}

const isFolded = hasClass('folded-figure');
const isOpen = hasClass('interactive');
const isFigure = (node: Element) => isFolded(node) || isOpen(node);

/** Returns a folded figure as it is when it is not folded. */
function unfold(figure: Element): Element {
  if (!isFolded(figure)) return figure;
  const titles = listElements(figure.children, hasClass('interactive-title'));
  const [open] = listElements(figure.children, isOpen);
  if (open === undefined) throw new Error('A folded figure is empty.');
  return { ...open, children: [...titles, ...open.children] };
}

/** Whether a page offers a poster of an interactive figure. */
export function hasPoster(figure: Element): boolean {
  return listElements([figure], hasClass('interactive-poster')).length > 0;
}

const isPanels = hasClass('panels');
const isDrawing = hasClass('wide');

function showPicture(address: string, figure: Element) {
  return (panels: Element): Element[] | undefined => {
    if (!isPanels(panels)) return undefined;
    const drawings = listElements([panels], isDrawing);
    const alt = drawings.map(({ properties }) => properties.ariaLabel).join(' ');
    return [h('img', { src: figurePath(address, String(figure.properties.id)), alt })];
  };
}

/** The words of the first heading of a page. */
export function readTitle(page: Pick<FinishedPage, 'tree'>): string {
  const [heading] = listElements([page.tree], ({ tagName }) => tagName === 'h1');
  return heading === undefined ? '' : toString(heading);
}
