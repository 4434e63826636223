import { layOutSheet } from '../../figures/shared/sheet.ts';
import { words } from '../../figures/shared/svg.ts';
import { readMath, type MathNode } from '../../lib/math-text.ts';
import { formatScript } from '../../lib/raised-signs.ts';
import { find, findSeen, findTitle } from './find.ts';
import { setMarkup } from './trusted.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The properties that style sheets set on drawings: a picture outside the page needs them as attributes. */
const styles = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
];

/** The panels of a figure as one self-contained picture, with its title, its source and its address. */
export function composeSvg(root: HTMLElement): SVGSVGElement {
  const panels = [...root.querySelectorAll<HTMLElement>('.panel')].map((panel) => {
    const picture = findSeen(panel);
    const { width, height } = picture.viewBox.baseVal;
    return { title: readText(panel, '.panel-title'), width, height, picture };
  });
  const title = findTitle(root).textContent.trim();
  const sheet = layOutSheet(title, panels, readCaption(root));
  const { width, height } = sheet;
  const faces = { text: root, label: find(root, '.panel-title', HTMLElement) };
  const lines = sheet.lines.map(({ text, x, y, size, weight, face }) => {
    const { color, fontFamily } = getComputedStyle(faces[face]);
    const type = { 'font-family': fontFamily, 'font-size': size, 'font-weight': weight };
    return words(text, { x, y, fill: color, ...type });
  });
  const texts = create('g', {});
  setMarkup(texts, lines.join(''));
  const svg = create('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(
    create('title', {}, title),
    create('desc', {}, readText(root, '.interactive-summary')),
    create('rect', {
      width,
      height,
      fill: getComputedStyle(document.documentElement).backgroundColor,
    }),
    texts,
    ...panels.map(({ width, height, picture }, index) => {
      const copy = copyStyled(picture);
      const place = { ...sheet.panels[index], width, height };
      for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
      return copy;
    }),
  );
  return svg as SVGSVGElement;
}

/** A copy with its computed styles as attributes. */
function copyStyled(element: SVGElement): SVGElement {
  const copy = element.cloneNode() as SVGElement;
  const style = getComputedStyle(element);
  for (const name of styles) copy.setAttribute(name, style.getPropertyValue(name));
  copy.removeAttribute('class');
  for (const child of element.childNodes)
    copy.append(child instanceof SVGElement ? copyStyled(child) : child.cloneNode());
  return copy;
}

function create(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** Reads the text of a part of the figure: formulas as plain characters, elements with `data-page-only` left out. */
function readText(root: HTMLElement, selector: string): string {
  const copy = find(root, selector, HTMLElement).cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('[data-page-only]')) part.remove();
  for (const formula of copy.querySelectorAll('.katex')) {
    const math = formula.querySelector('math');
    formula.replaceWith(math ? readMath(convertMath(math)) : '');
  }
  for (const place of ['sup', 'sub'] as const)
    for (const part of copy.querySelectorAll(place))
      part.replaceWith(formatScript(part.textContent, place));
  return copy.textContent.trim();
}

function convertMath(element: Element): MathNode {
  return {
    name: element.localName,
    children: [...element.childNodes].map((child) =>
      child instanceof Element ? convertMath(child) : (child.textContent ?? ''),
    ),
    attribute: (name) => element.getAttribute(name),
  };
}

function readCaption(root: HTMLElement): string {
  const address = readText(root, '.permalink');
  return `${readText(root, 'figcaption')} ${address}`.replace(/\s+/g, ' ');
}
