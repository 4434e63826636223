import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { panelWidth } from '../figures/shared/interactive-figure.ts';
import { layOutSheet } from '../figures/shared/sheet.ts';
import { element, escape, words } from '../figures/shared/svg.ts';
import type { ListedReference } from '../model/reference-list.ts';
import { faces } from './drawing-style.ts';
import { isDropped } from './portable-html.ts';
import { hasClass, listClasses, listElements, readText } from './tree.ts';
import { formatScript } from './twin/script.ts';
import { finishXml } from './xml.ts';

/** What a picture needs beside what its figure holds. */
export interface FigureSurroundings {
  /** A style sheet for the classes of drawings. */
  style: string;
  language: string;
  /** The whole address of the figure, where that of the site is known. */
  address?: string | undefined;
  /** The works of its page. */
  references: readonly ListedReference[];
}

/**
 * A figure that is computed as a picture that stands by itself: an SVG file with its title, its panels as the
 * page has them, its caption and its address. `figure` is its element of the page, as its frame makes it;
 * throws where a part of that is not there.
 */
export function formatFigureFile(figure: Element, around: FigureSurroundings): string {
  const { style, language, address, references } = around;
  const read = (name: string) => {
    return squeeze(readWords(find(figure, hasClass(name)), references));
  };
  const title = read('interactive-title');
  const panels = listElements([figure], hasClass('panel')).map((panel) => {
    const { properties, children } = find(panel, ({ tagName }) => tagName === 'svg');
    const viewBox = String(properties.viewBox);
    return {
      title: readText(find(panel, hasClass('panel-title'))),
      height: Number(viewBox.split(' ')[3]),
      attributes: { viewBox, role: 'img', 'aria-label': String(properties.ariaLabel) },
      svg: toHtml(children, { space: 'svg', closeEmptyElements: true }),
    };
  });
  const caption = [read('caption'), address ?? ''].join(' ').trim();
  const { width, height, lines, panels: places } = layOutSheet(title, panels, caption);
  const viewBox = `0 0 ${width} ${height}`;
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', 'xml:lang': language, width, height, viewBox },
    element('title', {}, escape(title)),
    element('desc', {}, escape(read('interactive-summary'))),
    element('style', {}, `\n${escape(style)}`),
    element('rect', { class: 'fill-paper', width, height }),
    ...lines.map(({ text, x, y, size, weight, face }) => {
      const type = { 'font-family': faces[face], 'font-size': size, 'font-weight': weight };
      return words(text, { x, y, ...type });
    }),
    ...panels.map(({ height, attributes, svg }, index) =>
      element('svg', { ...places[index], width: panelWidth, height, ...attributes }, svg),
    ),
  );
  return finishXml(svg);
}

function find(figure: Element, test: (node: Element) => boolean): Element {
  const [found] = listElements([figure], test);
  if (found === undefined) throw new Error('A part of a figure is not there.');
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What is said in a part of a page, in plain signs: formulas as their TeX, and works by author and year. */
function readWords(node: Nodes, references: readonly ListedReference[]): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isDropped(node)) return '';
  const { tagName, children } = node;
  if (listClasses(node).includes('katex'))
    return readText(find(node, (one) => one.tagName === 'annotation'));
  if (listClasses(node).includes('cites')) return nameWorks(node, references);
  if (tagName === 'sup' || tagName === 'sub') return formatScript(readText(node), tagName);
  return children.map((child) => readWords(child, references)).join('');
}

/** “[1, §3; 2]” → “(Doe, 2001, §3; Roe, 2002)”: without the page, a number says nothing. */
function nameWorks(cites: Element, references: readonly ListedReference[]): string {
  const names = listElements([cites], ({ tagName }) => tagName === 'a').map((link) => {
    const work = references.find(({ id }) => link.properties.href === `#${id}`);
    const text = readText(link);
    return work === undefined ? text : work.bracketed + text.slice(String(work.number).length);
  });
  return `(${names.join('; ')})`;
}
