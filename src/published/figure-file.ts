import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { layOutSheet } from '../figures/shared/sheet.ts';
import { element, escape, words } from '../figures/shared/svg.ts';
import { finishXml } from '../metadata/xml.ts';
import { faces } from './drawing-style.ts';
import { isPageOnly } from './page-only.ts';
import { nameCitation, type PageWork } from './page.ts';
import { readFormula } from '../lib/formula.ts';
import { formatScript } from '../lib/raised-signs.ts';
import { hasClass, listClasses, listElements } from './tree.ts';

/** Facts from the page of a figure. */
export interface FigureSurroundings {
  /** The style sheet of drawings. */
  style: string;
  language: string;
  /** The absolute address of the figure; absent if the site has none. */
  address?: string | undefined;
  works: readonly PageWork[];
}

/**
 * Formats an interactive figure as an SVG file with its title, panels, caption and address. `figure` is its element on
 * the page. Throws if the element lacks a part.
 */
export function formatFigureFile(figure: Element, around: FigureSurroundings): string {
  const { style, language, address, works } = around;
  const read = (name: string) => {
    return squeeze(readWords(find(figure, hasClass(name)), works));
  };
  const title = read('interactive-title');
  const panels = listElements([figure], hasClass('panel')).map((panel) => {
    const { properties, children } = find(panel, hasClass('wide'));
    const viewBox = String(properties.viewBox);
    const [, , width = NaN, height = NaN] = viewBox.split(' ').map(Number);
    return {
      title: toString(find(panel, hasClass('panel-title'))),
      width,
      height,
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
    ...panels.map(({ width, height, attributes, svg }, index) =>
      element('svg', { ...places[index], width, height, ...attributes }, svg),
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

/** The text of a part of a page, with formulas in plain characters and works by author and year. */
function readWords(node: Nodes, works: readonly PageWork[]): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isPageOnly(node)) return '';
  const { tagName, children } = node;
  if (listClasses(node).includes('katex'))
    return readFormula(toString(find(node, (one) => one.tagName === 'annotation')));
  if (listClasses(node).includes('cites')) return nameWorks(node, works);
  if (tagName === 'sup' || tagName === 'sub') return formatScript(toString(node), tagName);
  return children.map((child) => readWords(child, works)).join('');
}

/** “[1, §3; 2]” → “(Doe, 2001, §3; Roe, 2002)”. */
function nameWorks(cites: Element, works: readonly PageWork[]): string {
  const links = listElements([cites], ({ tagName }) => tagName === 'a');
  return `(${links.map((link) => nameCitation(link, works).text).join('; ')})`;
}
